import { cacheUnprotected } from '../../src/rules/cache-unprotected.ts';
import { truthTable } from './truth-table.ts';

const safe = { AutomaticFailover: 'enabled', AtRestEncryptionEnabled: true, TransitEncryptionEnabled: true };
const group = (more: object) => ({ replicationGroup: [{ id: 'sessions', ReplicationGroupId: 'sessions', ...safe, ...more }] });

truthTable(cacheUnprotected, 'sessions', [
  ['failover and encryption', 'pass', group({})],
  ['no failover', 'fail medium', group({ AutomaticFailover: 'disabled' }), { says: /AutomaticFailover is disabled/ }],
  ['no encryption at rest', 'fail medium', group({ AtRestEncryptionEnabled: false })],
  ['no encryption in transit', 'fail medium', group({ TransitEncryptionEnabled: false })],
  ['transport not stated', 'unknown', group({ TransitEncryptionEnabled: undefined }), { says: /TransitEncryptionEnabled/ }],
]);
truthTable(cacheUnprotected, undefined, [['caches denied', 'unknown', {}, { denied: ['replicationGroup'] }]]);
