import type { Evidence, ResourceOf } from '../model/index.ts';
import { securityHub, wellArchitected } from './controls.ts';
import { defineRule, fail, notApplicable, pass, undecided } from './rule.ts';

type Action = NonNullable<ResourceOf<'listener'>['DefaultActions']>[number];

/** What becomes of a request that takes one path through a listener. */
type End = 'redirected' | 'forwarded' | 'answered';

/**
 * Judged per listener, and on every path through it: the default action and each rule. One redirect somewhere does not make the
 * others safe. High where a path forwards clear-text requests to targets of an internet-facing balancer; medium where the
 * balancer is internal, or where it answers in clear by itself.
 */
export const httpListenerWithoutRedirect = defineRule({
  id: 'http-listener-without-redirect',
  code: 'L01',
  title: 'HTTP listeners redirect every request to HTTPS',
  severity: 'high',
  subject: 'listener',
  needs: [],
  wants: ['listenerRule', 'loadBalancer'],
  controls: [...securityHub('ELB.1', 'ELB.18'), ...wellArchitected('SEC09-BP02')],
  why: 'Cookies and tokens travel in clear, and clients with http URLs in their code or configuration must be found before the entry point moves.',
  remediation: {
    summary: 'Add an HTTPS listener where there is none, then make the default action and every rule of this listener redirect to it.',
    command: 'aws elbv2 modify-listener --listener-arn <listener-arn> --default-actions Type=redirect,RedirectConfig={Protocol=HTTPS,Port=443,StatusCode=HTTP_301}',
    cost: 'No charge: public certificates of ACM are free with a load balancer. Clients that do not follow redirects, or that repeat a POST as GET, must be changed.',
    interrupts: 'brief',
  },
  phase: 'stabilise',
  sources: [
    'https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html#elb-1',
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_RedirectActionConfig.html',
  ],
  judge(listener, context) {
    if (listener.Protocol !== 'HTTP') return notApplicable(`a ${listener.Protocol ?? 'listener without a protocol'} listener`);
    const rules = context.where('listenerRule', 'listener', (rule) => [rule.ListenerArn], listener.id).filter((rule) => rule.IsDefault !== true);
    const paths = [
      { name: 'the default action', end: endOf(listener.DefaultActions ?? []) },
      ...rules.map((rule) => ({ name: `rule ${rule.Priority ?? rule.id}`, end: endOf(rule.Actions ?? []) })),
    ];
    const clear = paths.filter((path) => path.end !== 'redirected');
    const evidence = clear.map((path): Evidence => ({
      text: path.end === 'forwarded' ? `port ${listener.Port ?? '?'}: ${path.name} forwards HTTP requests` : `port ${listener.Port ?? '?'}: ${path.name} answers in clear, without a redirect to HTTPS`,
      basis: 'configuration',
    }));
    const known = context.completeness('listenerRule');
    if (clear.length === 0) {
      if (known.state !== 'complete') return undecided(`the default action redirects, but the rules are not all known: ${known.reason}`);
      return pass({ text: `port ${listener.Port ?? '?'}: the default action and ${rules.length} rules redirect to HTTPS`, basis: 'configuration' });
    }
    if (known.state !== 'complete') evidence.push({ text: `the rules are not all known: ${known.reason}` });
    const internal = listener.LoadBalancerArn !== undefined && context.get('loadBalancer', listener.LoadBalancerArn)?.Scheme === 'internal';
    const forwards = clear.some((path) => path.end === 'forwarded');
    return forwards && !internal ? fail(...evidence) : { ...fail(...evidence), severity: 'medium' };
  },
});

/**
 * The last action decides; the others only authenticate. A redirect's protocol that is absent or `#{protocol}` keeps the
 * request's own, which on an HTTP listener is HTTP.
 */
function endOf(actions: readonly Action[]): End {
  const last = actions.toSorted((a, b) => (a.Order ?? 0) - (b.Order ?? 0)).at(-1);
  if (last?.Type === 'redirect' && last.RedirectConfig?.Protocol?.toUpperCase() === 'HTTPS') return 'redirected';
  return last?.Type === 'forward' ? 'forwarded' : 'answered';
}
