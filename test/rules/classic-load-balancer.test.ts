import { expect, test } from 'vitest';
import { classicLoadBalancer } from '../../src/rules/classic-load-balancer.ts';
import { estateOf, judgeAll, truthTable } from './case.ts';

truthTable(classicLoadBalancer, 'clb', [
  ['in use', { classicLoadBalancer: [{ id: 'clb', Instances: [{ InstanceId: 'i-1' }], ListenerDescriptions: [{ Listener: { Protocol: 'HTTP', LoadBalancerPort: 80 } }] }] }, 'fail medium', { says: '1 instance behind HTTP 80' }],
  ['without instances', { classicLoadBalancer: [{ id: 'clb' }] }, 'fail low'],
]);

test('none, all known: nothing to say; none, denied: unknown', () => {
  expect(judgeAll(classicLoadBalancer, estateOf({}))).toEqual([]);
  expect(judgeAll(classicLoadBalancer, estateOf({}, { denied: ['classicLoadBalancer'] })).map((finding) => finding.outcome)).toEqual(['unknown']);
});
