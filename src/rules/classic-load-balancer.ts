import { wellArchitected } from './controls.ts';
import { defineRule, fail } from './rule.ts';

export const classicLoadBalancer = defineRule({
  id: 'classic-load-balancer',
  code: 'L11',
  title: 'No classic load balancer is in use',
  severity: 'medium',
  subject: 'classicLoadBalancer',
  needs: [],
  controls: wellArchitected('PERF02-BP04'),
  why: 'It has no host or path rules, so no route can be cut out of the monolith until an application load balancer takes its place. Its HTTP listeners cannot redirect.',
  remediation: {
    summary: 'Create an application load balancer with the same listeners, register the instances with its target group, move the DNS name.',
    command: 'aws elbv2 create-load-balancer --name <name> --type application --subnets <subnet-ids> --security-groups <security-group-ids>',
    cost: 'Two balancers for as long as DNS records are cached, from USD 0.0225 per hour each, depending on the region.',
    interrupts: 'brief',
  },
  phase: 'decouple',
  sources: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/migrate-classic-load-balancer.html'],
  judge(balancer) {
    const instances = balancer.Instances?.length ?? 0;
    const listeners = (balancer.ListenerDescriptions ?? []).map((row) => `${row.Listener?.Protocol ?? '?'} ${row.Listener?.LoadBalancerPort ?? '?'}`).sort();
    const judgement = fail({ text: `${instances} instance${instances === 1 ? '' : 's'} behind ${listeners.join(', ') || 'no listener'}`, basis: 'configuration' });
    return instances > 0 ? judgement : { ...judgement, severity: 'low' };
  },
});
