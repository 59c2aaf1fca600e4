import type { ResourceOf } from '../model/index.ts';
import { securityHub, wellArchitected } from './controls.ts';
import { defineRule, fail, notApplicable, pass, undecided, type Judgement } from './rule.ts';
import { TLS_POLICIES } from './tls-policies.ts';

/** Protocol versions that RFC 8996 (TLS 1.0, 1.1) and RFC 7568 (SSL 3.0) forbid, as DescribeSSLPolicies names them. */
const FORBIDDEN: ReadonlySet<string> = new Set(['SSLv2', 'SSLv3', 'TLSv1', 'TLSv1.0', 'TLSv1.1']);

export const outdatedTlsPolicy = defineRule({
  id: 'outdated-tls-policy',
  code: 'L02',
  title: 'TLS listeners accept TLS 1.2 and later only, with forward-secret AEAD ciphers',
  severity: 'high',
  subject: 'listener',
  needs: [],
  wants: ['sslPolicy'],
  controls: [...securityHub('ELB.17'), ...wellArchitected('SEC09-BP02')],
  why: 'Legacy clients decide the policy of the new entry point: count them (ClientTLSNegotiationErrorCount, ssl_protocol in the access logs) before the cut-over forces it. ELBSecurityPolicy-2016-08 is what the CLI and CloudFormation give to a listener that names none.',
  remediation: {
    summary: 'Choose a current policy; watch ClientTLSNegotiationErrorCount afterwards.',
    command: 'aws elbv2 modify-listener --listener-arn <listener-arn> --ssl-policy ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09',
    cost: 'No charge; clients that speak only TLS 1.0 or 1.1 lose access.',
    interrupts: 'no',
  },
  phase: 'stabilise',
  sources: [
    'https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html#elb-17',
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html',
    'https://www.rfc-editor.org/rfc/rfc8996',
  ],
  judge(listener, context) {
    if (listener.Protocol !== 'HTTPS' && listener.Protocol !== 'TLS') return notApplicable(`a ${listener.Protocol ?? 'listener without a protocol'} listener`);
    const name = listener.SslPolicy;
    if (name === undefined) return undecided('the answer does not name the TLS policy');
    const policy = context.get('sslPolicy', name);
    if (policy?.SslProtocols !== undefined) return gradeByContent(policy, policy.SslProtocols);
    const answered = context.completeness('sslPolicy');
    return gradeByTable(name, answered.state === 'complete' ? 'DescribeSSLPolicies does not list it' : answered.reason);
  },
});

/** By what the policy accepts, so that a policy newer than this tool is graded too. */
function gradeByContent(policy: ResourceOf<'sslPolicy'>, protocols: readonly string[]): Judgement {
  const forbidden = protocols.filter((protocol) => FORBIDDEN.has(protocol));
  if (forbidden.length > 0) return fail({ text: `${policy.Name} accepts ${forbidden.sort().join(' and ')}`, basis: 'configuration' });
  const weak = (policy.Ciphers ?? []).flatMap((cipher) => (cipher.Name === undefined || isStrong(cipher.Name) ? [] : [cipher.Name]));
  if (weak.length === 0) return pass({ text: `${policy.Name} accepts ${protocols.toSorted().join(' and ')}`, basis: 'configuration' });
  return { ...fail({ text: `${policy.Name} accepts ${weak.length} ciphers without forward secrecy or AEAD: ${weak.sort().join(', ')}`, basis: 'configuration' }), severity: 'low' };
}

/** TLS 1.3 suites, and ECDHE with GCM or ChaCha20: what the policies that ELB.17 recommends have in common. */
function isStrong(cipher: string): boolean {
  return cipher.startsWith('TLS_') || (cipher.startsWith('ECDHE-') && /GCM|CHACHA20/u.test(cipher));
}

function gradeByTable(name: string, because: string): Judgement {
  const facts = TLS_POLICIES.get(name);
  if (!facts) return undecided(`the policy ${name} is not known to this tool, and ${because}`);
  const source = { text: `judged by this tool's table: ${because}` };
  if (facts.lowest === '1.0' || facts.lowest === '1.1') return fail({ text: `${name} accepts TLS ${facts.lowest}`, basis: 'configuration' }, source);
  if (facts.recommended) return pass({ text: `${name} accepts TLS ${facts.lowest} and later`, basis: 'configuration' }, source);
  return { ...fail({ text: `${name} is not among the policies that ELB.17 recommends`, basis: 'configuration' }, source), severity: 'low' };
}
