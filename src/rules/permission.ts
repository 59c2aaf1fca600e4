import type { Kind, ResourceOf } from '../model/index.ts';
import type { RuleContext } from './rule.ts';

export type Permission = NonNullable<ResourceOf<'securityGroup'>['IpPermissions']>[number];
export type PermissionProtocol = 'tcp' | 'udp';

/** What a permission's prefix lists can only be resolved with. */
export type PrefixListKinds = 'managedPrefixList' | 'prefixListEntries';

const ALL_PORTS = [0, 65_535] as const;

/** The ports that a permission admits for a protocol, or undefined where it admits none. `-1` is every protocol and port. */
export function portsOf(permission: Permission, protocol: PermissionProtocol): readonly [from: number, to: number] | undefined {
  const own = permission.IpProtocol;
  if (own === '-1') return ALL_PORTS;
  if (own !== protocol && own !== (protocol === 'tcp' ? '6' : '17')) return undefined;
  return [permission.FromPort ?? ALL_PORTS[0], permission.ToPort ?? ALL_PORTS[1]];
}

/** A range of this many ports names no service any more. */
export const WIDE_RANGE = 1000;

/** Whether a permission opens so many ports that none of them was chosen. */
export function opensEveryPort(permission: Permission, least: number = WIDE_RANGE): boolean {
  const range = portsOf(permission, 'tcp') ?? portsOf(permission, 'udp');
  return range !== undefined && range[1] - range[0] + 1 >= least;
}

/** Who a permission admits by address. Members of other groups come by their private addresses, so they are not in it. */
export interface PermissionSources {
  readonly cidrs: readonly string[];
  /** Prefix lists of AWS, such as CloudFront's origin-facing addresses: a service, not the internet at large. */
  readonly awsLists: readonly string[];
  /** Prefix lists whose entries were not collected, with the reason. */
  readonly unresolved: readonly string[];
}

const NO_SOURCES: PermissionSources = { cidrs: [], awsLists: [], unresolved: [] };

export function sourcesOf<K extends Kind>(permission: Permission, context: RuleContext<K | PrefixListKinds>): PermissionSources {
  const ipv4 = permission.IpRanges ?? [];
  const ipv6 = permission.Ipv6Ranges ?? [];
  const lists = permission.PrefixListIds ?? [];
  if (ipv4.length === 0 && ipv6.length === 0 && lists.length === 0) return NO_SOURCES;
  const cidrs: string[] = [];
  for (const range of ipv4) if (range.CidrIp !== undefined) cidrs.push(range.CidrIp);
  for (const range of ipv6) if (range.CidrIpv6 !== undefined) cidrs.push(range.CidrIpv6);
  const awsLists: string[] = [];
  const unresolved: string[] = [];
  for (const { PrefixListId: id } of lists) {
    if (id === undefined) continue;
    const entries = context.get('prefixListEntries', id);
    if (context.get('managedPrefixList', id)?.OwnerId === 'AWS') awsLists.push(id);
    else if (entries) cidrs.push(...entries.Entries.flatMap((entry) => entry.Cidr ?? []));
    else {
      const known = context.completeness('prefixListEntries');
      unresolved.push(known.state === 'complete' ? `${id} has no entries in the estate` : `the entries of ${id} are not known: ${known.reason}`);
    }
  }
  return { cidrs, awsLists, unresolved };
}

/** `tcp 22`, `tcp 1-65535`, `all traffic`. */
export function permissionText(permission: Permission): string {
  if (permission.IpProtocol === '-1') return 'all traffic';
  const { FromPort: from, ToPort: to } = permission;
  const ports = from === undefined || to === undefined ? 'all ports' : from === to ? String(from) : `${from}-${to}`;
  return `${permission.IpProtocol ?? 'unknown protocol'} ${ports}`;
}
