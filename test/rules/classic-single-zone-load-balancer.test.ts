import { expect, test } from 'vitest';
import { classicSingleZoneLoadBalancer } from '../../src/rules/classic-single-zone-load-balancer.ts';
import { estateOf, judgeOne, truthTable } from './case.ts';

truthTable(classicSingleZoneLoadBalancer, 'clb', [
  ['one zone', { classicLoadBalancer: [{ id: 'clb', AvailabilityZones: ['a'] }] }, 'fail high'],
  ['two zones', { classicLoadBalancer: [{ id: 'clb', AvailabilityZones: ['a', 'b'] }] }, 'pass'],
]);

test('denied: unknown', () => {
  expect(judgeOne(classicSingleZoneLoadBalancer, estateOf({}, { denied: ['classicLoadBalancer'] })).outcome).toBe('unknown');
});
