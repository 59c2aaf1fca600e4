import { expect, test } from 'vitest';
import { sourceDestinationCheckDisabled } from '../../src/rules/source-destination-check-disabled.ts';
import { estateOf, judgeOne, truthTable } from './case.ts';

truthTable(sourceDestinationCheckDisabled, 'eni-1', [
  ['off on an instance', { networkInterface: [{ id: 'eni-1', InterfaceType: 'interface', SourceDestCheck: false, Attachment: { InstanceId: 'i-1' } }] }, 'fail medium', { says: 'on i-1' }],
  ['on', { networkInterface: [{ id: 'eni-1', InterfaceType: 'interface', SourceDestCheck: true }] }, 'pass'],
  ['a NAT gateway', { networkInterface: [{ id: 'eni-1', InterfaceType: 'nat_gateway', SourceDestCheck: false }] }, 'not-applicable'],
  ['managed by AWS', { networkInterface: [{ id: 'eni-1', InterfaceType: 'interface', RequesterManaged: true, SourceDestCheck: false }] }, 'not-applicable'],
]);

test('denied: unknown', () => {
  expect(judgeOne(sourceDestinationCheckDisabled, estateOf({}, { denied: ['networkInterface'] })).outcome).toBe('unknown');
});
