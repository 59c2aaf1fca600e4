import type { Evidence } from '../model/index.ts';
import { securityHub, wellArchitected } from './controls.ts';
import { defineRule, fail, notApplicable, pass, undecided } from './rule.ts';

/** A Redis or Valkey node without a replica, or a cache that talks in clear. */
export const standaloneCache = defineRule({
  id: 'standalone-cache',
  code: 'D05S',
  title: 'No cache is a single node',
  severity: 'medium',
  subject: 'cacheCluster',
  needs: [],
  controls: [...securityHub('ElastiCache.3', 'ElastiCache.5'), ...wellArchitected('REL10-BP01')],
  why: 'Sessions that leave the memory of the monolith come here: then a lost cache is a log-out of every user.',
  remediation: {
    summary: 'Make a replication group of it, then add a replica and failover.',
    command: 'aws elasticache create-replication-group --replication-group-id <name> --replication-group-description <text> --primary-cluster-id <cache-cluster-id>',
    cost: 'A second node; half a day.',
    interrupts: 'brief',
  },
  phase: 'stabilise',
  sources: [
    'https://docs.aws.amazon.com/securityhub/latest/userguide/elasticache-controls.html',
    'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Replication.CreatingRepGroup.ExistingCluster.html',
  ],
  judge(cache) {
    if (cache.ReplicationGroupId !== undefined) return notApplicable(`it is judged with its replication group ${cache.ReplicationGroupId}`);
    if (cache.Engine === undefined) return undecided('the description of the cache does not state Engine');
    const faults: Evidence[] = [];
    // memcached has no replicas: its clients spread the keys and live with a loss.
    if (cache.Engine !== 'memcached') faults.push({ text: `a single ${cache.Engine} node without a replica`, basis: 'configuration' });
    if (cache.TransitEncryptionEnabled === false) faults.push({ text: 'TransitEncryptionEnabled is false', basis: 'configuration' });
    return faults.length > 0 ? fail(...faults) : pass();
  },
});
