import { cis, securityHub, wellArchitected } from './controls.ts';
import { judgedOnWriter } from './facts/database-cluster.ts';
import { defineRule, fail, notApplicable, pass, undecided } from './rule.ts';

/** The storage of the database is not encrypted, which cannot be changed in place. */
export const databaseNotEncrypted = defineRule({
  id: 'database-not-encrypted',
  code: 'D03',
  title: 'Database storage is encrypted',
  severity: 'medium',
  subject: 'dbInstance',
  needs: [],
  wants: ['dbCluster'],
  controls: [...securityHub('RDS.3', 'RDS.27'), ...cis('3.2.1'), ...wellArchitected('SEC08-BP02')],
  why: 'It can only be encrypted by way of a copy. That copy needs a window or a replication, and the migration has one of both anyway: plan them together.',
  remediation: {
    summary: 'Copy a snapshot with a key and restore it; where the window is too short for that, replicate into an encrypted database and switch over.',
    command: 'aws rds copy-db-snapshot --source-db-snapshot-identifier <snapshot-id> --target-db-snapshot-identifier <new-snapshot-id> --kms-key-id <kms-key-id>',
    cost: 'A second instance while both run, USD 1 per month for a key of your own; one to five days.',
    interrupts: 'yes',
  },
  phase: 'decouple',
  sources: [
    'https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-3',
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.html',
  ],
  judge(database, context) {
    const elsewhere = judgedOnWriter(database, context);
    if (elsewhere !== undefined) return notApplicable(elsewhere);
    if (database.StorageEncrypted === undefined) return undecided('the description of the database does not state StorageEncrypted');
    return database.StorageEncrypted ? pass() : fail({ text: 'StorageEncrypted is false', basis: 'configuration' });
  },
});
