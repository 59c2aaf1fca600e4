import { securityHub, wellArchitected } from './controls.ts';
import { defineRule, fail, notApplicable, pass, undecided } from './rule.ts';

const SECURE: ReadonlySet<string> = new Set(['HTTPS', 'TLS', 'QUIC', 'TCP_QUIC']);

/** Between balancer and targets. Clear text between clients and balancer is judged by `http-listener-without-redirect` and `network-listener-without-tls`. */
export const plainTransportToTargets = defineRule({
  id: 'plain-transport-to-targets',
  code: 'L10',
  title: 'Load balancers speak TLS to their targets',
  severity: 'medium',
  subject: 'targetGroup',
  needs: [],
  controls: [...securityHub('ELB.21', 'ELB.22'), ...wellArchitected('SEC09-BP02')],
  why: 'The target platform decides where TLS ends. Decide it now: a container needs a certificate, or the path inside the VPC is accepted as it is.',
  remediation: {
    summary: 'Serve HTTPS on the targets and make a target group with that protocol; an existing group cannot change its own.',
    command: 'aws elbv2 create-target-group --name <name> --protocol HTTPS --port <port> --vpc-id <vpc-id> --health-check-protocol HTTPS',
    cost: 'No charge for the group; a certificate for every target (the balancer does not check who issued it).',
    interrupts: 'brief',
  },
  phase: 'decouple',
  sources: [
    'https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html#elb-21',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html#elb-22',
  ],
  judge(group) {
    if (group.TargetType === 'lambda') return notApplicable('the target is a function');
    if (group.Protocol === 'GENEVE') return notApplicable('an appliance behind a gateway load balancer');
    if ((group.LoadBalancerArns ?? []).length === 0) return notApplicable('no load balancer uses the group');
    if (group.Protocol === undefined) return undecided('the answer does not state the protocol');
    const plain = [
      ...(SECURE.has(group.Protocol) ? [] : [`traffic goes to port ${group.Port ?? '?'} as ${group.Protocol}`]),
      ...(group.HealthCheckProtocol === undefined || SECURE.has(group.HealthCheckProtocol) ? [] : [`health checks use ${group.HealthCheckProtocol}`]),
    ];
    return plain.length === 0 ? pass() : fail(...plain.map((text) => ({ text, basis: 'configuration' as const })));
  },
});
