import { balancerAttribute } from './balancer-attribute.ts';
import { securityHub, wellArchitected } from './controls.ts';
import { defineRule, fail, notApplicable, pass } from './rule.ts';

const KEY = 'routing.http.desync_mitigation_mode';

export const weakDesyncMitigation = defineRule({
  id: 'weak-desync-mitigation',
  code: 'L04',
  title: 'Application load balancers mitigate HTTP desync attacks',
  severity: 'medium',
  subject: 'loadBalancer',
  needs: ['loadBalancerAttributes'],
  controls: [...securityHub('ELB.12'), ...wellArchitected('SEC05-BP02')],
  why: 'Requests that two servers read differently smuggle others past the entry point, and a parallel run adds a second server that reads them.',
  remediation: {
    summary: 'Set the mode to defensive, which is the default, or strictest.',
    command: 'aws elbv2 modify-load-balancer-attributes --load-balancer-arn <load-balancer-arn> --attributes Key=routing.http.desync_mitigation_mode,Value=defensive',
    cost: 'No charge; requests that are ambiguous are closed or rejected.',
    interrupts: 'no',
  },
  phase: 'stabilise',
  sources: [
    'https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html#elb-12',
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html',
  ],
  judge(balancer, context) {
    if (balancer.Type !== 'application') return notApplicable('not an application load balancer');
    const attribute = balancerAttribute(balancer, KEY, context);
    if ('unknown' in attribute) return attribute.unknown;
    return attribute.value === 'defensive' || attribute.value === 'strictest' ? pass() : fail({ text: `${KEY} is ${attribute.value}`, basis: 'configuration' });
  },
});
