import { isObject, objectsIn, textOf } from '../aws/index.ts';
import { listing, question, type Listing } from './listing.ts';

const PAGE = { MaxRecords: 100 };

export const rds: readonly Listing[] = [
  listing('dbInstance', { items: 'DBInstances[]', input: PAGE, id: 'DBInstanceIdentifier', arn: 'DBInstanceArn', tags: 'TagList' }),
  listing('dbCluster', { items: 'DBClusters[]', input: PAGE, id: 'DBClusterIdentifier', arn: 'DBClusterArn', tags: 'TagList' }),
  // Only a manual snapshot can be public, and only its attributes say so: `SnapshotType: public` lists every account's.
  question('manualDbSnapshots', 'rds', 'DescribeDBSnapshots', { items: 'DBSnapshots[]', input: { ...PAGE, SnapshotType: 'manual' } }),
  question('dbSnapshotAttributes', 'rds', 'DescribeDBSnapshotAttributes', {
    kind: 'publicDbSnapshot', completes: 'publicDbSnapshot', items: '', id: 'DBSnapshotIdentifier', arn: 'DBSnapshotArn', tags: 'TagList',
    each: {
      of: ['manualDbSnapshots'], ids: (item) => [textOf(item['DBSnapshotIdentifier'])], batch: 1, names: 'DBSnapshotIdentifier', answer: 'DBSnapshotAttributesResult',
      input: ([DBSnapshotIdentifier = '']) => ({ DBSnapshotIdentifier }),
    },
    shape: (item, { parent }) => {
      const result = item['DBSnapshotAttributesResult'];
      const restore = isObject(result) ? objectsIn(result['DBSnapshotAttributes']).find((attribute) => attribute['AttributeName'] === 'restore') : undefined;
      const values = restore?.['AttributeValues'];
      return parent && Array.isArray(values) && values.includes('all') ? parent : [];
    },
  }),
];
