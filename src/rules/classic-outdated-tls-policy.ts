import { securityHub, wellArchitected } from './controls.ts';
import { defineRule, fail, notApplicable, pass, undecided } from './rule.ts';

/** Attributes by which a classic policy accepts a version that RFC 8996 or RFC 7568 forbids. */
const FORBIDDEN: ReadonlySet<string> = new Set(['Protocol-SSLv2', 'Protocol-SSLv3', 'Protocol-TLSv1', 'Protocol-TLSv1.1']);

export const classicOutdatedTlsPolicy = defineRule({
  id: 'classic-outdated-tls-policy',
  code: 'L02C',
  title: 'TLS listeners of classic load balancers accept TLS 1.2 only',
  severity: 'high',
  subject: 'classicLoadBalancer',
  needs: [],
  wants: ['classicLoadBalancerPolicies'],
  controls: [...securityHub('ELB.8'), ...wellArchitected('SEC09-BP02')],
  why: 'Legacy clients decide the policy of the new entry point: count them in the access logs before the cut-over forces it.',
  remediation: {
    summary: 'Set the predefined TLS 1.2 policy on the listener.',
    command: 'aws elb set-load-balancer-policies-of-listener --load-balancer-name <load-balancer-name> --load-balancer-port <port> --policy-names <policy-name-made-from-ELBSecurityPolicy-TLS-1-2-2017-01>',
    cost: 'No charge; clients that speak only TLS 1.0 or 1.1 lose access.',
    interrupts: 'no',
  },
  phase: 'stabilise',
  sources: [
    'https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html#elb-8',
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/elb-security-policy-table.html',
  ],
  judge(balancer, context) {
    const secure = (balancer.ListenerDescriptions ?? []).filter((row) => row.Listener?.Protocol === 'HTTPS' || row.Listener?.Protocol === 'SSL');
    if (secure.length === 0) return notApplicable('no TLS listener');
    const policies = context.get('classicLoadBalancerPolicies', balancer.id);
    if (!policies) {
      const known = context.completeness('classicLoadBalancerPolicies');
      return undecided(known.state === 'complete' ? 'the policies of the balancer are not in the estate' : known.reason);
    }
    const used = new Set(secure.flatMap((row) => row.PolicyNames ?? []));
    const negotiation = policies.PolicyDescriptions.filter((policy) => used.has(policy.PolicyName ?? '') && policy.PolicyTypeName === 'SSLNegotiationPolicyType');
    if (negotiation.length === 0) return undecided('no TLS negotiation policy of the listeners is in the answer');
    const weak = negotiation.map((policy) => ({
      name: policy.PolicyName ?? '',
      accepts: (policy.PolicyAttributeDescriptions ?? []).filter((row) => row.AttributeValue === 'true' && FORBIDDEN.has(row.AttributeName ?? '')).map((row) => (row.AttributeName ?? '').replace('Protocol-', '')),
    })).filter((policy) => policy.accepts.length > 0);
    if (weak.length === 0) return pass();
    return fail(...weak.map((policy) => ({ text: `${policy.name} accepts ${policy.accepts.sort().join(' and ')}`, basis: 'configuration' as const })));
  },
});
