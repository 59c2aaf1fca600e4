import { expect, test } from 'vitest';
import { subnetAssignsPublicAddress } from '../../src/rules/subnet-assigns-public-address.ts';
import { estateOf, judgeOne, truthTable } from './case.ts';

truthTable(subnetAssignsPublicAddress, 'subnet-1', [
  ['IPv4', { subnet: [{ id: 'subnet-1', MapPublicIpOnLaunch: true }] }, 'fail low'],
  ['IPv6', { subnet: [{ id: 'subnet-1', AssignIpv6AddressOnCreation: true }] }, 'fail low'],
  ['neither', { subnet: [{ id: 'subnet-1', MapPublicIpOnLaunch: false }] }, 'pass'],
]);

test('subnets denied: unknown, with the action', () => {
  expect(judgeOne(subnetAssignsPublicAddress, estateOf({}, { denied: ['subnet'] }))).toMatchObject({ outcome: 'unknown', reason: expect.stringContaining('ec2:DescribeSubnets') as unknown });
});
