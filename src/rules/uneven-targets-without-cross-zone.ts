import { wellArchitected } from './controls.ts';
import { defineRule, fail, notApplicable, pass, undecided } from './rule.ts';
import { targetZones } from './target-zones.ts';

const KEY = 'load_balancing.cross_zone.enabled';

/** A target group's own setting wins; without one, that of its balancer holds. */
export const unevenTargetsWithoutCrossZone = defineRule({
  id: 'uneven-targets-without-cross-zone',
  code: 'L08',
  title: 'Targets get an even share of the load',
  severity: 'low',
  subject: 'targetGroup',
  needs: ['targetHealth', 'targetGroupAttributes', 'loadBalancerAttributes', 'loadBalancer'],
  wants: ['instance', 'networkInterface'],
  controls: wellArchitected('REL11-BP02'),
  why: 'Zones get equal shares whatever they hold, so hosts in the smaller zone run hotter: the load baseline is skewed.',
  remediation: {
    summary: 'Even the targets out, or turn cross-zone load balancing on.',
    command: 'aws elbv2 modify-target-group-attributes --target-group-arn <target-group-arn> --attributes Key=load_balancing.cross_zone.enabled,Value=true',
    cost: 'A network load balancer pays for traffic between zones, USD 0.01 per GB in each direction; an application load balancer does not.',
    interrupts: 'no',
  },
  phase: 'stabilise',
  sources: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/network/edit-target-group-attributes.html#target-group-cross-zone'],
  thresholds: { difference: { value: 1, unit: 'targets between the fullest and the emptiest zone', source: 'proposal of this tool: one target of difference cannot be avoided' } },
  judge(group, context) {
    const balancers = (group.LoadBalancerArns ?? []).flatMap((arn) => context.get('loadBalancer', arn) ?? []);
    if (balancers.length === 0) return notApplicable('no load balancer uses the group');
    if (group.TargetType !== 'instance' && group.TargetType !== 'ip') return notApplicable(`targets of type ${group.TargetType ?? 'unknown'} have no zone`);
    const own = context.get('targetGroupAttributes', group.id)?.Attributes[KEY];
    const settings = own === 'true' || own === 'false' ? [own] : balancers.map((balancer) => context.get('loadBalancerAttributes', balancer.id)?.Attributes[KEY]);
    if (settings.every((setting) => setting === 'true')) return pass();
    if (!settings.includes('false')) return undecided(`the attribute ${KEY} is not in the estate`);
    const { byZone, unplaced } = targetZones(group.id, context, () => true);
    if (byZone.size === 0 && unplaced === 0) return notApplicable('no target is registered');
    if (unplaced > 0) return undecided(`the zone of ${unplaced} targets is not known`);
    const zones = [...new Set([...byZone.keys(), ...balancers.flatMap((balancer) => (balancer.AvailabilityZones ?? []).flatMap((zone) => zone.ZoneName ?? []))])].sort();
    const counts = zones.map((zone) => byZone.get(zone) ?? 0);
    const difference = Math.max(...counts) - Math.min(...counts);
    const limit = context.threshold('difference');
    if (difference <= limit) return pass();
    return fail({ text: `cross-zone load balancing is off, and zones hold ${zones.map((zone, i) => `${zone}: ${counts[i] ?? 0}`).join(', ')} targets (threshold ${limit})`, basis: 'configuration' });
  },
});
