import type { Completeness, Evidence, Exposure, Kind, ResourceOf } from '../model/index.ts';
import { isReached, speaksOfPort } from '../network/index.ts';
import { permissionText, portsOf, sourcesOf, type Permission, type PrefixListKinds } from './permission.ts';
import { fail, pass, undecided, type Judgement, type RuleContext } from './rule.ts';
import { breadthOf } from './source-breadth.ts';

/** The kinds that a rule on a group's open ports declares: a group that opens none of them passes without any. */
export const OPEN_PORT_WANTS = ['networkInterface', 'managedPrefixList', 'prefixListEntries'] as const satisfies readonly Kind[];
type Context = RuleContext<'securityGroup' | 'networkInterface' | PrefixListKinds>;

/** How many affected resources one finding lists by name; the rest are counted. */
const LISTED = 20;

/**
 * Whether the internet reaches any of `ports` (TCP) because of this group.
 *
 * The group is the subject, because it is what has to be changed: one finding, with the resources that are reached through it
 * as evidence. It fails as the rule weighs it where the whole internet reaches a resource, high where a large part of it does,
 * medium where every path is closed by another gate (which the evidence names), info where nothing uses the group. Sources of
 * no more than a /16 (IPv4) or /32 (IPv6) of public addresses, all rules of the group taken together, are an office or a
 * partner, not the internet.
 * @param skip permissions that another rule judges
 */
export function judgeOpenPorts(group: ResourceOf<'securityGroup'>, ports: readonly number[], context: Context, skip?: (permission: Permission) => boolean): Judgement {
  const asked = (group.IpPermissions ?? []).filter((permission) => !skip?.(permission) && covered(permission, ports).length > 0);
  if (asked.length === 0) return pass();
  const admitted = asked.map((permission) => ({ permission, ports: covered(permission, ports), sources: sourcesOf(permission, context) }));
  const open = ports.flatMap((port): Opening[] => {
    const letting = admitted.filter((rule) => rule.ports.includes(port));
    const cidrs = letting.flatMap((rule) => rule.sources.cidrs);
    const grade = breadthOf(cidrs);
    return grade === 'world' || grade === 'broad' ? [{ port, world: grade === 'world', cidrs: [...new Set(cidrs)], permissions: letting.map((rule) => rule.permission) }] : [];
  });
  if (open.length > 0) return weigh(open, reachedThrough(group.id, open, context), context.completeness('networkInterface'));
  const unresolved = [...new Set(admitted.flatMap((rule) => rule.sources.unresolved))];
  return unresolved.length > 0 ? undecided(`who may come in is not known: ${unresolved.join('; ')}`) : pass();
}

/** A port that the group opens to the internet, or to a large part of it. */
interface Opening {
  readonly port: number;
  readonly world: boolean;
  readonly cidrs: readonly string[];
  readonly permissions: readonly Permission[];
}

function covered(permission: Permission, ports: readonly number[]): readonly number[] {
  const range = portsOf(permission, 'tcp');
  return range ? ports.filter((port) => port >= range[0] && port <= range[1]) : [];
}

/** What the interfaces of a group say on the ports that it opens. */
interface Reach {
  readonly interfaces: number;
  readonly reached: readonly Exposure[];
  readonly unknown: readonly Exposure[];
  readonly closedGates: readonly string[];
}

function reachedThrough(groupId: string, open: readonly Opening[], context: Context): Reach {
  const attached = context.where('networkInterface', 'group', (eni) => (eni.Groups ?? []).map((group) => group.GroupId), groupId);
  const rows = attached.flatMap((eni) => context.insight.exposuresOfInterface(eni.id)).filter((row) => open.some(({ port }) => reaches(row, port)));
  return {
    interfaces: attached.length,
    reached: rows.filter(isReached),
    unknown: rows.filter((row) => row.verdict === 'unknown'),
    closedGates: [...new Set(rows.flatMap((row) => row.closedGates))].sort(),
  };
}

/** Whether a row speaks of a TCP port of the interface itself; through a balancer the client may have used another. */
function reaches(row: Exposure, port: number): boolean {
  return row.targetPort === undefined ? speaksOfPort(row, 'tcp', port) : row.targetPort === port;
}

function weigh(open: readonly Opening[], reach: Reach, interfaces: Completeness): Judgement {
  const rules = open.map((opening): Evidence => ({
    text: `admits tcp ${opening.port} from ${sourceText(opening)} by ${opening.permissions.map(permissionText).join(' and ')}`, basis: 'configuration',
  }));
  if (reach.reached.length > 0) {
    return { ...fail(...rules, ...listed(reach.reached)), ...(open.some((opening) => opening.world) ? undefined : { severity: 'high' }) };
  }
  if (interfaces.state !== 'complete') return undecided(`the group is open, but what uses it is not known: ${interfaces.reason}`, ...rules);
  if (reach.unknown.length > 0) {
    const missing = new Set(reach.unknown.flatMap((row) => row.missing ?? []));
    return undecided(`the group is open, but whether it is reached is not known: ${[...missing].sort().join('; ') || 'a gate on the path could not be read'}`, ...rules);
  }
  if (reach.interfaces === 0) return { ...fail(...rules, { text: 'no network interface uses this group', basis: 'configuration' }), severity: 'info' };
  const closed = reach.closedGates.length > 0 ? `closed by: ${reach.closedGates.join(', ')}` : 'none has an address that the internet reaches';
  const users = `${reach.interfaces} network interface${reach.interfaces === 1 ? ' uses' : 's use'} the group`;
  return { ...fail(...rules, { text: `latent: ${users}, ${closed}`, basis: 'configuration' }), severity: 'medium' };
}

function sourceText({ cidrs, world }: Opening): string {
  const more = cidrs.length > 5 ? ` and ${cidrs.length - 5} more` : '';
  return `${cidrs.slice(0, 5).join(', ')}${more} (${world ? 'the whole internet' : 'more than a /16 of public addresses'})`;
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
