import { expect, test } from 'vitest';
import { launchConfigurationInUse } from '../../src/rules/launch-configuration-in-use.ts';
import { estateOf, judgeOne, truthTable } from './case.ts';

truthTable(launchConfigurationInUse, 'web', [
  ['a configuration', { autoScalingGroup: [{ id: 'web', LaunchConfigurationName: 'old' }] }, 'fail medium', { says: 'old' }],
  ['a template', { autoScalingGroup: [{ id: 'web', LaunchTemplate: { LaunchTemplateId: 'lt-1' } }] }, 'pass'],
]);

test('denied: unknown', () => {
  expect(judgeOne(launchConfigurationInUse, estateOf({}, { denied: ['autoScalingGroup'] })).outcome).toBe('unknown');
});
