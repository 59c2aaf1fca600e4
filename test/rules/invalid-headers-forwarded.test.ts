import { invalidHeadersForwarded } from '../../src/rules/invalid-headers-forwarded.ts';
import { truthTable, type Literals } from './case.ts';

const balancer = (value?: string, Type = 'application'): Literals => ({
  loadBalancer: [{ id: 'lb', Type }], loadBalancerAttributes: [{ id: 'lb', Attributes: value === undefined ? {} : { 'routing.http.drop_invalid_header_fields.enabled': value } }],
});
const seen = { resourceId: 'lb', namespace: 'AWS/ApplicationELB', metric: 'ForwardedInvalidHeaderRequestCount', dimensions: {}, stat: 'Sum', value: 12, unit: 'Count', window: { start: '2026-11-06', end: '2026-11-20', periodSec: 300 }, coverage: 1 };

truthTable(invalidHeadersForwarded, 'lb', [
  ['forwarded', balancer('false'), 'fail medium'],
  ['forwarded, and some were seen', balancer('false'), 'fail medium', { baseline: { utilisation: [seen] }, says: '12 requests with such headers' }],
  ['dropped', balancer('true'), 'pass'],
  ['not stated', balancer(), 'unknown'],
  ['attributes denied', balancer('true'), 'unknown', { denied: ['loadBalancerAttributes'], says: 'elasticloadbalancing:DescribeLoadBalancerAttributes' }],
  ['a network load balancer', balancer('false', 'network'), 'not-applicable'],
]);
