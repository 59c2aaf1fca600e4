import { expect, test } from 'vitest';
import { singleInstanceTypeGroup } from '../../src/rules/single-instance-type-group.ts';
import { estateOf, judgeOne, truthTable, type Literals } from './case.ts';

const group = (...overrides: Record<string, unknown>[]): Literals => ({ autoScalingGroup: [{ id: 'web', MixedInstancesPolicy: { LaunchTemplate: { Overrides: overrides } } }] });

truthTable(singleInstanceTypeGroup, 'web', [
  ['no policy', { autoScalingGroup: [{ id: 'web' }] }, 'fail low'],
  ['one override', group({ InstanceType: 'm6i.large' }), 'fail low', { says: 'one type: m6i.large' }],
  ['the same type twice', group({ InstanceType: 'm6i.large' }, { InstanceType: 'm6i.large' }), 'fail low'],
  ['two types', group({ InstanceType: 'm6i.large' }, { InstanceType: 'm7i.large' }), 'pass'],
  ['by requirements', group({ InstanceRequirements: { VCpuCount: { Min: 2 } } }), 'pass'],
]);

test('denied: unknown', () => {
  expect(judgeOne(singleInstanceTypeGroup, estateOf({}, { denied: ['autoScalingGroup'] })).outcome).toBe('unknown');
});
