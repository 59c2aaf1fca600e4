import { stickySessions } from '../../src/rules/sticky-sessions.ts';
import type { Literals } from './case.ts';
import { figure } from './known-facts.ts';
import { truthTable } from './truth-table.ts';

const ARN = 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/0123456789abcdef';
const BALANCER = 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/web/0123456789abcdef';
const group = { id: ARN, TargetGroupArn: ARN, LoadBalancerArns: [BALANCER] };
const attributes = (Attributes: Record<string, string>): Literals => ({ targetGroup: [group], targetGroupAttributes: [{ id: ARN, Attributes }] });
const sticky = attributes({ 'stickiness.enabled': 'true', 'stickiness.type': 'lb_cookie', 'stickiness.lb_cookie.duration_seconds': '86400' });
const requests = (metric: string, value: number) => figure(metric, 'Sum', value, { resourceId: BALANCER, namespace: 'AWS/ApplicationELB' });

truthTable(stickySessions, ARN, [
  ['off', 'pass', attributes({ 'stickiness.enabled': 'false', 'stickiness.type': 'lb_cookie' })],
  ['on', 'fail high', sticky, { says: /by lb_cookie for 86400 s/ }],
  ['on, three of four requests stick', 'fail high', sticky, {
    baseline: { utilisation: [requests('RequestCount', 4000), requests('NonStickyRequestCount', 1000)] }, says: /75 % of 4000 requests/,
  }],
  ['on, nothing was requested', 'fail high', sticky, { baseline: { utilisation: [requests('RequestCount', 0), requests('NonStickyRequestCount', 0)] } }],
  ['not stated', 'unknown', attributes({})],
  ['attributes of this group missing', 'unknown', { targetGroup: [group] }],
  ['attributes denied', 'unknown', { targetGroup: [group] }, { denied: ['targetGroupAttributes'], says: /DescribeTargetGroupAttributes was denied/ }],
]);
truthTable(stickySessions, undefined, [['target groups denied', 'unknown', {}, { denied: ['targetGroup'] }]]);
