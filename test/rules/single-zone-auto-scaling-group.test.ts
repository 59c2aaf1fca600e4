import { expect, test } from 'vitest';
import { singleZoneAutoScalingGroup } from '../../src/rules/single-zone-auto-scaling-group.ts';
import { estateOf, judgeOne, truthTable } from './case.ts';

truthTable(singleZoneAutoScalingGroup, 'web', [
  ['one zone', { autoScalingGroup: [{ id: 'web', AvailabilityZones: ['a'] }] }, 'fail high', { says: 'in 1 zone (a), threshold 2' }],
  ['two zones', { autoScalingGroup: [{ id: 'web', AvailabilityZones: ['a', 'b'] }] }, 'pass'],
]);

test('denied: unknown', () => {
  expect(judgeOne(singleZoneAutoScalingGroup, estateOf({}, { denied: ['autoScalingGroup'] })).outcome).toBe('unknown');
});
