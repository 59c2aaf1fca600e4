import { dataPortExposed } from '../../src/rules/data-port-exposed.ts';
import { exposure, truthTable, type Row } from './case.ts';

const group = (port: number, cidr = '0.0.0.0/0') => ({ securityGroup: [{ id: 'sg-1', IpPermissions: [{ IpProtocol: 'tcp', FromPort: port, ToPort: port, IpRanges: [{ CidrIp: cidr }] }] }] });
const used = { networkInterface: [{ id: 'eni-1', Groups: [{ GroupId: 'sg-1' }] }] };

truthTable(dataPortExposed, 'sg-1', [
  ...[3306, 5432, 6379, 27_017, 9200].map((port): Row => [
    `tcp ${port} open and reached`, { ...group(port), ...used }, 'fail critical', { insight: { exposures: [exposure({ fromPort: port, toPort: port })] } },
  ]),
  ['open, latent', { ...group(3306), ...used }, 'fail medium', { insight: { exposures: [exposure({ fromPort: 3306, toPort: 3306, verdict: 'latent', closedGates: ['route'] })] } }],
  ['open, interfaces denied', group(3306), 'unknown', { denied: ['networkInterface'] }],
  ['open to the VPC', group(3306, '10.0.0.0/16'), 'pass'],
  ['SSH is the other rule\'s', group(22), 'pass'],
  ['HTTPS', group(443), 'pass'],
  ['every port: another rule names that cause', { securityGroup: [{ id: 'sg-1', IpPermissions: [{ IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] }] }], ...used }, 'not-applicable'],
]);
