import { listing, type Listing } from './listing.ts';

export const cloudfront: readonly Listing[] = [
  listing('vpcOrigin', { global: true, items: 'VpcOriginList.Items[]', input: { MaxItems: 100 }, id: 'Id', arn: 'Arn' }),
];
