import { databaseNotEncrypted } from '../../src/rules/database-not-encrypted.ts';
import { truthTable } from './truth-table.ts';

const db = (more: object) => ({ dbInstance: [{ id: 'shop', DBInstanceIdentifier: 'shop', ...more }] });
const readerOf = { dbCluster: [{ id: 'aurora', DBClusterIdentifier: 'aurora', DBClusterMembers: [{ DBInstanceIdentifier: 'writer', IsClusterWriter: true }] }] };

truthTable(databaseNotEncrypted, 'shop', [
  ['encrypted', 'pass', db({ StorageEncrypted: true })],
  ['not encrypted', 'fail medium', db({ StorageEncrypted: false })],
  ['not stated', 'unknown', db({})],
  ['the reader of a cluster', 'not-applicable', { ...db({ StorageEncrypted: false, DBClusterIdentifier: 'aurora' }), ...readerOf }],
]);
truthTable(databaseNotEncrypted, undefined, [['databases denied', 'unknown', {}, { denied: ['dbInstance'] }]]);
