import { databasePubliclyAccessible } from '../../src/rules/database-publicly-accessible.ts';
import { exposure, truthTable, type Literals } from './case.ts';

const database = (PubliclyAccessible: boolean | undefined): Literals => ({
  dbInstance: [{
    id: 'orders', PubliclyAccessible, Endpoint: { Port: 3306 }, DBSubnetGroup: { Subnets: [{ SubnetIdentifier: 'subnet-1' }] }, VpcSecurityGroups: [{ VpcSecurityGroupId: 'sg-1' }],
  }],
  networkInterface: [{ id: 'eni-1', Description: 'RDSNetworkInterface', SubnetId: 'subnet-1', Groups: [{ GroupId: 'sg-1' }] }],
});
const row = (fields = {}) => ({ insight: { exposures: [exposure({ resourceId: 'eni-1', fromPort: 3306, toPort: 3306, ...fields })] } });

truthTable(databasePubliclyAccessible, 'orders', [
  ['flag on, reached', database(true), 'fail critical', { ...row(), says: 'port 3306 is reached at 203.0.113.10' }],
  ['flag on, latent', database(true), 'fail high', row({ verdict: 'latent', closedGates: ['group'] })],
  ['flag on, path not known', database(true), 'fail high', { ...row({ verdict: 'unknown', missing: ['ec2:DescribeRouteTables was denied'] }), says: 'DescribeRouteTables' }],
  ['flag on, another port reached', database(true), 'fail high', row({ fromPort: 22, toPort: 22 })],
  ['flag on, interfaces denied', { dbInstance: database(true).dbInstance ?? [] }, 'fail high', { denied: ['networkInterface'] }],
  ['flag off', database(false), 'pass', row()],
  ['flag not stated', database(undefined), 'unknown'],
]);
