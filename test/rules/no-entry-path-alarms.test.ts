import { noEntryPathAlarms } from '../../src/rules/no-entry-path-alarms.ts';
import { truthTable } from './truth-table.ts';

const ARN = 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/web/0123456789abcdef';
const DIMENSION = { Name: 'LoadBalancer', Value: 'app/web/0123456789abcdef' };
const alb = { loadBalancer: [{ id: ARN, LoadBalancerArn: ARN, Type: 'application' }] };
const alarm = (MetricName: string, more = {}) => ({ id: MetricName, AlarmName: MetricName, MetricName, Dimensions: [DIMENSION], ActionsEnabled: true, ...more });
const math = { id: 'math', AlarmName: 'math', Metrics: [{ Id: 'e', Expression: 'm/r' }, { Id: 'm', MetricStat: { Metric: { MetricName: 'HTTPCode_Target_5XX_Count', Dimensions: [DIMENSION] } } }] };
const all = [alarm('HTTPCode_ELB_5XX_Count'), alarm('TargetResponseTime'), alarm('UnHealthyHostCount')];

truthTable(noEntryPathAlarms, ARN, [
  ['errors, latency, health', 'pass', { ...alb, alarm: all }],
  ['errors by metric math', 'pass', { ...alb, alarm: [math, ...all.slice(1)] }],
  ['none', 'fail medium', { ...alb, alarm: [] }, { says: /errors.*latency.*health.*0 alarms/ }],
  ['only errors', 'fail low', { ...alb, alarm: all.slice(0, 1) }, { says: /no active alarm for latency/ }],
  ['three with their actions off', 'fail medium', { ...alb, alarm: all.map((each) => ({ ...each, ActionsEnabled: false })) }, { says: /3 more have their actions switched off/ }],
  ['three for another balancer', 'fail medium', { ...alb, alarm: all.map((each) => ({ ...each, Dimensions: [{ ...DIMENSION, Value: 'app/other/1' }] })) }],
  ['none among those that arrived', 'unknown', alb, { partial: ['alarm'] }],
  ['denied', 'unknown', alb, { denied: ['alarm'] }],
  ['a gateway balancer', 'not-applicable', { loadBalancer: [{ id: ARN, LoadBalancerArn: ARN, Type: 'gateway' }] }],
]);
