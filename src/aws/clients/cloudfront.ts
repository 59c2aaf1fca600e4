export {
  CloudFrontClient,
  ListVpcOriginsCommand,
  ListDistributionsCommand,
} from '@aws-sdk/client-cloudfront';
