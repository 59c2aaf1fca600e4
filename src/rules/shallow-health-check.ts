import type { Evidence, ResourceOf } from '../model/index.ts';
import { wellArchitected } from './controls.ts';
import { defineRule, fail, notApplicable, pass } from './rule.ts';

/** Status codes from here on are errors: a check that accepts them accepts a broken application. */
const FIRST_ERROR = 400;

/** Ports behind which a TCP target group most likely serves HTTP. */
function servesHttp(group: ResourceOf<'targetGroup'>): boolean {
  const port = group.Port ?? 0;
  return group.Protocol === 'HTTP' || group.Protocol === 'HTTPS' || port === 80 || port === 443 || (port >= 8000 && port <= 8999);
}

export const shallowHealthCheck = defineRule({
  id: 'shallow-health-check',
  code: 'L13',
  title: 'Health checks ask the application, and notice its failure soon',
  severity: 'medium',
  subject: 'targetGroup',
  needs: [],
  controls: wellArchitected('REL11-BP01'),
  why: 'A container platform replaces what its readiness path calls unhealthy. A check that says yes to everything lets a broken release into service.',
  remediation: {
    summary: 'Give the application a path that fails when it cannot serve, and check that one.',
    command: 'aws elbv2 modify-target-group --target-group-arn <target-group-arn> --health-check-protocol HTTP --health-check-path <readiness-path> --matcher HttpCode=200',
    cost: 'No charge; hours to days of work in the application.',
    interrupts: 'no',
  },
  phase: 'decouple',
  sources: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html'],
  thresholds: {
    detection: { value: 120, unit: 'seconds until a target counts as unhealthy (interval times threshold)', source: 'proposal of this tool' },
  },
  judge(group, context) {
    if (group.HealthCheckEnabled === false) return notApplicable('the group has no health check');
    if (group.Protocol === 'GENEVE' || group.TargetType === 'lambda') return notApplicable('not an application on a host');
    const faults: Evidence[] = [];
    if (group.HealthCheckProtocol === 'TCP' && servesHttp(group)) {
      faults.push({ text: `checks only that TCP port ${group.HealthCheckPort === 'traffic-port' ? group.Port ?? '?' : group.HealthCheckPort ?? group.Port ?? '?'} is open`, basis: 'configuration' });
    }
    const codes = group.Matcher?.HttpCode;
    if (codes !== undefined && highestCode(codes) >= FIRST_ERROR) faults.push({ text: `accepts status ${codes}, errors included`, basis: 'configuration' });
    const limit = context.threshold('detection');
    const seconds = (group.HealthCheckIntervalSeconds ?? 0) * (group.UnhealthyThresholdCount ?? 0);
    if (seconds > limit) faults.push({ text: `takes ${seconds} s to notice a failure (threshold ${limit} s)`, basis: 'configuration' });
    if (faults.length > 0) return fail(...faults);
    // The default path: it may well be a page that renders without the database.
    if (group.HealthCheckPath === '/') return { ...fail({ text: 'checks the front page (/), not a readiness path', basis: 'configuration' }), severity: 'low' };
    return pass();
  },
});

/** The highest status of a matcher such as `200-299,404`. */
function highestCode(matcher: string): number {
  return Math.max(...matcher.split(/[-,]/u).map(Number).filter((code) => !Number.isNaN(code)), 0);
}
