import { networkLoadBalancerWithoutSecurityGroup } from '../../src/rules/network-load-balancer-without-security-group.ts';
import { estateOf, judgeOne, truthTable } from './case.ts';
import { expect, test } from 'vitest';

truthTable(networkLoadBalancerWithoutSecurityGroup, 'lb', [
  ['without', { loadBalancer: [{ id: 'lb', Type: 'network' }] }, 'fail medium'],
  ['with', { loadBalancer: [{ id: 'lb', Type: 'network', SecurityGroups: ['sg-1'] }] }, 'pass'],
  ['an application load balancer', { loadBalancer: [{ id: 'lb', Type: 'application' }] }, 'not-applicable'],
]);

test('denied: unknown', () => {
  expect(judgeOne(networkLoadBalancerWithoutSecurityGroup, estateOf({}, { denied: ['loadBalancer'] })).outcome).toBe('unknown');
});
