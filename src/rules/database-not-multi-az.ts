import { cis, securityHub, wellArchitected } from './controls.ts';
import { clusterOf, judgedOnWriter } from './facts/database-cluster.ts';
import { isProduction } from './facts/environment.ts';
import { defineRule, fail, notApplicable, pass, undecided } from './rule.ts';

/** A database that is gone with its zone. */
export const databaseNotMultiAz = defineRule({
  id: 'database-not-multi-az',
  code: 'D01',
  title: 'Databases survive the loss of a zone',
  severity: 'high',
  subject: 'dbInstance',
  needs: [],
  wants: ['dbCluster'],
  controls: [...securityHub('RDS.5', 'RDS.15'), ...cis('3.2.4'), ...wellArchitected('REL10-BP01')],
  why: 'During the parallel run old and new platform hang on this one database: it is the last thing that may fail then.',
  remediation: {
    summary: 'Add a standby in a second zone; for Aurora, a reader in another zone.',
    command: 'aws rds modify-db-instance --db-instance-identifier <db-instance-id> --multi-az --no-apply-immediately',
    cost: 'Doubles the price of instance and storage; an hour, and a slower hour for writes while the standby is filled.',
    interrupts: 'no',
  },
  phase: 'stabilise',
  sources: [
    'https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-5',
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.MultiAZSingleStandby.html',
  ],
  judge(database, context) {
    if (database['ReadReplicaSourceDBInstanceIdentifier'] !== undefined) return notApplicable('it is a read replica: its source is judged');
    const elsewhere = judgedOnWriter(database, context);
    if (elsewhere !== undefined) return notApplicable(elsewhere);
    const weight = isProduction(database.tags) === false ? 'medium' : 'high';
    if (database.DBClusterIdentifier !== undefined) {
      const members = clusterOf(database, context)?.DBClusterMembers;
      if (!members) return undecided(`the cluster ${database.DBClusterIdentifier} is not known`);
      const zones = members.map(({ DBInstanceIdentifier: id }) => (id === undefined ? undefined : context.get('dbInstance', id)?.AvailabilityZone));
      const named = [...new Set(zones.flatMap((zone) => zone ?? []))].sort();
      if (named.length > 1) return pass({ text: `its cluster has members in ${named.join(', ')}`, basis: 'configuration' });
      if (zones.includes(undefined)) return undecided('the Availability Zone of a cluster member is not known');
      const alone = members.length === 1 ? 'the cluster has one member' : `all ${members.length} members of the cluster are`;
      return { ...fail({ text: `${alone}${members.length === 1 ? ',' : ''} in ${named.join(', ')}`, basis: 'configuration' }), severity: weight };
    }
    if (database.MultiAZ === undefined) return undecided('the description of the database does not state MultiAZ');
    return database.MultiAZ ? pass() : { ...fail({ text: `MultiAZ is false; it runs in ${database.AvailabilityZone ?? 'one zone'}`, basis: 'configuration' }), severity: weight };
  },
});
