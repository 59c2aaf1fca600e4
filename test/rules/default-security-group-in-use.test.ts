import { defaultSecurityGroupInUse } from '../../src/rules/default-security-group-in-use.ts';
import { truthTable, type Literals } from './case.ts';

const group = (GroupName: string, rules: boolean): Literals => ({ securityGroup: [{ id: 'sg-1', GroupName, IpPermissions: rules ? [{ IpProtocol: '-1' }] : [], IpPermissionsEgress: [] }] });
const used: Literals = { networkInterface: [{ id: 'eni-1', Groups: [{ GroupId: 'sg-1' }], Attachment: { InstanceId: 'i-1' } }] };

truthTable(defaultSecurityGroupInUse, 'sg-1', [
  ['rules, in use', { ...group('default', true), ...used }, 'fail high', { says: 'used by eni-1 of i-1' }],
  ['empty, in use', { ...group('default', false), ...used }, 'fail high'],
  ['rules, unused', group('default', true), 'fail medium'],
  ['rules, users denied', group('default', true), 'fail medium', { denied: ['networkInterface'] }],
  ['empty and unused', group('default', false), 'pass'],
  ['empty, users denied', group('default', false), 'unknown', { denied: ['networkInterface'] }],
  ['another group', group('web', true), 'not-applicable'],
]);
