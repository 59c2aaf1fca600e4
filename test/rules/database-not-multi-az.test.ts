import { databaseNotMultiAz } from '../../src/rules/database-not-multi-az.ts';
import { truthTable } from './truth-table.ts';

const db = (more: object) => ({ dbInstance: [{ id: 'shop', DBInstanceIdentifier: 'shop', ...more }] });
const members = (...zones: (string | undefined)[]) => ({
  dbInstance: zones.map((AvailabilityZone, at) => ({ id: at === 0 ? 'shop' : `reader-${at}`, DBInstanceIdentifier: at === 0 ? 'shop' : `reader-${at}`, DBClusterIdentifier: 'aurora', MultiAZ: false, AvailabilityZone })),
  dbCluster: [{ id: 'aurora', DBClusterIdentifier: 'aurora', DBClusterMembers: zones.map((_, at) => ({ DBInstanceIdentifier: at === 0 ? 'shop' : `reader-${at}`, IsClusterWriter: at === 0 })) }],
});

truthTable(databaseNotMultiAz, 'shop', [
  ['a standby', 'pass', db({ MultiAZ: true })],
  ['none', 'fail high', db({ MultiAZ: false, AvailabilityZone: 'eu-west-1a' }), { says: /runs in eu-west-1a/ }],
  ['none, for tests', 'fail medium', db({ MultiAZ: false, tags: { env: 'test' } })],
  ['not stated', 'unknown', db({})],
  ['a read replica', 'not-applicable', db({ MultiAZ: false, ReadReplicaSourceDBInstanceIdentifier: 'main' })],
  ['a cluster in two zones', 'pass', members('eu-west-1a', 'eu-west-1b')],
  ['a cluster in one zone', 'fail high', members('eu-west-1a', 'eu-west-1a'), { says: /all 2 members/ }],
  ['a cluster of one', 'fail high', members('eu-west-1a')],
  ['a cluster with a member nobody knows', 'unknown', members('eu-west-1a', undefined)],
  ['clusters denied', 'unknown', db({ DBClusterIdentifier: 'aurora', MultiAZ: false }), { denied: ['dbCluster'] }],
]);
truthTable(databaseNotMultiAz, 'reader-1', [['the reader of a cluster', 'not-applicable', members('eu-west-1a', 'eu-west-1a'), { says: /judged on its writer, shop/ }]]);
truthTable(databaseNotMultiAz, undefined, [['databases denied', 'unknown', {}, { denied: ['dbInstance'] }]]);
