import { instancePublicAddress } from '../../src/rules/instance-public-address.ts';
import { truthTable, type Literal, type Literals } from './case.ts';

const withInterfaces = (...enis: Omit<Literal<'networkInterface'>, 'id'>[]): Literals => ({
  instance: [{ id: 'i-1', State: { Name: 'running' } }],
  networkInterface: enis.map((eni, i) => ({ id: `eni-${i}`, Attachment: { InstanceId: 'i-1' }, ...eni })),
});

truthTable(instancePublicAddress, 'i-1', [
  ['a public IPv4 address', withInterfaces({ PrivateIpAddresses: [{ Association: { PublicIp: '203.0.113.5' } }] }), 'fail medium', { says: '203.0.113.5 on eni-0' }],
  ['on the second address of the second interface', withInterfaces({}, { PrivateIpAddresses: [{}, { Association: { PublicIp: '203.0.113.6' } }] }), 'fail medium', { says: '203.0.113.6 on eni-1' }],
  ['a global IPv6 address', withInterfaces({ Ipv6Addresses: [{ Ipv6Address: '2001:db8::5' }] }), 'fail medium'],
  ['a global IPv6 prefix', withInterfaces({ Ipv6Prefixes: [{ Ipv6Prefix: '2001:db8:0:1::/80' }] }), 'fail medium'],
  ['IPv6 with the internet gateway denied', withInterfaces({ DenyAllIgwTraffic: true, Ipv6Addresses: [{ Ipv6Address: '2001:db8::5' }] }), 'pass'],
  ['a unique local IPv6 address', withInterfaces({ Ipv6Addresses: [{ Ipv6Address: 'fd00::5' }] }), 'pass'],
  ['private only', withInterfaces({ PrivateIpAddresses: [{ PrivateIpAddress: '10.0.0.5' }] }), 'pass'],
  ['interfaces denied', withInterfaces(), 'unknown', { denied: ['networkInterface'], says: 'ec2:DescribeNetworkInterfaces' }],
  ['interfaces in part, none of them public', withInterfaces({}), 'unknown', { partial: ['networkInterface'] }],
  ['interfaces in part, one of them public', withInterfaces({ PrivateIpAddresses: [{ Association: { PublicIp: '203.0.113.5' } }] }), 'fail medium', { partial: ['networkInterface'] }],
  ['terminated', { instance: [{ id: 'i-1', State: { Name: 'terminated' } }] }, 'not-applicable'],
]);
