import { listing, type Listing } from './listing.ts';

/** Without this filter AWS lists only RSA keys of up to 2048 bits. */
const KEY_TYPES = ['RSA_1024', 'RSA_2048', 'RSA_3072', 'RSA_4096', 'EC_prime256v1', 'EC_secp384r1', 'EC_secp521r1'];

export const acm: readonly Listing[] = [
  listing('certificate', {
    items: 'CertificateSummaryList[]', input: { MaxItems: 1000, Includes: { keyTypes: KEY_TYPES } }, id: 'CertificateArn', arn: 'CertificateArn',
  }),
];
