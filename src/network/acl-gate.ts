import type { NetworkAcl, NetworkAclEntry } from '../model/resources/ec2.ts';
import type { Scope } from '../model/index.ts';
import { anybody, boundedKey, bothOf, eitherOf, joinMissing, unknownClients, type Bounded } from './bounded.ts';
import { FAMILIES, parseCidr, type Family } from './cidr.ts';
import { EMPTY, intersect, subtract, union, type CidrSet } from './cidr-set.ts';
import type { EstateView } from './estate-view.ts';
import { everything } from './public-space.ts';
import { merge, sweep, valueAt, within, type Segment } from './segments.ts';
import { aclRange, ALL_TRAFFIC, classAt, CLASS_RANGES, EPHEMERAL, portRange, replyCuts, replyTo, type TrafficRange } from './traffic.ts';

/** Who passes a subnet's list both ways: with every client port (`full`), or with at least one (`any`). */
export interface Passage {
  readonly full: Bounded;
  readonly any: Bounded;
}

export interface AclLine {
  readonly passage: readonly Segment<Passage>[];
  readonly inbound: readonly Segment<Bounded>[];
  readonly outbound: readonly Segment<Bounded>[];
}

/** A subnet's network ACL along the traffic line. Equal lists share one. */
export interface AclGate {
  readonly id: number;
  readonly ipv4: AclLine;
  readonly ipv6: AclLine;
}

/** Network ACLs by subnet: ordered, first match wins, stateless, so that the reply needs a rule of its own. */
export class AclGates {
  readonly #view: EstateView;
  readonly #bySubnet = new Map<string, AclGate>();
  readonly #byEntries = new Map<string, AclGate>();

  constructor(view: EstateView) {
    this.#view = view;
  }

  of(scope: Scope, subnetId: string | undefined, vpcId: string | undefined): AclGate {
    const name = subnetId ?? `no subnet in ${vpcId ?? 'no VPC'}`;
    let gate = this.#bySubnet.get(name);
    if (!gate) {
      const acl = this.#aclOf(scope, subnetId, vpcId);
      gate = typeof acl === 'string' ? this.#share(`? ${acl}`, (family) => unknownLine(family, acl)) : this.#listGate(acl);
      this.#bySubnet.set(name, gate);
    }
    return gate;
  }

  /** Lists of equal entries share a gate, unless something in them is in doubt: then what is missing names the list. */
  #listGate(acl: NetworkAcl): AclGate {
    const content = JSON.stringify(acl.Entries ?? null);
    const shared = this.#share(content, (family) => lineOf(acl, family));
    const doubtful = FAMILIES.some((family) => shared[family].passage.some(({ value }) => value.any.missing.length > 0 || value.full.missing.length > 0));
    return doubtful ? this.#share(`${acl.id} ${content}`, (family) => lineOf(acl, family)) : shared;
  }

  /** No list at all. */
  none(): AclGate {
    return this.#share('none', (family) => {
      const all = [{ ...ALL_TRAFFIC, value: anybody(family) }];
      return { passage: [{ ...ALL_TRAFFIC, value: noAcl(family) }], inbound: all, outbound: all };
    });
  }

  #share(key: string, line: (family: Family) => AclLine): AclGate {
    let gate = this.#byEntries.get(key);
    if (!gate) {
      gate = { id: this.#byEntries.size, ipv4: line('ipv4'), ipv6: line('ipv6') };
      this.#byEntries.set(key, gate);
    }
    return gate;
  }

  /** The subnet's list, or what is missing to know it. A subnet that no list names has its VPC's default list. */
  #aclOf(scope: Scope, subnetId: string | undefined, vpcId: string | undefined): NetworkAcl | string {
    const [named] = this.#view.where('networkAcl', 'subnet', (acl) => (acl.Associations ?? []).map((a) => a.SubnetId), subnetId ?? '');
    if (named) return named;
    const gap = this.#view.gap(scope, 'networkAcl');
    if (gap) return gap;
    const [fallback] = this.#view.where('networkAcl', 'default of VPC', (acl) => [acl.IsDefault ? acl.VpcId : undefined], vpcId ?? '');
    return fallback ?? `no network ACL of ${subnetId ?? vpcId ?? 'the interface'} in the estate (ec2:DescribeNetworkAcls)`;
  }
}

function unknownLine(family: Family, missing: string): AclLine {
  const clients = unknownClients(family, [missing]);
  const line = [{ ...ALL_TRAFFIC, value: clients }];
  return { passage: [{ ...ALL_TRAFFIC, value: { full: clients, any: clients } }], inbound: line, outbound: line };
}

function lineOf(acl: NetworkAcl, family: Family): AclLine {
  if (!acl.Entries) return unknownLine(family, `entries of ${acl.id} are not in the estate (ec2:DescribeNetworkAcls)`);
  const inbound = directionOf(acl, family, false);
  const outbound = directionOf(acl, family, true);
  const passage = merge(passageOf(inbound, outbound, family), (a, b) => passageKey(a) === passageKey(b));
  return { inbound, outbound, passage };
}

function passageKey(passage: Passage): string {
  return `${boundedKey(passage.full)}/${boundedKey(passage.any)}`;
}

function passageOf(inbound: readonly Segment<Bounded>[], outbound: readonly Segment<Bounded>[], family: Family): Segment<Passage>[] {
  const ephemeral = { tcp: ephemeralReply(outbound, 'tcp'), udp: ephemeralReply(outbound, 'udp') };
  const cuts = [...replyCuts(family), ...inbound.map((s) => s.from), ...within(outbound, CLASS_RANGES.other).map((s) => Math.max(s.from, CLASS_RANGES.other.from))];
  return sweep([], cuts, (_, key) => {
    const admitted = valueAt(inbound, key);
    const reply = replyTo(family, key);
    if (reply === 'none') return { full: admitted, any: admitted };
    if (reply === 'client-port') {
      const { full, any } = ephemeral[classAt(key) === 'tcp' ? 'tcp' : 'udp'];
      return { full: bothOf(admitted, full), any: bothOf(admitted, any) };
    }
    const both = bothOf(admitted, valueAt(outbound, reply));
    return { full: both, any: both };
  });
}

/** Whom a reply reaches whatever port the client chose, and whom for at least one. */
export function ephemeralReply(outbound: readonly Segment<Bounded>[], transport: 'tcp' | 'udp'): Passage {
  const range = portRange(transport, EPHEMERAL.from, EPHEMERAL.to) ?? CLASS_RANGES[transport];
  const values = [...new Set(within(outbound, range).map((segment) => segment.value))];
  return { full: values.reduce(bothOf), any: values.reduce(eitherOf) };
}

interface Entry extends TrafficRange {
  readonly number: number;
  readonly allow: boolean;
  readonly clients: CidrSet;
  /** Set where the entry could not be read: it may match anyone. */
  readonly doubt: string | undefined;
}

function directionOf(acl: NetworkAcl, family: Family, egress: boolean): Segment<Bounded>[] {
  const entries = (acl.Entries ?? [])
    .filter((entry) => (entry.Egress ?? false) === egress)
    .flatMap((entry) => entryOf(acl.id, entry, family) ?? [])
    .sort((a, b) => a.number - b.number);
  return sweep(entries, [], (active) => firstMatch(acl.id, active, family));
}

function entryOf(aclId: string, entry: NetworkAclEntry, family: Family): Entry | undefined {
  const text = family === 'ipv4' ? entry.CidrBlock : entry.Ipv6CidrBlock;
  const other = family === 'ipv4' ? entry.Ipv6CidrBlock : entry.CidrBlock;
  if (text === undefined && other !== undefined) return undefined;
  const cidr = parseCidr(text ?? '');
  const range = aclRange(family, entry.Protocol, entry.PortRange, entry.IcmpTypeCode);
  const action = entry.RuleAction?.toLowerCase();
  const readable = cidr?.family === family && range && entry.RuleNumber !== undefined && (action === 'allow' || action === 'deny');
  return {
    ...(range ?? ALL_TRAFFIC),
    number: entry.RuleNumber ?? 0,
    allow: action === 'allow',
    clients: readable ? [{ first: cidr.first, last: cidr.last }] : everything(family),
    doubt: readable ? undefined : `${aclId}: ${entry.Egress ? 'egress' : 'ingress'} rule ${entry.RuleNumber ?? 'without number'} cannot be read`,
  };
}

/**
 * First match wins, from below and from above: `reachSure` have surely met no rule yet, `reachMaybe` perhaps. Two rules of one number
 * (AWS allows none) that disagree leave what both match undecided; so does a rule that cannot be read.
 */
function firstMatch(aclId: string, entries: readonly Entry[], family: Family): Bounded {
  let sure: CidrSet = EMPTY;
  let maybe: CidrSet = EMPTY;
  let reachSure = everything(family);
  let reachMaybe = everything(family);
  let missing: readonly string[] = [];
  for (let i = 0; i < entries.length;) {
    const first = entries[i];
    if (!first) break;
    const tied = entries.slice(i).filter((entry) => entry.number === first.number);
    i += tied.length;
    const allowed = union(...tied.filter((entry) => entry.allow && !entry.doubt).map((entry) => entry.clients));
    const denied = union(...tied.filter((entry) => !entry.allow && !entry.doubt).map((entry) => entry.clients));
    const disputed = intersect(allowed, denied);
    const doubts = tied.flatMap((entry) => entry.doubt ?? []);
    if (disputed.length > 0) missing = joinMissing(missing, [`${aclId}: two rules numbered ${first.number} disagree`]);
    missing = joinMissing(missing, doubts);
    const maybeDenied = tied.some((entry) => entry.doubt && !entry.allow);
    if (!maybeDenied) sure = union(sure, subtract(intersect(reachSure, allowed), disputed));
    maybe = union(maybe, intersect(reachMaybe, allowed));
    reachSure = subtract(subtract(reachSure, allowed), denied);
    reachMaybe = subtract(subtract(reachMaybe, allowed), denied);
    if (tied.some((entry) => entry.doubt && entry.allow)) maybe = union(maybe, reachMaybe);
    if (maybeDenied) reachSure = EMPTY;
  }
  return { sure, maybe, missing };
}

/** A list that lets everything pass: traffic that stays within one subnet meets none. */
export function noAcl(family: Family): Passage {
  return { full: anybody(family), any: anybody(family) };
}
