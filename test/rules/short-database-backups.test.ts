import { shortDatabaseBackups } from '../../src/rules/short-database-backups.ts';
import { truthTable } from './truth-table.ts';

const db = (more: object) => ({ dbInstance: [{ id: 'shop', DBInstanceIdentifier: 'shop', ...more }] });

truthTable(shortDatabaseBackups, 'shop', [
  ['a week', 'pass', db({ BackupRetentionPeriod: 7 })],
  ['six days', 'fail high', db({ BackupRetentionPeriod: 6 }), { says: /6 days \(at least 7\)/ }],
  ['six days, where three will do', 'pass', db({ BackupRetentionPeriod: 6 }), { thresholds: { days: 3 } }],
  ['off', 'fail high', db({ BackupRetentionPeriod: 0 }), { says: /automated backups are off/ }],
  ['not stated', 'unknown', db({})],
  ['a read replica', 'not-applicable', db({ BackupRetentionPeriod: 0, ReadReplicaSourceDBInstanceIdentifier: 'main' })],
]);
truthTable(shortDatabaseBackups, undefined, [['databases denied', 'unknown', {}, { denied: ['dbInstance'] }]]);
