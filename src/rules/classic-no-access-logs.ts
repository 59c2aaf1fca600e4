import { securityHub, wellArchitected } from './controls.ts';
import { defineRule, fail, pass, undecided } from './rule.ts';

export const classicNoAccessLogs = defineRule({
  id: 'classic-no-access-logs',
  code: 'L05C',
  title: 'Classic load balancers write access logs',
  severity: 'medium',
  subject: 'classicLoadBalancer',
  needs: ['classicLoadBalancerAttributes'],
  controls: [...securityHub('ELB.5'), ...wellArchitected('SEC04-BP01')],
  why: 'Without traffic by path, strangler routing cannot be planned. Turn the logs on two to four weeks before the first route is cut.',
  remediation: {
    summary: 'Write access logs to an S3 bucket that lets Elastic Load Balancing put objects.',
    command: 'aws elb modify-load-balancer-attributes --load-balancer-name <load-balancer-name> --load-balancer-attributes AccessLog={Enabled=true,S3BucketName=<bucket>,EmitInterval=60}',
    cost: 'S3 storage and requests only, from USD 0.023 per GB and month, depending on the region; set a lifecycle rule.',
    interrupts: 'no',
  },
  phase: 'stabilise',
  sources: ['https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html#elb-5'],
  judge(balancer, context) {
    const enabled = context.get('classicLoadBalancerAttributes', balancer.id)?.LoadBalancerAttributes.AccessLog?.Enabled;
    if (enabled === undefined) return undecided('the attribute AccessLog is not in the estate');
    return enabled ? pass() : fail({ text: 'AccessLog.Enabled is false', basis: 'configuration' });
  },
});
