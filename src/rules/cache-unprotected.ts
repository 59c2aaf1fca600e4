import type { Evidence } from '../model/index.ts';
import { securityHub, wellArchitected } from './controls.ts';
import { defineRule, fail, pass, undecided } from './rule.ts';

/** A cache that loses its data with one node, or shows it to whoever listens. */
export const cacheUnprotected = defineRule({
  id: 'cache-unprotected',
  code: 'D05',
  title: 'Caches fail over by themselves and are encrypted',
  severity: 'medium',
  subject: 'replicationGroup',
  needs: [],
  controls: [...securityHub('ElastiCache.3', 'ElastiCache.4', 'ElastiCache.5'), ...wellArchitected('REL10-BP01', 'SEC08-BP02')],
  why: 'Sessions that leave the memory of the monolith come here: then a lost cache is a log-out of every user.',
  remediation: {
    summary: 'Add a replica in another zone and switch on failover; encryption needs a new group for storage, and a step by preferred mode for transport.',
    command: 'aws elasticache modify-replication-group --replication-group-id <replication-group-id> --automatic-failover-enabled --multi-az-enabled --apply-immediately',
    cost: 'A second node; an hour for failover, one to three days for encryption.',
    interrupts: 'brief',
  },
  phase: 'stabilise',
  sources: [
    'https://docs.aws.amazon.com/securityhub/latest/userguide/elasticache-controls.html',
    'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/AutoFailover.html',
  ],
  judge(group) {
    const faults: Evidence[] = [];
    const { AutomaticFailover: failover, AtRestEncryptionEnabled: atRest, TransitEncryptionEnabled: inTransit } = group;
    if (failover === 'disabled' || failover === 'disabling') faults.push({ text: `AutomaticFailover is ${failover}`, basis: 'configuration' });
    if (atRest === false) faults.push({ text: 'AtRestEncryptionEnabled is false', basis: 'configuration' });
    if (inTransit === false) faults.push({ text: 'TransitEncryptionEnabled is false', basis: 'configuration' });
    if (faults.length > 0) return fail(...faults);
    const missing = Object.entries({ AutomaticFailover: failover, AtRestEncryptionEnabled: atRest, TransitEncryptionEnabled: inTransit }).filter(([, value]) => value === undefined).map(([name]) => name);
    return missing.length > 0 ? undecided(`the description of the group does not state ${missing.join(', ')}`) : pass();
  },
});
