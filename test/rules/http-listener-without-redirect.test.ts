import { expect, test } from 'vitest';
import { httpListenerWithoutRedirect } from '../../src/rules/http-listener-without-redirect.ts';
import { judge } from '../../src/rules/index.ts';
import { ACCOUNT, estateOf, judgeAll, NOW, REGION, truthTable, type Literal, type Literals } from './case.ts';

type Action = NonNullable<Literal<'listener'>['DefaultActions']>[number];
const forward: Action = { Type: 'forward', TargetGroupArn: 'tg' };
const redirect: Action = { Type: 'redirect', RedirectConfig: { Protocol: 'HTTPS', Port: '443', StatusCode: 'HTTP_301' } };
const same: Action = { Type: 'redirect', RedirectConfig: { Protocol: '#{protocol}', Host: 'www.example.com' } };
const fixed: Action = { Type: 'fixed-response', FixedResponseConfig: { StatusCode: '404' } };

const listener = (defaults: Action[], rules: Action[][] = [], fields: Partial<Literal<'listener'>> & { Scheme?: string } = {}): Literals => ({
  loadBalancer: [{ id: 'lb', Scheme: fields.Scheme ?? 'internet-facing' }],
  listener: [{ id: 'listener', LoadBalancerArn: 'lb', Port: 80, Protocol: 'HTTP', DefaultActions: defaults, ...fields }],
  listenerRule: [
    { id: 'rule-default', ListenerArn: 'listener', IsDefault: true, Priority: 'default', Actions: defaults },
    ...rules.map((Actions, i) => ({ id: `rule-${i}`, ListenerArn: 'listener', IsDefault: false, Priority: String(i + 1), Actions })),
  ],
});

truthTable(httpListenerWithoutRedirect, 'listener', [
  ['forwards by default', listener([forward]), 'fail high', { says: 'port 80: the default action forwards HTTP requests' }],
  ['redirects by default, one rule forwards', listener([redirect], [[redirect], [forward]]), 'fail high', { says: 'rule 2 forwards' }],
  ['forwards by default, one rule redirects', listener([forward], [[redirect]]), 'fail high'],
  ['authenticates, then forwards', listener([{ Type: 'authenticate-oidc', Order: 1 }, { ...forward, Order: 2 }]), 'fail high'],
  ['the same, in another order of the answer', listener([{ ...forward, Order: 2 }, { Type: 'authenticate-oidc', Order: 1 }]), 'fail high'],
  ['forwards, on an internal balancer', listener([forward], [], { Scheme: 'internal' }), 'fail medium'],
  ['redirects to HTTP on another host', listener([same]), 'fail medium', { says: 'without a redirect to HTTPS' }],
  ['redirects without a protocol', listener([{ Type: 'redirect', RedirectConfig: { Host: 'www.example.com' } }]), 'fail medium'],
  ['answers by itself', listener([fixed]), 'fail medium'],
  ['redirects by default, one rule answers', listener([redirect], [[fixed]]), 'fail medium'],
  ['no actions at all', listener([]), 'fail medium'],
  ['redirects by default, no rules', listener([redirect]), 'pass'],
  ['redirects on every path', listener([redirect], [[redirect], [redirect]]), 'pass', { says: '2 rules redirect' }],
  ['redirects by default, rules denied', listener([redirect]), 'unknown', { denied: ['listenerRule'], says: 'elasticloadbalancing:DescribeRules' }],
  ['redirects by default, rules in part', listener([redirect]), 'unknown', { partial: ['listenerRule'] }],
  ['forwards by default, rules denied', listener([forward]), 'fail high', { denied: ['listenerRule'] }],
  ['forwards, balancers denied', listener([forward]), 'fail high', { denied: ['loadBalancer'] }],
  ['HTTPS', listener([forward], [], { Protocol: 'HTTPS' }), 'not-applicable'],
  ['HTTPS, rules denied', listener([forward], [], { Protocol: 'HTTPS' }), 'not-applicable', { denied: ['listenerRule'] }],
  ['TCP', listener([forward], [], { Protocol: 'TCP' }), 'not-applicable'],
]);

test('listeners denied: unknown, and the reason names the action', () => {
  const findings = judgeAll(httpListenerWithoutRedirect, estateOf({ loadBalancer: [{ id: 'lb' }] }, { denied: ['listener'] }));
  expect(findings).toHaveLength(1);
  expect(findings[0]).toMatchObject({ outcome: 'unknown', resourceId: `${ACCOUNT}/${REGION}` });
  expect(findings[0]?.reason).toContain('elasticloadbalancing:DescribeListeners');
});

test('listeners denied: no rule on listeners passes anything', () => {
  const findings = judge({
    estate: estateOf({ loadBalancer: [{ id: 'lb' }] }, { denied: ['listener'] }), now: NOW, baseline: { utilisation: [], series: [] },
    insight: { subnets: [], exposures: [], indirectPaths: [], components: [], boot: [], workloads: [], dependencies: [], bottlenecks: [] },
    settings: { prefer: {}, thresholds: {}, rules: [], excludeRules: [] },
  }).filter((finding) => finding.kind === 'listener');
  expect(new Set(findings.map((finding) => finding.outcome))).toEqual(new Set(['unknown']));
});
