import { requestsExceedServerlessLimits } from '../../src/rules/requests-exceed-serverless-limits.ts';
import { truthTable, type JudgeOptions, type Literals } from './case.ts';

const balancer = (idle?: string, Type = 'application'): Literals => ({
  loadBalancer: [{ id: 'lb', Type }], loadBalancerAttributes: [{ id: 'lb', Attributes: idle === undefined ? {} : { 'idle_timeout.timeout_seconds': idle } }],
});
const p99 = (value: number | null): JudgeOptions => ({ baseline: { utilisation: [{
  resourceId: 'lb', namespace: 'AWS/ApplicationELB', metric: 'TargetResponseTime', dimensions: {}, stat: 'p99', value, unit: 'Seconds',
  window: { start: '2026-11-06', end: '2026-11-20', periodSec: 300 }, coverage: value === null ? 0 : 1, ...(value === null ? { reason: 'cloudwatch:GetMetricData was denied' } : {}),
}] } });

truthTable(requestsExceedServerlessLimits, 'lb', [
  ['a long idle timeout', balancer('3600'), 'fail medium', { ...p99(0.2), says: '3600 s (threshold 60 s)' }],
  ['a long idle timeout, not measured', balancer('120'), 'fail medium'],
  ['slower than API Gateway waits', balancer('60'), 'fail medium', { ...p99(31), says: 'over the 29 s of API Gateway' }],
  ['slower than Lambda runs', balancer('60'), 'fail medium', { ...p99(901), says: 'over the 900 s of Lambda' }],
  ['slower, attributes say nothing', balancer(), 'fail medium', p99(31)],
  ['fast', balancer('60'), 'pass', p99(0.2)],
  ['not measured', balancer('60'), 'unknown', { says: 'not in the baseline' }],
  ['metrics denied', balancer('60'), 'unknown', { ...p99(null), says: 'cloudwatch:GetMetricData' }],
  ['attributes denied', balancer('60'), 'unknown', { ...p99(0.2), denied: ['loadBalancerAttributes'] }],
  ['a network load balancer', balancer('350', 'network'), 'not-applicable'],
]);
