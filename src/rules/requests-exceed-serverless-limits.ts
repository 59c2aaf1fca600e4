import type { Evidence } from '../model/index.ts';
import { balancerAttribute } from './balancer-attribute.ts';
import { defineRule, fail, notApplicable, pass, undecided } from './rule.ts';

const IDLE_KEY = 'idle_timeout.timeout_seconds';

export const requestsExceedServerlessLimits = defineRule({
  id: 'requests-exceed-serverless-limits',
  code: 'L14',
  title: 'Requests are short enough for API Gateway and Lambda',
  severity: 'medium',
  subject: 'loadBalancer',
  needs: ['loadBalancerAttributes'],
  controls: [],
  why: 'Long requests and idle connections rule out API Gateway and Lambda for the paths that have them: those stay on containers, or become jobs.',
  remediation: {
    summary: 'Find the slow paths in the access logs, and turn long requests into jobs that are polled or pushed.',
    command: 'aws cloudwatch get-metric-statistics --namespace AWS/ApplicationELB --metric-name TargetResponseTime --dimensions Name=LoadBalancer,Value=<load-balancer-dimension> --extended-statistics p99 --period 86400 --start-time <start> --end-time <end>',
    cost: 'Work in the application; a queue costs from USD 0.40 per million requests.',
    interrupts: 'no',
  },
  phase: 'decouple',
  sources: [
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-execution-service-limits-table.html',
    'https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html',
    'https://aws.amazon.com/about-aws/whats-new/2024/06/amazon-api-gateway-integration-timeout-limit-29-seconds/',
  ],
  thresholds: {
    idle: { value: 60, unit: 'seconds of idle timeout', source: 'default of application load balancers: a longer one was set for a reason' },
    gateway: { value: 29, unit: 'seconds of response time (p99)', source: 'default integration timeout of API Gateway; can be raised for regional and private REST APIs' },
    lambda: { value: 900, unit: 'seconds of response time (p99)', source: 'longest run of a Lambda function' },
  },
  judge(balancer, context) {
    if (balancer.Type !== 'application') return notApplicable('not an application load balancer');
    const faults: Evidence[] = [];
    const idle = balancerAttribute(balancer, IDLE_KEY, context);
    const idleLimit = context.threshold('idle');
    if ('value' in idle && Number(idle.value) > idleLimit) faults.push({ text: `the idle timeout is ${idle.value} s (threshold ${idleLimit} s)`, basis: 'configuration' });
    const slow = context.insight.figuresOf(balancer.id).find((figure) => figure.metric === 'TargetResponseTime' && figure.stat === 'p99');
    if (slow && slow.value !== null) {
      const over = [{ service: 'Lambda', limit: context.threshold('lambda') }, { service: 'API Gateway', limit: context.threshold('gateway') }].find(({ limit }) => (slow.value ?? 0) > limit);
      if (over) faults.push({ text: `p99 of TargetResponseTime is ${slow.value} s, over the ${over.limit} s of ${over.service}, from ${slow.window.start} to ${slow.window.end}`, basis: 'metric' });
    }
    if (faults.length > 0) return fail(...faults);
    if ('unknown' in idle) return idle.unknown;
    if (!slow || slow.value === null) return undecided(`response times were not measured: ${slow?.reason ?? 'TargetResponseTime (p99) is not in the baseline'}`);
    return pass({ text: `p99 of TargetResponseTime is ${slow.value} s, the idle timeout ${idle.value} s`, basis: 'metric' });
  },
});
