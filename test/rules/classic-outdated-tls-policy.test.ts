import { classicOutdatedTlsPolicy } from '../../src/rules/classic-outdated-tls-policy.ts';
import { truthTable, type Literals } from './case.ts';

const balancer = (Protocol: string, accepts?: Record<string, string>, used = ['custom']): Literals => ({
  classicLoadBalancer: [{ id: 'clb', ListenerDescriptions: [{ Listener: { Protocol }, PolicyNames: used }] }],
  ...(accepts && { classicLoadBalancerPolicies: [{ id: 'clb', PolicyDescriptions: [{
    PolicyName: 'custom', PolicyTypeName: 'SSLNegotiationPolicyType', PolicyAttributeDescriptions: Object.entries(accepts).map(([AttributeName, AttributeValue]) => ({ AttributeName, AttributeValue })),
  }] }] }),
});

truthTable(classicOutdatedTlsPolicy, 'clb', [
  ['accepts TLS 1.0', balancer('HTTPS', { 'Protocol-TLSv1': 'true', 'Protocol-TLSv1.2': 'true' }), 'fail high', { says: 'custom accepts TLSv1' }],
  ['accepts SSL 3.0', balancer('SSL', { 'Protocol-SSLv3': 'true' }), 'fail high'],
  ['accepts TLS 1.2 only', balancer('HTTPS', { 'Protocol-TLSv1': 'false', 'Protocol-TLSv1.2': 'true' }), 'pass'],
  ['the policy of the listener is not in the answer', balancer('HTTPS', { 'Protocol-TLSv1.2': 'true' }, ['other']), 'unknown'],
  ['policies denied', balancer('HTTPS'), 'unknown', { denied: ['classicLoadBalancerPolicies'], says: 'elasticloadbalancing:DescribeLoadBalancerPolicies' }],
  ['HTTP only', balancer('HTTP'), 'not-applicable'],
]);
