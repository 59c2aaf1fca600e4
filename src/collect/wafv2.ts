import { isObject, textOf } from '../aws/index.ts';
import { listing, type Listing } from './listing.ts';

export const wafv2: readonly Listing[] = [
  listing('webAclAssociation', {
    items: '', id: (_item, { parentId = '' }) => parentId,
    shape: (item) => {
      const acl = item['WebACL'];
      return isObject(acl) ? { WebACLArn: textOf(acl['ARN']), Name: textOf(acl['Name']) } : {};
    },
    each: {
      // AWS WAF protects application load balancers, not network ones.
      of: ['loadBalancer'], ids: (item) => (item['Type'] === 'application' ? [textOf(item['LoadBalancerArn'])] : []), batch: 1, names: 'ResourceArn', answer: 'WebACL',
      input: ([ResourceArn = '']) => ({ ResourceArn }),
    },
  }),
];
