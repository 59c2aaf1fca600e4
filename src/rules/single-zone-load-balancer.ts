import type { ResourceOf } from '../model/index.ts';
import { securityHub, wellArchitected } from './controls.ts';
import { defineRule, fail, pass, undecided } from './rule.ts';
import { targetZones } from './target-zones.ts';

/** Target types whose members have a zone of their own. */
const ZONAL: ReadonlySet<string> = new Set(['instance', 'ip']);

export const singleZoneLoadBalancer = defineRule({
  id: 'single-zone-load-balancer',
  code: 'L07',
  title: 'Load balancers and their healthy targets span availability zones',
  severity: 'high',
  subject: 'loadBalancer',
  needs: ['targetGroup', 'targetHealth'],
  wants: ['instance', 'networkInterface'],
  controls: [...securityHub('ELB.13'), ...wellArchitected('REL10-BP01')],
  why: 'The loss of one zone takes the workload down, today and during the move.',
  remediation: {
    summary: 'Add a subnet in a second zone, and run targets there.',
    command: 'aws elbv2 set-subnets --load-balancer-arn <load-balancer-arn> --subnets <subnet-in-zone-a> <subnet-in-zone-b>',
    cost: 'At least one more instance, and USD 0.01 per GB in each direction between zones.',
    interrupts: 'no',
  },
  phase: 'stabilise',
  sources: ['https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html#elb-13'],
  thresholds: { zones: { value: 2, unit: 'availability zones', source: 'Security Hub ELB.13, default of minAvailabilityZones' } },
  judge(balancer, context) {
    const least = context.threshold('zones');
    const enabled = (balancer.AvailabilityZones ?? []).flatMap((zone) => zone.ZoneName ?? []);
    if (enabled.length < least) {
      return fail({ text: `enabled in ${enabled.length} zone${enabled.length === 1 ? '' : 's'} (${enabled.sort().join(', ') || 'none'}), threshold ${least}`, basis: 'configuration' });
    }
    const groups = context.where('targetGroup', 'balancer', (group) => group.LoadBalancerArns ?? [], balancer.id).filter((group) => ZONAL.has(group.TargetType ?? ''));
    const placed = groups.map((group) => ({ group, ...targetZones(group.id, context, (target) => target.TargetHealth?.State === 'healthy') }));
    const narrow = placed.filter(({ byZone, unplaced }) => byZone.size > 0 && byZone.size + unplaced < least);
    if (narrow.length > 0) {
      return { ...fail(...narrow.map(({ group, byZone }) => ({
        text: `healthy targets of ${nameOf(group)} are in ${byZone.size} zone (${[...byZone.keys()].join(', ')}), threshold ${least}`, basis: 'configuration' as const, resourceId: group.id,
      }))), fromAbsence: true };
    }
    const unplaced = placed.filter((row) => row.byZone.size < least && row.unplaced > 0);
    return unplaced.length > 0 ? undecided(`the zone of targets of ${unplaced.map(({ group }) => nameOf(group)).join(', ')} is not known`) : pass();
  },
});

function nameOf(group: ResourceOf<'targetGroup'>): string {
  return group.TargetGroupName ?? group.id;
}
