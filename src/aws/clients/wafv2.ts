export {
  WAFV2Client,
  GetWebACLForResourceCommand,
} from '@aws-sdk/client-wafv2';
