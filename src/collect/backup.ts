import { listing, type Listing } from './listing.ts';

export const backup: readonly Listing[] = [
  listing('protectedResource', { items: 'Results[]', input: { MaxResults: 1000 }, id: 'ResourceArn', arn: 'ResourceArn' }),
];
