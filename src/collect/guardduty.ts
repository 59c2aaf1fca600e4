import { textOf } from '../aws/index.ts';
import { listing, question, type Listing } from './listing.ts';

export const guardduty: readonly Listing[] = [
  listing('detector', {
    items: 'DetectorIds[]', input: { MaxResults: 50 }, id: 'DetectorId',
    shape: (item) => ({ DetectorId: textOf(item['value']) || textOf(item['DetectorId']) }), arn: 'arn:{partition}:guardduty:{region}:{account}:detector/{id}',
  }),
  question('detectorStatus', 'guardduty', 'GetDetector', {
    completes: 'detector', items: '',
    each: { of: ['detector'], ids: (item) => [textOf(item['DetectorId'])], batch: 1, names: 'DetectorId', input: ([DetectorId = '']) => ({ DetectorId }) },
    adds: (item, { parentId = '' }) => [{ kind: 'detector', id: parentId, fields: { Status: item['Status'], FindingPublishingFrequency: item['FindingPublishingFrequency'] } }],
  }),
];
