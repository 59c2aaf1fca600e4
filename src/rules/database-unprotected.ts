import type { Evidence } from '../model/index.ts';
import { securityHub, wellArchitected } from './controls.ts';
import { clusterOf, judgedOnWriter } from './facts/database-cluster.ts';
import { defineRule, fail, notApplicable, pass, undecided } from './rule.ts';

/** Minor upgrades off, or nothing that keeps the database from being deleted. */
export const databaseUnprotected = defineRule({
  id: 'database-unprotected',
  code: 'D04',
  title: 'Databases take minor upgrades and cannot be deleted by a slip',
  severity: 'medium',
  subject: 'dbInstance',
  needs: [],
  wants: ['dbCluster'],
  controls: [...securityHub('RDS.13', 'RDS.8'), ...wellArchitected('OPS05-BP05')],
  why: 'A clean-up after the cut-over deletes what looks unused, and a replication tool may refuse a source whose minor version is too old.',
  remediation: {
    summary: 'Switch on both; minor upgrades happen in the maintenance window.',
    command: 'aws rds modify-db-instance --db-instance-identifier <db-instance-id> --auto-minor-version-upgrade --deletion-protection --apply-immediately',
    cost: 'No charge; minutes, and a short restart with every minor upgrade.',
    interrupts: 'no',
  },
  phase: 'stabilise',
  sources: [
    'https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-13',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-8',
  ],
  judge(database, context) {
    const elsewhere = judgedOnWriter(database, context);
    if (elsewhere !== undefined) return notApplicable(elsewhere);
    // Of a member of a cluster, it is the cluster that is protected.
    const protection = database.DBClusterIdentifier === undefined ? database.DeletionProtection : clusterOf(database, context)?.DeletionProtection;
    const upgrades = database.AutoMinorVersionUpgrade;
    const faults: Evidence[] = [];
    if (upgrades === false) faults.push({ text: 'AutoMinorVersionUpgrade is false', basis: 'configuration' });
    if (protection === false) faults.push({ text: 'DeletionProtection is false', basis: 'configuration' });
    if (faults.length > 0) return fail(...faults);
    if (upgrades === undefined) return undecided('the description of the database does not state AutoMinorVersionUpgrade');
    return protection === undefined ? undecided('whether deletion protection is on is not known') : pass();
  },
});
