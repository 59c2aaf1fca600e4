import { describe, expect, test } from 'vitest';
import { adminPortExposed } from '../../src/rules/admin-port-exposed.ts';
import { estateOf, exposure, judgeOne, truthTable, type Literal } from './case.ts';

type Permission = NonNullable<Literal<'securityGroup'>['IpPermissions']>[number];

const group = (...IpPermissions: Permission[]): Literal<'securityGroup'>[] => [{ id: 'sg-1', IpPermissions }];
const tcp = (from: number, to: number, ...cidrs: string[]): Permission => ({ IpProtocol: 'tcp', FromPort: from, ToPort: to, IpRanges: cidrs.map((CidrIp) => ({ CidrIp })) });
const eni: Literal<'networkInterface'> = { id: 'eni-1', Groups: [{ GroupId: 'sg-1' }], Attachment: { InstanceId: 'i-1' } };
const ssh = group(tcp(22, 22, '0.0.0.0/0'));
const rows = (...exposures: ReturnType<typeof exposure>[]) => ({ insight: { exposures } });

truthTable(adminPortExposed, 'sg-1', [
  ['SSH open and reached', { securityGroup: ssh, networkInterface: [eni] }, 'fail critical', { ...rows(exposure()), says: /i-1 is reached at 203\.0\.113\.10, tcp 22/u }],
  ['RDP open and reached', { securityGroup: group(tcp(3389, 3389, '0.0.0.0/0')), networkInterface: [eni] }, 'fail critical', rows(exposure({ fromPort: 3389, toPort: 3389 }))],
  ['open by IPv6 alone', { securityGroup: group({ IpProtocol: 'tcp', FromPort: 22, ToPort: 22, Ipv6Ranges: [{ CidrIpv6: '::/0' }] }), networkInterface: [eni] }, 'fail critical', rows(exposure({ family: 'ipv6', address: '2001:db8::1' }))],
  ['open within a range', { securityGroup: group(tcp(1, 1024, '0.0.0.0/0')), networkInterface: [eni] }, 'fail critical', rows(exposure({ fromPort: 1, toPort: 1024 }))],
  ['open by all traffic', { securityGroup: group({ IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] }), networkInterface: [eni] }, 'fail critical', rows(exposure({ protocol: 'all', fromPort: 0, toPort: 65_535 }))],
  ['reached by protocol 50 alone', { securityGroup: ssh, networkInterface: [eni] }, 'fail medium', rows(exposure({ protocol: 'all', protocolNumbers: '50', fromPort: -1, toPort: -1 }))],
  ['open by two rules, each for half of the internet', { securityGroup: group(tcp(22, 22, '0.0.0.0/1'), tcp(20, 30, '128.0.0.0/1')), networkInterface: [eni] }, 'fail critical', rows(exposure())],
  ['open by two halves of the internet', { securityGroup: group(tcp(22, 22, '0.0.0.0/1', '128.0.0.0/1')), networkInterface: [eni] }, 'fail critical', rows(exposure())],
  ['open by protocol number 6', { securityGroup: group({ ...tcp(22, 22, '0.0.0.0/0'), IpProtocol: '6' }), networkInterface: [eni] }, 'fail critical', rows(exposure())],
  ['reached through a load balancer', { securityGroup: ssh, networkInterface: [eni] }, 'fail critical', rows(exposure({ via: 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/net/x/1' }))],
  ['reached through a balancer that listens on another port', { securityGroup: ssh, networkInterface: [eni] }, 'fail critical', rows(exposure({ fromPort: 2222, toPort: 2222, targetPort: 22, via: 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/net/x/1' }))],
  ['open to a large provider', { securityGroup: group(tcp(22, 22, '52.0.0.0/8')), networkInterface: [eni] }, 'fail high', rows(exposure({ verdict: 'exposed-restricted', sources: ['52.0.0.0/8'] }))],
  ['open, no public address', { securityGroup: ssh, networkInterface: [eni] }, 'fail medium', { ...rows(exposure({ verdict: 'latent', closedGates: ['address'] })), says: /latent.*closed by: address/u }],
  ['open, nothing uses the group', { securityGroup: ssh }, 'fail info', { says: 'no network interface uses' }],
  ['open, a gate was denied', { securityGroup: ssh, networkInterface: [eni] }, 'unknown', { ...rows(exposure({ verdict: 'unknown', missing: ['ec2:DescribeRouteTables was denied'] })), says: 'ec2:DescribeRouteTables' }],
  ['open, interfaces denied', { securityGroup: ssh }, 'unknown', { denied: ['networkInterface'], says: 'ec2:DescribeNetworkInterfaces' }],
  ['open, interfaces in part, one of them reached', { securityGroup: ssh, networkInterface: [eni] }, 'fail critical', { ...rows(exposure()), partial: ['networkInterface'] }],
  ['open by a prefix list whose entries are the internet', {
    securityGroup: group({ IpProtocol: 'tcp', FromPort: 22, ToPort: 22, PrefixListIds: [{ PrefixListId: 'pl-1' }] }), networkInterface: [eni],
    prefixListEntries: [{ id: 'pl-1', Entries: [{ Cidr: '0.0.0.0/0' }] }],
  }, 'fail critical', rows(exposure())],
  ['open by a prefix list that was denied', { securityGroup: group({ IpProtocol: 'tcp', FromPort: 22, ToPort: 22, PrefixListIds: [{ PrefixListId: 'pl-1' }] }) }, 'unknown', { denied: ['prefixListEntries'], says: 'ec2:GetManagedPrefixListEntries' }],
  ['open to a prefix list of AWS', {
    securityGroup: group({ IpProtocol: 'tcp', FromPort: 22, ToPort: 22, PrefixListIds: [{ PrefixListId: 'pl-1' }] }), managedPrefixList: [{ id: 'pl-1', OwnerId: 'AWS' }],
  }, 'pass'],
  ['open to an office', { securityGroup: group(tcp(22, 22, '203.0.113.0/24')), networkInterface: [eni] }, 'pass', rows(exposure({ verdict: 'exposed-restricted', sources: ['203.0.113.0/24'] }))],
  ['open to many small offices, no more than a /16 together', { securityGroup: group(tcp(22, 22, ...Array.from({ length: 256 }, (_, i) => `198.51.${i}.0/24`))), networkInterface: [eni] }, 'pass', rows(exposure({ verdict: 'exposed-restricted' }))],
  ['open to many small offices, one address more', { securityGroup: group(tcp(22, 22, '203.0.113.9/32', ...Array.from({ length: 256 }, (_, i) => `198.51.${i}.0/24`))), networkInterface: [eni] }, 'fail high', rows(exposure({ verdict: 'exposed-restricted' }))],
  ['open to private addresses', { securityGroup: group(tcp(22, 22, '10.0.0.0/8')) }, 'pass'],
  ['open to another group', { securityGroup: group({ IpProtocol: 'tcp', FromPort: 22, ToPort: 22, UserIdGroupPairs: [{ GroupId: 'sg-2' }] }) }, 'pass'],
  ['another port', { securityGroup: group(tcp(443, 443, '0.0.0.0/0')), networkInterface: [eni] }, 'pass', rows(exposure({ fromPort: 443, toPort: 443 }))],
  ['UDP 22', { securityGroup: group({ ...tcp(22, 22, '0.0.0.0/0'), IpProtocol: 'udp' }) }, 'pass'],
  ['protocol 50 is not SSH', { securityGroup: group({ IpProtocol: '50', IpRanges: [{ CidrIp: '0.0.0.0/0' }] }) }, 'pass'],
  ['closed, interfaces denied', { securityGroup: group() }, 'pass', { denied: ['networkInterface'] }],
  ['a CIDR that cannot be read', { securityGroup: group(tcp(22, 22, 'not a cidr')) }, 'pass'],
]);

describe('one cause, one finding', () => {
  test('fifty instances behind one group are one finding; twenty are named, the rest counted', () => {
    const many = Array.from({ length: 50 }, (_, i) => i);
    const estate = estateOf({ securityGroup: ssh, networkInterface: many.map((i) => ({ ...eni, id: `eni-${i}` })) });
    const exposures = many.map((i) => exposure({ resourceId: `i-${i}`, networkInterfaceId: `eni-${i}`, address: `203.0.113.${i}` }));
    const finding = judgeOne(adminPortExposed, estate, 'sg-1', { insight: { exposures } });
    expect(finding.evidence).toHaveLength(1 + 20 + 1);
    expect(finding.evidence.at(-1)?.text).toBe('and 30 more like these');
  });
});
