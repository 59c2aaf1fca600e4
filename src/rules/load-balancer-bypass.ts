import type { Evidence, Exposure } from '../model/index.ts';
import { isReached, speaksOfPort } from '../network/index.ts';
import { wellArchitected } from './controls.ts';
import { defineRule, fail, notApplicable, pass, undecided } from './rule.ts';

/** How many targets one finding lists by name; the rest are counted. */
const LISTED = 20;

const TCP: readonly ('tcp' | 'udp')[] = ['tcp'];
/** What a target group sends to its targets, where it is not TCP alone. */
const PROTOCOLS: Readonly<Record<string, readonly ('tcp' | 'udp')[]>> = { UDP: ['udp'], TCP_UDP: ['tcp', 'udp'], QUIC: ['udp'], TCP_QUIC: ['tcp', 'udp'] };

/** Judged per target group: its targets share the network that leaves the side door open. */
export const loadBalancerBypass = defineRule({
  id: 'load-balancer-bypass',
  code: 'X03',
  title: 'Targets are reached from the internet only through their load balancer',
  severity: 'high',
  subject: 'targetGroup',
  needs: ['targetHealth', 'networkInterface'],
  controls: wellArchitected('SEC05-BP02'),
  why: 'Clients that come by the side door miss the WAF and the balancer, and a weighted cut-over does not move them.',
  remediation: {
    summary: 'Admit the application port from the security group of the load balancer only.',
    command: 'aws ec2 authorize-security-group-ingress --group-id <target-group-id> --protocol tcp --port <target-port> --source-group <load-balancer-group-id>',
    cost: 'No charge; find the clients that come directly in the flow logs first.',
    interrupts: 'brief',
  },
  phase: 'stabilise',
  sources: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-register-targets.html#target-security-groups'],
  judge(group, context) {
    if (group.TargetType === 'lambda' || group.TargetType === 'alb') return notApplicable(`targets of type ${group.TargetType} have no address of their own`);
    const targets = context.get('targetHealth', group.id)?.TargetHealthDescriptions ?? [];
    if (targets.length === 0) return notApplicable('no target is registered');
    const protocols = PROTOCOLS[group.Protocol ?? ''] ?? TCP;
    const reached: Evidence[] = [];
    const missing = new Set<string>();
    for (const { Target: target } of targets) {
      const port = target.Port ?? group.Port;
      if (port === undefined) continue;
      for (const row of exposuresOf(target.Id)) {
        if (row.via !== 'direct' || !protocols.some((protocol) => speaksOfPort(row, protocol, port))) continue;
        if (isReached(row)) {
          reached.push({
            text: `${target.Id} answers port ${port} directly at ${row.address} (${row.verdict})`, basis: 'configuration', resourceId: target.Id,
          });
        } else if (row.verdict === 'unknown') {
          for (const datum of row.missing ?? ['a gate on the path']) missing.add(datum);
        }
      }
    }
    if (reached.length > 0) return fail(...reached.slice(0, LISTED), ...(reached.length > LISTED ? [{ text: `and ${reached.length - LISTED} more` }] : []));
    if (missing.size > 0) return undecided(`whether targets are reached directly is not known: ${[...missing].sort().join('; ')}`);
    return pass();

    function exposuresOf(target: string): readonly Exposure[] {
      if (target.startsWith('i-')) return context.insight.exposuresOf(target);
      return context.where('networkInterface', 'private-address', (eni) => (eni.PrivateIpAddresses ?? []).map((row) => row.PrivateIpAddress), target)
        .flatMap((eni) => context.insight.exposuresOfInterface(eni.id).filter((row) => row.privateAddress === undefined || row.privateAddress === target));
    }
  },
});
