import type { IpPermission, SecurityGroup } from '../model/resources/ec2.ts';
import type { Scope } from '../model/index.ts';
import { exactly, eitherOf, NOBODY, unknownClients, type Bounded } from './bounded.ts';
import { parseCidr, type Cidr, type Family } from './cidr.ts';
import { intersect, union } from './cidr-set.ts';
import type { EstateView } from './estate-view.ts';
import type { PrefixLists } from './prefix-lists.ts';
import { everything, publicSpace } from './public-space.ts';
import { sweep, type Segment } from './segments.ts';
import { ALL_TRAFFIC, permissionRange, type TrafficRange } from './traffic.ts';

/** Whom the groups on an interface let in from the internet, along the traffic line, by family. Equal rule sets share one. */
export interface GroupGate {
  readonly id: number;
  readonly ipv4: readonly Segment<Bounded>[];
  readonly ipv6: readonly Segment<Bounded>[];
}

interface PublicRule extends TrafficRange {
  readonly family: Family;
  readonly clients: Bounded;
  /** Equal for equal sources. */
  readonly source: string;
}

/**
 * Reads groups. Allow only; several groups are one rule set; a group reference admits private addresses of its members only and so
 * never the internet. Rules of private sources alone drop out at once.
 */
export class GroupGates {
  readonly #view: EstateView;
  readonly #lists: PrefixLists;
  readonly #rules = new Map<string, readonly PublicRule[]>();
  readonly #byIds = new Map<string, GroupGate>();
  readonly #byRules = new Map<string, GroupGate>();
  readonly #clients = new Map<string, Bounded>();
  readonly #sources = new Map<string, { cidr: Cidr; clients: Bounded | undefined } | undefined>();

  constructor(view: EstateView, lists: PrefixLists) {
    this.#view = view;
    this.#lists = lists;
  }

  /** The gate of a set of groups; undefined groups (an interface whose groups were not told) are unknown. */
  of(scope: Scope, ids: readonly string[] | undefined, what: string): GroupGate {
    const key = ids ? ids.join(' ') : `? ${what}`;
    let gate = this.#byIds.get(key);
    if (!gate) {
      const rules = ids ? ids.flatMap((id) => this.#rulesOf(scope, id)) : unknownRules(`groups of ${what} are not in the estate`);
      gate = this.#gateOf(rules);
      this.#byIds.set(key, gate);
    }
    return gate;
  }

  /** A gate that nothing guards: a network load balancer without groups. */
  unguarded(): GroupGate {
    return this.#gateOf((['ipv4', 'ipv6'] as const).map((family) => ({
      ...ALL_TRAFFIC, family, clients: exactly(everything(family)), source: 'unguarded',
    })));
  }

  #gateOf(rules: readonly PublicRule[]): GroupGate {
    const key = [...new Set(rules.map((rule) => `${rule.family} ${rule.from}-${rule.to} ${rule.source}`))].sort().join('|');
    let gate = this.#byRules.get(key);
    if (!gate) {
      gate = { id: this.#byRules.size, ipv4: this.#segments(rules, 'ipv4'), ipv6: this.#segments(rules, 'ipv6') };
      this.#byRules.set(key, gate);
    }
    return gate;
  }

  /** Equal sources give the same object, so that what is judged of one is judged of all. */
  #segments(rules: readonly PublicRule[], family: Family): Segment<Bounded>[] {
    return sweep(rules.filter((rule) => rule.family === family), [], (active) => {
      if (active.length === 0) return NOBODY;
      const key = `${family} ${[...new Set(active.map((rule) => rule.source))].sort().join(' ')}`;
      let clients = this.#clients.get(key);
      if (!clients) {
        const sets = active.map((rule) => rule.clients);
        clients = sets.every((set) => set.missing.length === 0) ? exactly(union(...sets.map((set) => set.sure))) : sets.reduce(eitherOf, NOBODY);
        this.#clients.set(key, clients);
      }
      return clients;
    });
  }

  #rulesOf(scope: Scope, id: string): readonly PublicRule[] {
    let rules = this.#rules.get(id);
    if (!rules) {
      const group = this.#view.byId('securityGroup', id);
      rules = group
        ? (group.IpPermissions ?? []).flatMap((permission) => this.#permissionRules(group, permission))
        : unknownRules(`${id}: ${this.#view.gap(scope, 'securityGroup') ?? 'not in the estate (ec2:DescribeSecurityGroups)'}`);
      this.#rules.set(id, rules);
    }
    return rules;
  }

  #permissionRules(group: SecurityGroup, permission: IpPermission): PublicRule[] {
    const rules: PublicRule[] = [];
    const add = (family: Family, source: string, clients: Bounded) => {
      const range = permissionRange(family, permission.IpProtocol, permission.FromPort, permission.ToPort);
      const name = `${permission.IpProtocol ?? ''} ${permission.FromPort ?? ''}-${permission.ToPort ?? ''}`;
      if (range) rules.push({ ...range, family, clients, source });
      else rules.push({ ...ALL_TRAFFIC, family, clients: unknownClients(family, [`${group.id}: "${name}" is no protocol and port range`]), source: `? ${group.id} ${name}` });
    };
    for (const { CidrIp } of permission.IpRanges ?? []) this.#addCidr(group, CidrIp, 'ipv4', add);
    for (const { CidrIpv6 } of permission.Ipv6Ranges ?? []) this.#addCidr(group, CidrIpv6, 'ipv6', add);
    for (const { PrefixListId } of permission.PrefixListIds ?? []) {
      if (PrefixListId === undefined) continue;
      for (const family of ['ipv4', 'ipv6'] as const) {
        const clients = this.#lists.clients(group, PrefixListId, family);
        if (clients.maybe.length > 0) add(family, PrefixListId, clients);
      }
    }
    return rules;
  }

  #addCidr(group: SecurityGroup, text: string | undefined, family: Family, add: (family: Family, source: string, clients: Bounded) => void): void {
    const source = this.#source(text ?? '');
    if (!source) add(family, `? ${group.id} ${text ?? ''}`, unknownClients(family, [`${group.id}: "${text ?? ''}" is no CIDR block`]));
    else if (source.clients) add(source.cidr.family, text ?? '', source.clients);
  }

  /** One parse per distinct text: a million rules name few distinct blocks. `clients` is undefined for a block without public addresses. */
  #source(text: string): { cidr: Cidr; clients: Bounded | undefined } | undefined {
    if (this.#sources.has(text)) return this.#sources.get(text);
    const cidr = parseCidr(text);
    const span = cidr && { first: cidr.first, last: cidr.last };
    const source = cidr && span && { cidr, clients: intersect([span], publicSpace(cidr.family)).length > 0 ? exactly([span]) : undefined };
    this.#sources.set(text, source);
    return source;
  }
}

function unknownRules(missing: string): readonly PublicRule[] {
  return (['ipv4', 'ipv6'] as const).map((family) => ({ ...ALL_TRAFFIC, family, clients: unknownClients(family, [missing]), source: `? ${missing}` }));
}
