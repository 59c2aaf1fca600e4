import { networkAclAdminPortOpen } from '../../src/rules/network-acl-admin-port-open.ts';
import { judgeAll, estateOf, truthTable, type Literal, type Literals } from './case.ts';
import { expect, test } from 'vitest';

type Entry = NonNullable<Literal<'networkAcl'>['Entries']>[number];
const acl = (...Entries: Entry[]): Literals => ({ networkAcl: [{ id: 'acl-1', Entries }] });
const entry = (RuleNumber: number, RuleAction: string, fields: Partial<Entry> = {}): Entry => ({ RuleNumber, RuleAction, Protocol: '6', Egress: false, CidrBlock: '0.0.0.0/0', PortRange: { From: 22, To: 22 }, ...fields });

truthTable(networkAclAdminPortOpen, 'acl-1', [
  ['SSH allowed', acl(entry(100, 'allow')), 'fail info'],
  ['everything allowed, as by default', acl(entry(100, 'allow', { Protocol: '-1', PortRange: undefined })), 'fail info', { says: 'tcp 3389' }],
  ['RDP over IPv6 allowed', acl(entry(100, 'allow', { CidrBlock: undefined, Ipv6CidrBlock: '::/0', PortRange: { From: 3389, To: 3389 } })), 'fail info'],
  ['denied first', acl(entry(100, 'allow'), entry(90, 'deny')), 'pass'],
  ['denied by halves first', acl(entry(80, 'deny', { CidrBlock: '0.0.0.0/1' }), entry(90, 'deny', { CidrBlock: '128.0.0.0/1' }), entry(100, 'allow')), 'pass'],
  ['a CIDR that cannot be read', acl(entry(100, 'allow', { CidrBlock: '999.1.2.3/40' })), 'pass'],
  ['denied too late', acl(entry(100, 'allow'), entry(110, 'deny')), 'fail info'],
  ['part of it denied first', acl(entry(90, 'deny', { CidrBlock: '198.51.100.0/24' }), entry(100, 'allow')), 'fail info'],
  ['allowed to the VPC', acl(entry(100, 'allow', { CidrBlock: '10.0.0.0/16' })), 'pass'],
  ['allowed outward', acl(entry(100, 'allow', { Egress: true })), 'pass'],
  ['HTTPS allowed', acl(entry(100, 'allow', { PortRange: { From: 443, To: 443 } })), 'pass'],
  ['no entries', acl(), 'pass'],
]);

test('denied: one unknown for the region', () => {
  expect(judgeAll(networkAclAdminPortOpen, estateOf({}, { denied: ['networkAcl'] })).map((finding) => finding.outcome)).toEqual(['unknown']);
});
