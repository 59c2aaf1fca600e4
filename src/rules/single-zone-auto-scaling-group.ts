import { securityHub, wellArchitected } from './controls.ts';
import { defineRule, fail, pass } from './rule.ts';

export const singleZoneAutoScalingGroup = defineRule({
  id: 'single-zone-auto-scaling-group',
  code: 'A02',
  title: 'Auto Scaling groups span availability zones',
  severity: 'high',
  subject: 'autoScalingGroup',
  needs: [],
  controls: [...securityHub('AutoScaling.2'), ...wellArchitected('REL10-BP01')],
  why: 'The loss of one zone takes the whole group down, today and during the move.',
  remediation: {
    summary: 'Give the group subnets in two or more zones; it then balances itself.',
    command: 'aws autoscaling update-auto-scaling-group --auto-scaling-group-name <group-name> --vpc-zone-identifier <subnet-in-zone-a>,<subnet-in-zone-b>',
    cost: 'No charge for the group; USD 0.01 per GB in each direction between zones.',
    interrupts: 'brief',
  },
  phase: 'stabilise',
  sources: ['https://docs.aws.amazon.com/securityhub/latest/userguide/autoscaling-controls.html#autoscaling-2'],
  thresholds: { zones: { value: 2, unit: 'availability zones', source: 'Security Hub AutoScaling.2, default of minAvailabilityZones' } },
  judge(group, context) {
    const zones = group.AvailabilityZones ?? [];
    const least = context.threshold('zones');
    return zones.length >= least ? pass() : fail({ text: `in ${zones.length} zone${zones.length === 1 ? '' : 's'} (${zones.toSorted().join(', ') || 'none'}), threshold ${least}`, basis: 'configuration' });
  },
});
