import { twelveFactor, wellArchitected } from './controls.ts';
import { defineRule, fail, pass } from './rule.ts';

/** A classic load balancer one of whose listeners uses a stickiness policy. */
export const classicStickySessions = defineRule({
  id: 'classic-sticky-sessions',
  code: 'M03C',
  title: 'Any instance of a classic load balancer can answer any request',
  severity: 'high',
  subject: 'classicLoadBalancer',
  needs: [],
  controls: [...wellArchitected('REL05-BP06'), ...twelveFactor('VI Processes')],
  why: 'Stickiness stands for state in memory. Two platforms side by side cannot share that state: it has to move into a store before traffic is split between old and new.',
  remediation: {
    summary: 'Move sessions into ElastiCache or DynamoDB, then take the stickiness policy from the listener; keep its other policies in the list.',
    command: 'aws elb set-load-balancer-policies-of-listener --load-balancer-name <name> --load-balancer-port <port> --policy-names <the other policies>',
    cost: 'From about USD 6 per month for the smallest serverless cache; three to ten days in the application.',
    interrupts: 'brief',
  },
  phase: 'decouple',
  sources: [
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/elb-sticky-sessions.html',
    'https://docs.aws.amazon.com/wellarchitected/latest/framework/rel_mitigate_interaction_failure_stateless.html',
  ],
  judge(balancer) {
    const sticky = new Map<string, string>();
    for (const { PolicyName, CookieName } of balancer.Policies?.AppCookieStickinessPolicies ?? []) {
      if (PolicyName !== undefined) sticky.set(PolicyName, `the application's cookie ${CookieName ?? ''}`.trimEnd());
    }
    for (const { PolicyName, CookieExpirationPeriod } of balancer.Policies?.LBCookieStickinessPolicies ?? []) {
      if (PolicyName !== undefined) sticky.set(PolicyName, `a cookie of the balancer${CookieExpirationPeriod === undefined ? '' : ` for ${CookieExpirationPeriod} s`}`);
    }
    const used = (balancer.ListenerDescriptions ?? []).flatMap(({ Listener, PolicyNames }) =>
      (PolicyNames ?? []).flatMap((name) => (sticky.has(name)
        ? [{ text: `the listener on port ${Listener?.LoadBalancerPort ?? 'unknown'} uses the policy ${name}: ${sticky.get(name)}`, basis: 'configuration' as const }]
        : [])));
    return used.length === 0 ? pass() : fail(...used);
  },
});
