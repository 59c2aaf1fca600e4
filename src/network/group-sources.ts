import type { SecurityGroup } from '../model/resources/ec2.ts';
import { FAMILIES, parseCidr, type Family } from './cidr.ts';
import { exposureGrade, type Grade } from './public-space.ts';
import { merge, sweep } from './segments.ts';
import { trafficWords, type TrafficFields } from './traffic-words.ts';
import { ALL_TRAFFIC, permissionRange, type TrafficRange } from './traffic.ts';

/** Whom a security group lets in for one range of traffic. */
export type GroupSource = TrafficFields & {
  readonly family: Family;
  /** Blocks as the group (or the prefix list) writes them, sorted. References to groups are private and not here. */
  readonly cidrs: readonly string[];
  /** How much of the internet the blocks are together. */
  readonly grade: Grade;
  /** Ids of prefix lists whose entries are not known, and rules that cannot be read: the grade may be higher. */
  readonly missing: readonly string[];
};

interface Rule extends TrafficRange {
  readonly cidrs: readonly string[];
  readonly missing: readonly string[];
}

/**
 * A group's own text, whether attached or reachable or not: for every range of traffic the blocks of all ingress rules that cover it,
 * with their joint grade. Ranges that nothing but groups may use are left out.
 * `listCidrs` gives the entries of a prefix list, or undefined where they are not known.
 */
export function groupSources(group: SecurityGroup, listCidrs: (prefixListId: string) => readonly string[] | undefined = () => undefined): GroupSource[] {
  return FAMILIES.flatMap((family) => {
    const segments = sweep(rulesOf(group, family, listCidrs), [], (active) => ({
      cidrs: distinct(active.flatMap((rule) => rule.cidrs)),
      missing: distinct(active.flatMap((rule) => rule.missing)),
    }));
    const told = merge(segments, (a, b) => String(a.cidrs) === String(b.cidrs) && String(a.missing) === String(b.missing))
      .filter(({ value }) => value.cidrs.length > 0 || value.missing.length > 0);
    return told.flatMap((run) => trafficWords(run).map((fields) => ({ family, ...fields, ...run.value, grade: exposureGrade(run.value.cidrs) })));
  });
}

function rulesOf(group: SecurityGroup, family: Family, listCidrs: (id: string) => readonly string[] | undefined): Rule[] {
  return (group.IpPermissions ?? []).flatMap((permission) => {
    const range = permissionRange(family, permission.IpProtocol, permission.FromPort, permission.ToPort);
    const own = family === 'ipv4' ? permission.IpRanges?.map((r) => r.CidrIp ?? '') : permission.Ipv6Ranges?.map((r) => r.CidrIpv6 ?? '');
    const lists = (permission.PrefixListIds ?? []).flatMap((list) => list.PrefixListId ?? []).map((id) => ({ id, cidrs: listCidrs(id) }));
    const cidrs = [...(own ?? []), ...lists.flatMap((list) => list.cidrs ?? [])].filter((cidr) => parseCidr(cidr)?.family === family);
    const missing = [
      ...lists.filter((list) => !list.cidrs).map((list) => list.id),
      ...(own ?? []).filter((cidr) => !parseCidr(cidr)).map((cidr) => `"${cidr}" is no CIDR block`),
    ];
    if (cidrs.length === 0 && missing.length === 0) return [];
    if (!range) return [{ ...ALL_TRAFFIC, cidrs: [], missing: [`"${permission.IpProtocol ?? ''}" with its ports cannot be read`] }];
    return [{ ...range, cidrs, missing }];
  });
}

function distinct(items: readonly string[]): string[] {
  return [...new Set(items)].sort();
}
