import { wellArchitected } from './controls.ts';
import { defineRule, fail, notApplicable, pass } from './rule.ts';

export const networkLoadBalancerWithoutSecurityGroup = defineRule({
  id: 'network-load-balancer-without-security-group',
  code: 'X12',
  title: 'Network load balancers have security groups',
  severity: 'medium',
  subject: 'loadBalancer',
  needs: [],
  controls: wellArchitected('SEC05-BP02'),
  why: 'Nothing filters clients at the balancer, so the targets must admit the clients themselves. Groups cannot be added to it later: it has to be recreated, which the migration does anyway.',
  remediation: {
    summary: 'Create a successor with security groups, move the DNS name, then delete this one.',
    command: 'aws elbv2 create-load-balancer --name <name> --type network --subnets <subnet-ids> --security-groups <security-group-ids>',
    cost: 'Two balancers for as long as DNS records are cached, from USD 0.0225 per hour each, depending on the region.',
    interrupts: 'brief',
  },
  phase: 'migrate',
  sources: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-security-groups.html'],
  judge(balancer) {
    if (balancer.Type !== 'network') return notApplicable('not a network load balancer');
    return (balancer.SecurityGroups ?? []).length > 0 ? pass() : fail({ text: 'no security group is associated', basis: 'configuration' });
  },
});
