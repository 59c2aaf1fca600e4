export {
  GetWebACL$,
  GetWebACLForResource$,
  ListResourcesForWebACL$,
  ListWebACLs$,
} from '@aws-sdk/client-wafv2';
