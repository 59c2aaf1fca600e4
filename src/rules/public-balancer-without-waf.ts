import { securityHub, wellArchitected } from './controls.ts';
import { defineRule, fail, notApplicable, pass, undecided } from './rule.ts';

export const publicBalancerWithoutWaf = defineRule({
  id: 'public-balancer-without-waf',
  code: 'L09',
  title: 'Public application load balancers have a web ACL',
  severity: 'medium',
  subject: 'loadBalancer',
  needs: ['webAclAssociation'],
  controls: [...securityHub('ELB.16'), ...wellArchitected('SEC05-BP02')],
  why: 'Web application firewall rules must move with the entry point. Where CloudFront stands in front with a web ACL of its own, say so in a mute entry: it does not show here.',
  remediation: {
    summary: 'Associate a web ACL, its rules in count mode first.',
    command: 'aws wafv2 associate-web-acl --web-acl-arn <web-acl-arn> --resource-arn <load-balancer-arn>',
    cost: 'USD 5 per web ACL, USD 1 per rule and month, and USD 0.60 per million requests.',
    interrupts: 'no',
  },
  phase: 'stabilise',
  sources: [
    'https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html#elb-16',
    'https://aws.amazon.com/waf/pricing/',
  ],
  judge(balancer, context) {
    if (balancer.Type !== 'application') return notApplicable('not an application load balancer');
    if (balancer.Scheme !== 'internet-facing') return notApplicable('not internet-facing');
    const association = context.get('webAclAssociation', balancer.id);
    if (!association) return undecided('the answer for this balancer is not in the estate');
    return association.WebACLArn === undefined ? fail({ text: 'no web ACL is associated with it', basis: 'configuration' }) : pass();
  },
});
