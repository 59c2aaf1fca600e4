import { balancerAttribute } from './balancer-attribute.ts';
import { securityHub, wellArchitected } from './controls.ts';
import { defineRule, fail, notApplicable, pass, undecided } from './rule.ts';

const KEY = 'access_logs.s3.enabled';

export const noAccessLogs = defineRule({
  id: 'no-access-logs',
  code: 'L05',
  title: 'Load balancers write access logs',
  severity: 'medium',
  subject: 'loadBalancer',
  needs: ['loadBalancerAttributes'],
  wants: ['listener'],
  controls: [...securityHub('ELB.5'), ...wellArchitected('SEC04-BP01')],
  why: 'Without traffic by path, strangler routing cannot be planned. Turn the logs on two to four weeks before the first route is cut.',
  remediation: {
    summary: 'Write access logs to an S3 bucket that lets Elastic Load Balancing put objects.',
    command: 'aws elbv2 modify-load-balancer-attributes --load-balancer-arn <load-balancer-arn> --attributes Key=access_logs.s3.enabled,Value=true Key=access_logs.s3.bucket,Value=<bucket>',
    cost: 'S3 storage and requests only, from USD 0.023 per GB and month, depending on the region; set a lifecycle rule.',
    interrupts: 'no',
  },
  phase: 'stabilise',
  sources: ['https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html#elb-5'],
  judge(balancer, context) {
    if (balancer.Type === 'gateway') return notApplicable('gateway load balancers write no access logs');
    const attribute = balancerAttribute(balancer, KEY, context);
    if ('unknown' in attribute) return attribute.unknown;
    if (attribute.value === 'true') return pass();
    if (balancer.Type === 'network') {
      // A network load balancer logs TLS requests only; flow logs are the record of the others.
      const listeners = context.completeness('listener');
      const tls = context.where('listener', 'balancer', (listener) => [listener.LoadBalancerArn], balancer.id).some((listener) => listener.Protocol === 'TLS');
      if (!tls) return listeners.state === 'complete' ? notApplicable('a network load balancer logs TLS listeners only, and this one has none') : undecided(listeners.reason);
    }
    return fail({ text: `${KEY} is ${attribute.value}`, basis: 'configuration' });
  },
});
