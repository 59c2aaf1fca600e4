export {
  GetVpcOrigin$,
  ListDistributions$,
  ListVpcOrigins$,
} from '@aws-sdk/client-cloudfront';
