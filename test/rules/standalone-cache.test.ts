import { standaloneCache } from '../../src/rules/standalone-cache.ts';
import { truthTable } from './truth-table.ts';

const cache = (more: object) => ({ cacheCluster: [{ id: 'sessions', CacheClusterId: 'sessions', TransitEncryptionEnabled: true, ...more }] });

truthTable(standaloneCache, 'sessions', [
  ['one Redis node', 'fail medium', cache({ Engine: 'redis' }), { says: /a single redis node/ }],
  ['memcached with TLS', 'pass', cache({ Engine: 'memcached' })],
  ['memcached in clear', 'fail medium', cache({ Engine: 'memcached', TransitEncryptionEnabled: false })],
  ['a node of a group', 'not-applicable', cache({ Engine: 'redis', ReplicationGroupId: 'sessions-group' })],
  ['engine not stated', 'unknown', cache({})],
]);
truthTable(standaloneCache, undefined, [['caches denied', 'unknown', {}, { denied: ['cacheCluster'] }]]);
