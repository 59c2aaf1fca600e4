import { securityHub, wellArchitected } from './controls.ts';
import { judgedOnWriter } from './facts/database-cluster.ts';
import { defineRule, fail, notApplicable, pass, undecided } from './rule.ts';

/** Automated backups off, or kept for less than a week. */
export const shortDatabaseBackups = defineRule({
  id: 'short-database-backups',
  code: 'D02',
  title: 'Databases can be put back to any point of the last week',
  severity: 'high',
  subject: 'dbInstance',
  needs: [],
  wants: ['dbCluster'],
  controls: [...securityHub('RDS.11'), ...wellArchitected('REL09-BP03', 'REL09-BP02')],
  why: 'A data step that goes wrong is often noticed days later. Without the backup of that day there is no way back.',
  remediation: {
    summary: 'Keep automated backups for at least seven days, and restore one before the first data step.',
    command: 'aws rds modify-db-instance --db-instance-identifier <db-instance-id> --backup-retention-period <days> --apply-immediately',
    cost: 'Backups up to the size of the database are free, beyond that about USD 0.095 per GB-month; an hour, a day with the rehearsal. Going from 0 to more may interrupt the instance briefly.',
    interrupts: 'brief',
  },
  phase: 'stabilise',
  sources: [
    'https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-11',
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.html',
  ],
  thresholds: {
    days: { value: 7, unit: 'days', source: 'https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-11' },
  },
  judge(database, context) {
    if (database['ReadReplicaSourceDBInstanceIdentifier'] !== undefined) return notApplicable('it is a read replica: its source is judged');
    const elsewhere = judgedOnWriter(database, context);
    if (elsewhere !== undefined) return notApplicable(elsewhere);
    const days = database.BackupRetentionPeriod;
    if (days === undefined) return undecided('the description of the database does not state BackupRetentionPeriod');
    const least = context.threshold('days');
    return days >= least ? pass() : fail({ text: `BackupRetentionPeriod is ${days} days (at least ${least})${days === 0 ? ': automated backups are off' : ''}`, basis: 'configuration' });
  },
});
