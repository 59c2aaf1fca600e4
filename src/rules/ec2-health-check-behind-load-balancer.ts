import { securityHub, wellArchitected } from './controls.ts';
import { defineRule, fail, notApplicable, pass, undecided } from './rule.ts';

export const ec2HealthCheckBehindLoadBalancer = defineRule({
  id: 'ec2-health-check-behind-load-balancer',
  code: 'A01',
  title: 'Auto Scaling groups behind a load balancer use its health checks',
  severity: 'medium',
  subject: 'autoScalingGroup',
  needs: [],
  controls: [...securityHub('AutoScaling.1'), ...wellArchitected('REL11-BP03')],
  why: 'An application that is dead on a live host stays in the group for good, in the old platform and in the new.',
  remediation: {
    summary: 'Add the ELB health check, with a grace period that covers the boot.',
    command: 'aws autoscaling update-auto-scaling-group --auto-scaling-group-name <group-name> --health-check-type ELB --health-check-grace-period <seconds>',
    cost: 'No charge; a health check that is wrong replaces healthy hosts, so look at it first (shallow-health-check).',
    interrupts: 'no',
  },
  phase: 'stabilise',
  sources: ['https://docs.aws.amazon.com/securityhub/latest/userguide/autoscaling-controls.html#autoscaling-1'],
  judge(group) {
    const attached = (group.LoadBalancerNames?.length ?? 0) + (group.TargetGroupARNs?.length ?? 0) + (group.TrafficSources?.length ?? 0);
    if (attached === 0) return notApplicable('no load balancer is attached');
    if (group.HealthCheckType === undefined) return undecided('the answer does not state the health check type');
    return group.HealthCheckType.split(',').some((type) => type.trim() === 'ELB') ? pass() : fail({ text: `HealthCheckType is ${group.HealthCheckType}`, basis: 'configuration' });
  },
});
