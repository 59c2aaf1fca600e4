import { allPortsOpen } from '../../src/rules/all-ports-open.ts';
import { truthTable, type Literals } from './case.ts';

const group = (IpProtocol: string, from?: number, to?: number, cidrs = ['0.0.0.0/0']): Literals => ({
  securityGroup: [{ id: 'sg-1', IpPermissions: [{ IpProtocol, FromPort: from, ToPort: to, IpRanges: cidrs.map((CidrIp) => ({ CidrIp })) }] }],
});
const used: Literals = { networkInterface: [{ id: 'eni-1', Groups: [{ GroupId: 'sg-1' }] }] };

truthTable(allPortsOpen, 'sg-1', [
  ['all traffic, in use', { ...group('-1'), ...used }, 'fail high'],
  ['tcp 0-65535, in use', { ...group('tcp', 0, 65_535), ...used }, 'fail high'],
  ['two halves of the internet', { ...group('-1', undefined, undefined, ['0.0.0.0/1', '128.0.0.0/1']), ...used }, 'fail high'],
  ['a thousand ports', { ...group('udp', 1000, 1999), ...used }, 'fail high', { says: 'threshold 1000 ports' }],
  ['999 ports', { ...group('udp', 1000, 1998), ...used }, 'pass'],
  ['a lower threshold', { ...group('udp', 1000, 1099), ...used }, 'fail high', { thresholds: { ports: 100 } }],
  ['nothing uses it', group('-1'), 'fail info'],
  ['who uses it was denied', group('-1'), 'fail high', { denied: ['networkInterface'] }],
  ['from the VPC', { ...group('-1', undefined, undefined, ['10.0.0.0/8']), ...used }, 'pass'],
  ['one port', { ...group('tcp', 443, 443), ...used }, 'pass'],
  ['all of protocol 50', { ...group('50'), ...used }, 'pass'],
  ['a prefix list that was denied', { securityGroup: [{ id: 'sg-1', IpPermissions: [{ IpProtocol: '-1', PrefixListIds: [{ PrefixListId: 'pl-1' }] }] }] }, 'unknown', { denied: ['prefixListEntries'] }],
]);
