import type { Completeness, Evidence, Exposure, Kind, ResourceOf } from '../model/index.ts';
import { permissionText, portsOf, sourcesOf, type Permission, type PrefixListKinds } from './permission.ts';
import { fail, pass, undecided, type Judgement, type RuleContext } from './rule.ts';
import { breadthOf, type Breadth } from './source-breadth.ts';

/** The kinds that a rule on a group's open ports declares: a group that opens none of them passes without any. */
export const OPEN_PORT_WANTS = ['networkInterface', 'managedPrefixList', 'prefixListEntries'] as const satisfies readonly Kind[];
type Context = RuleContext<'securityGroup' | 'networkInterface' | PrefixListKinds>;

/** How many affected resources one finding lists by name; the rest are counted. */
const LISTED = 20;

/**
 * Whether the internet reaches any of `ports` (TCP) because of this group.
 *
 * The group is the subject, because it is what has to be changed: one finding, with the resources that are reached through it
 * as evidence. It fails as the rule weighs it where a resource is reached, medium where every path is closed by another gate
 * (which the evidence names), info where nothing uses the group. Sources of no more than a /16 (IPv4) or /32 (IPv6) of public
 * addresses are an office or a partner, not the internet.
 */
export function judgeOpenPorts(group: ResourceOf<'securityGroup'>, ports: readonly number[], context: Context, skip?: (permission: Permission) => boolean): Judgement {
  const open: Opening[] = [];
  const unresolved = new Set<string>();
  for (const permission of group.IpPermissions ?? []) {
    if (skip?.(permission)) continue;
    const range = portsOf(permission, 'tcp');
    const hit = range && ports.filter((port) => port >= range[0] && port <= range[1]);
    if (!hit || hit.length === 0) continue;
    const sources = sourcesOf(permission, context);
    for (const reason of sources.unresolved) unresolved.add(reason);
    const breadth = breadthOf(sources.cidrs);
    if (breadth === 'world' || breadth === 'broad') open.push({ permission, ports: hit, breadth, cidrs: sources.cidrs });
  }
  if (open.length === 0) return unresolved.size > 0 ? undecided(`who may come in is not known: ${[...unresolved].join('; ')}`) : pass();
  return weigh(open, reachedThrough(group.id, open.flatMap((opening) => opening.ports), context), context.completeness('networkInterface'));
}

interface Opening {
  readonly permission: Permission;
  readonly ports: readonly number[];
  readonly breadth: Breadth;
  readonly cidrs: readonly string[];
}

/** What the interfaces of a group say on the ports that it opens. */
interface Reach {
  readonly interfaces: number;
  readonly reached: readonly Exposure[];
  readonly unknown: readonly Exposure[];
  readonly closedGates: readonly string[];
}

function reachedThrough(groupId: string, ports: readonly number[], context: Context): Reach {
  const attached = context.where('networkInterface', 'group', (eni) => (eni.Groups ?? []).map((group) => group.GroupId), groupId);
  const reached: Exposure[] = [];
  const unknown: Exposure[] = [];
  const closedGates = new Set<string>();
  for (const eni of attached) {
    for (const row of context.insight.exposuresOfInterface(eni.id)) {
      if (row.protocol !== 'tcp' && row.protocol !== 'all') continue;
      if (row.protocol === 'tcp' && !ports.some((port) => port >= row.fromPort && port <= row.toPort)) continue;
      if (row.verdict === 'exposed' || row.verdict === 'exposed-restricted' || row.verdict === 'exposed-partial') reached.push(row);
      else if (row.verdict === 'unknown') unknown.push(row);
      else for (const gate of row.closedGates) closedGates.add(gate);
    }
  }
  return { interfaces: attached.length, reached, unknown, closedGates: [...closedGates].sort() };
}

function weigh(open: readonly Opening[], reach: Reach, interfaces: Completeness): Judgement {
  const rules: Evidence[] = open.map((opening) => ({
    text: `admits ${permissionText(opening.permission)} (port ${opening.ports.join(', ')}) from ${sourceText(opening)}`, basis: 'configuration',
  }));
  if (reach.reached.length > 0) {
    const world = open.some((opening) => opening.breadth === 'world');
    return { ...fail(...rules, ...listed(reach.reached)), ...(world ? undefined : { severity: 'high' }) };
  }
  if (interfaces.state !== 'complete') return undecided(`the group is open, but what uses it is not known: ${interfaces.reason}`, ...rules);
  if (reach.unknown.length > 0) {
    const missing = new Set(reach.unknown.flatMap((row) => row.missing ?? []));
    return undecided(`the group is open, but whether it is reached is not known: ${[...missing].join('; ') || 'a gate on the path could not be read'}`, ...rules);
  }
  if (reach.interfaces === 0) {
    return { ...fail(...rules, { text: 'no network interface uses this group', basis: 'configuration' }), severity: 'info' };
  }
  const closed = reach.closedGates.length > 0 ? `closed by: ${reach.closedGates.join(', ')}` : 'none has an address that the internet reaches';
  return {
    ...fail(...rules, { text: `latent: ${reach.interfaces} network interface${reach.interfaces === 1 ? '' : 's'} use the group, ${closed}`, basis: 'configuration' }),
    severity: 'medium',
  };
}

function sourceText(opening: Opening): string {
  const shown = opening.cidrs.slice(0, 5).join(', ');
  const more = opening.cidrs.length > 5 ? ` and ${opening.cidrs.length - 5} more` : '';
  return `${shown}${more} (${opening.breadth === 'world' ? 'the whole internet' : 'more than 65,536 public addresses'})`;
}

function listed(rows: readonly Exposure[]): Evidence[] {
  const lines = new Map<string, Evidence>();
  for (const row of rows) {
    const where = row.via === 'direct' ? row.address : `${row.address} through ${row.via}`;
    const ports = row.protocol === 'all' ? 'all traffic' : row.fromPort === row.toPort ? `tcp ${row.fromPort}` : `tcp ${row.fromPort}-${row.toPort}`;
    const text = `${row.resourceId} is reached at ${where}, ${ports} (${row.verdict})`;
    lines.set(text, { text, basis: 'configuration', resourceId: row.resourceId });
  }
  const all = [...lines.values()].sort((a, b) => (a.text < b.text ? -1 : 1));
  return all.length <= LISTED ? all : [...all.slice(0, LISTED), { text: `and ${all.length - LISTED} more like these`, basis: 'configuration' }];
}
