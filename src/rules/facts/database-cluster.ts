import type { ResourceOf } from '../../model/index.ts';
import type { RuleContext } from '../rule.ts';

/**
 * A cluster is judged once, on its writer: for any other member, the sentence that says so. Undefined for the writer, for an instance
 * without a cluster, and where the cluster or its writer is not known: then each member speaks for itself.
 */
export function judgedOnWriter(database: ResourceOf<'dbInstance'>, context: RuleContext<'dbCluster'>): string | undefined {
  const writer = writerOf(database, context);
  return writer === undefined || writer === database.DBInstanceIdentifier ? undefined : `the cluster ${database.DBClusterIdentifier} is judged on its writer, ${writer}`;
}

export function clusterOf(database: ResourceOf<'dbInstance'>, context: RuleContext<'dbCluster'>): ResourceOf<'dbCluster'> | undefined {
  return database.DBClusterIdentifier === undefined ? undefined : context.get('dbCluster', database.DBClusterIdentifier);
}

function writerOf(database: ResourceOf<'dbInstance'>, context: RuleContext<'dbCluster'>): string | undefined {
  return clusterOf(database, context)?.DBClusterMembers?.find(({ IsClusterWriter }) => IsClusterWriter === true)?.DBInstanceIdentifier;
}
