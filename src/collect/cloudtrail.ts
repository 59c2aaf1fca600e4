import { textOf } from '../aws/index.ts';
import { listing, question, type Listing } from './listing.ts';

export const cloudtrail: readonly Listing[] = [
  listing('trail', { items: 'trailList[]', id: 'TrailARN', arn: 'TrailARN' }),
  question('trailStatus', 'cloudtrail', 'GetTrailStatus', {
    completes: 'trail', items: '',
    each: { of: ['trail'], ids: (item) => [textOf(item['TrailARN'])], batch: 1, names: 'TrailARN', aliases: ['Name'], input: ([Name = '']) => ({ Name }) },
    adds: (item, { parentId = '' }) => [{ kind: 'trail', id: parentId, fields: { IsLogging: item['IsLogging'] ?? false } }],
  }),
];
