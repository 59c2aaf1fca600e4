import { securityHub, wellArchitected } from './controls.ts';
import { defineRule, fail, pass } from './rule.ts';

export const classicSingleZoneLoadBalancer = defineRule({
  id: 'classic-single-zone-load-balancer',
  code: 'L07C',
  title: 'Classic load balancers span availability zones',
  severity: 'high',
  subject: 'classicLoadBalancer',
  needs: [],
  controls: [...securityHub('ELB.10'), ...wellArchitected('REL10-BP01')],
  why: 'The loss of one zone takes the workload down, today and during the move.',
  remediation: {
    summary: 'Attach a subnet in a second zone, and run instances there.',
    command: 'aws elb attach-load-balancer-to-subnets --load-balancer-name <load-balancer-name> --subnets <subnet-in-second-zone>',
    cost: 'At least one more instance, and USD 0.01 per GB in each direction between zones.',
    interrupts: 'no',
  },
  phase: 'stabilise',
  sources: ['https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html#elb-10'],
  thresholds: { zones: { value: 2, unit: 'availability zones', source: 'Security Hub ELB.10, default of minAvailabilityZones' } },
  judge(balancer, context) {
    const zones = balancer.AvailabilityZones ?? [];
    const least = context.threshold('zones');
    return zones.length >= least ? pass() : fail({ text: `enabled in ${zones.length} zone (${zones.toSorted().join(', ') || 'none'}), threshold ${least}`, basis: 'configuration' });
  },
});
