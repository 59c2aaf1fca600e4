import { publicBalancerWithoutWaf } from '../../src/rules/public-balancer-without-waf.ts';
import { truthTable, type Literals } from './case.ts';

const balancer = (association: { WebACLArn?: string } | undefined, Scheme = 'internet-facing', Type = 'application'): Literals => ({
  loadBalancer: [{ id: 'lb', Type, Scheme }], webAclAssociation: association === undefined ? [] : [{ id: 'lb', ...association }],
});

truthTable(publicBalancerWithoutWaf, 'lb', [
  ['none', balancer({}), 'fail medium'],
  ['one', balancer({ WebACLArn: 'acl' }), 'pass'],
  ['no answer for this balancer', balancer(undefined), 'unknown'],
  ['denied', balancer(undefined), 'unknown', { denied: ['webAclAssociation'], says: 'wafv2:GetWebACLForResource' }],
  ['internal', balancer({}, 'internal'), 'not-applicable'],
  ['a network load balancer', balancer({}, 'internet-facing', 'network'), 'not-applicable'],
]);
