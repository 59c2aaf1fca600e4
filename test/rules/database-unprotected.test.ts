import { databaseUnprotected } from '../../src/rules/database-unprotected.ts';
import { truthTable } from './truth-table.ts';

const db = (more: object) => ({ dbInstance: [{ id: 'shop', DBInstanceIdentifier: 'shop', ...more }] });
const cluster = (DeletionProtection: boolean) => ({ dbCluster: [{ id: 'aurora', DBClusterIdentifier: 'aurora', DeletionProtection, DBClusterMembers: [{ DBInstanceIdentifier: 'shop', IsClusterWriter: true }] }] });

truthTable(databaseUnprotected, 'shop', [
  ['both on', 'pass', db({ AutoMinorVersionUpgrade: true, DeletionProtection: true })],
  ['upgrades off', 'fail medium', db({ AutoMinorVersionUpgrade: false, DeletionProtection: true }), { says: /AutoMinorVersionUpgrade/ }],
  ['protection off', 'fail medium', db({ AutoMinorVersionUpgrade: true, DeletionProtection: false }), { says: /DeletionProtection/ }],
  ['protection off, upgrades not stated', 'fail medium', db({ DeletionProtection: false })],
  ['upgrades not stated', 'unknown', db({ DeletionProtection: true })],
  ['protection not stated', 'unknown', db({ AutoMinorVersionUpgrade: true })],
  ['a protected cluster', 'pass', { ...db({ AutoMinorVersionUpgrade: true, DeletionProtection: false, DBClusterIdentifier: 'aurora' }), ...cluster(true) }],
  ['an unprotected cluster', 'fail medium', { ...db({ AutoMinorVersionUpgrade: true, DBClusterIdentifier: 'aurora' }), ...cluster(false) }],
  ['clusters denied', 'unknown', db({ AutoMinorVersionUpgrade: true, DBClusterIdentifier: 'aurora' }), { denied: ['dbCluster'] }],
  ['the reader of a cluster', 'not-applicable', {
    ...db({ AutoMinorVersionUpgrade: false, DBClusterIdentifier: 'aurora' }),
    dbCluster: [{ id: 'aurora', DBClusterIdentifier: 'aurora', DBClusterMembers: [{ DBInstanceIdentifier: 'writer', IsClusterWriter: true }] }],
  }],
]);
truthTable(databaseUnprotected, undefined, [['databases denied', 'unknown', {}, { denied: ['dbInstance'] }]]);
