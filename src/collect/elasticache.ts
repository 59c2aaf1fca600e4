import { listing, type Listing } from './listing.ts';

const PAGE = { MaxRecords: 100 };

export const elasticache: readonly Listing[] = [
  listing('replicationGroup', { items: 'ReplicationGroups[]', input: PAGE, id: 'ReplicationGroupId', arn: 'ARN' }),
  listing('cacheCluster', { items: 'CacheClusters[]', input: { ...PAGE, ShowCacheNodeInfo: true }, id: 'CacheClusterId', arn: 'ARN' }),
];
