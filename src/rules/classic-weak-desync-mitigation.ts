import { securityHub, wellArchitected } from './controls.ts';
import { defineRule, fail, notApplicable, pass, undecided } from './rule.ts';

const KEY = 'elb.http.desyncmitigationmode';

export const classicWeakDesyncMitigation = defineRule({
  id: 'classic-weak-desync-mitigation',
  code: 'L04C',
  title: 'Classic load balancers mitigate HTTP desync attacks',
  severity: 'medium',
  subject: 'classicLoadBalancer',
  needs: ['classicLoadBalancerAttributes'],
  controls: [...securityHub('ELB.14'), ...wellArchitected('SEC05-BP02')],
  why: 'Requests that two servers read differently smuggle others past the entry point, and a parallel run adds a second server that reads them.',
  remediation: {
    summary: 'Set the mode to defensive, which is the default, or strictest.',
    command: 'aws elb modify-load-balancer-attributes --load-balancer-name <load-balancer-name> --load-balancer-attributes AdditionalAttributes=[{Key=elb.http.desyncmitigationmode,Value=defensive}]',
    cost: 'No charge; requests that are ambiguous are closed or rejected.',
    interrupts: 'no',
  },
  phase: 'stabilise',
  sources: ['https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html#elb-14'],
  judge(balancer, context) {
    const http = (balancer.ListenerDescriptions ?? []).some((row) => row.Listener?.Protocol === 'HTTP' || row.Listener?.Protocol === 'HTTPS');
    if (!http) return notApplicable('no HTTP or HTTPS listener');
    const attributes = context.get('classicLoadBalancerAttributes', balancer.id)?.LoadBalancerAttributes.AdditionalAttributes;
    const mode = attributes?.find((attribute) => attribute.Key === KEY)?.Value;
    if (mode === undefined) return undecided(`the attribute ${KEY} is not in the estate`);
    return mode === 'defensive' || mode === 'strictest' ? pass() : fail({ text: `${KEY} is ${mode}`, basis: 'configuration' });
  },
});
