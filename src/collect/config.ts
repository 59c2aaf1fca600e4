import { listing, type Listing } from './listing.ts';

export const config: readonly Listing[] = [
  listing('configurationRecorder', { items: 'ConfigurationRecordersStatus[]', id: 'name', arn: 'arn' }),
];
