import { expect, test } from 'vitest';
import { launchConfigurationAssignsPublicAddress } from '../../src/rules/launch-configuration-assigns-public-address.ts';
import { estateOf, judgeOne, truthTable } from './case.ts';

truthTable(launchConfigurationAssignsPublicAddress, 'old', [
  ['assigns', { launchConfiguration: [{ id: 'old', AssociatePublicIpAddress: true }] }, 'fail medium'],
  ['does not', { launchConfiguration: [{ id: 'old', AssociatePublicIpAddress: false }] }, 'pass'],
  ['leaves it to the subnet', { launchConfiguration: [{ id: 'old' }] }, 'pass'],
]);

test('denied: unknown', () => {
  expect(judgeOne(launchConfigurationAssignsPublicAddress, estateOf({}, { denied: ['launchConfiguration'] })).outcome).toBe('unknown');
});
