import type { Kind, ResourceOf } from '../model/index.ts';
import type { RuleContext } from './rule.ts';

export type TargetZoneKinds = 'targetHealth' | 'instance' | 'networkInterface';
type Target = ResourceOf<'targetHealth'>['TargetHealthDescriptions'][number];

/** The targets of a group by availability zone, and those whose zone is not known. */
export interface TargetZones {
  readonly byZone: ReadonlyMap<string, number>;
  readonly unplaced: number;
}

/** Counts the targets that `counts` accepts. An instance's zone is its own, an address's that of its interface; AWS states others. */
export function targetZones<K extends Kind>(groupId: string, context: RuleContext<K | TargetZoneKinds>, counts: (target: Target) => boolean): TargetZones {
  const byZone = new Map<string, number>();
  let unplaced = 0;
  for (const description of context.get('targetHealth', groupId)?.TargetHealthDescriptions ?? []) {
    if (!counts(description)) continue;
    const zone = zoneOf(description, context);
    if (zone === undefined) unplaced += 1;
    else byZone.set(zone, (byZone.get(zone) ?? 0) + 1);
  }
  return { byZone, unplaced };
}

function zoneOf<K extends Kind>({ Target: target }: Target, context: RuleContext<K | TargetZoneKinds>): string | undefined {
  if (target.AvailabilityZone !== undefined && target.AvailabilityZone !== 'all') return target.AvailabilityZone;
  if (target.Id.startsWith('i-')) return context.get('instance', target.Id)?.Placement?.AvailabilityZone;
  return context.where('networkInterface', 'private-address', (eni) => (eni.PrivateIpAddresses ?? []).map((row) => row.PrivateIpAddress), target.Id)[0]?.AvailabilityZone;
}
