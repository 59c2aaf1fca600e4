import { securityHub, wellArchitected } from './controls.ts';
import { defineRule, fail, notApplicable, pass } from './rule.ts';

/** Info: a TCP listener hands on what it gets, and that may be TLS. */
export const networkListenerWithoutTls = defineRule({
  id: 'network-listener-without-tls',
  code: 'L10N',
  title: 'Network listeners end TLS at the load balancer',
  severity: 'info',
  subject: 'listener',
  needs: [],
  controls: [...securityHub('ELB.18'), ...wellArchitected('SEC09-BP02')],
  why: 'Where TLS is passed through, certificates and policy live on the hosts and have to be moved from there. Where there is no TLS at all, the traffic is in clear.',
  remediation: {
    summary: 'Look at what the targets serve: end TLS at the balancer, or write down that it is passed through.',
    command: 'aws elbv2 modify-listener --listener-arn <listener-arn> --protocol TLS --certificates CertificateArn=<certificate-arn> --ssl-policy ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09',
    cost: 'No charge: public certificates of ACM are free with a load balancer.',
    interrupts: 'brief',
  },
  phase: 'decouple',
  sources: ['https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html#elb-18'],
  judge(listener) {
    switch (listener.Protocol) {
      case 'TLS': return pass();
      case 'TCP': case 'UDP': case 'TCP_UDP': return fail({ text: `port ${listener.Port ?? '?'} is ${listener.Protocol}: TLS, if any, ends on the targets`, basis: 'configuration' });
      case undefined: default: return notApplicable(`a ${listener.Protocol ?? 'listener without a protocol'} listener`);
    }
  },
});
