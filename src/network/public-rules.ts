import type { IpPermission, SecurityGroup } from '../model/resources/ec2.ts';
import type { Scope } from '../model/index.ts';
import { exactly, unknownClients, type Bounded } from './bounded.ts';
import { FAMILIES, parseCidr, type Family } from './cidr.ts';
import { intersect } from './cidr-set.ts';
import type { EstateView } from './estate-view.ts';
import type { PrefixLists } from './prefix-lists.ts';
import { publicSpace } from './public-space.ts';
import { ALL_TRAFFIC, permissionRange, type TrafficRange } from './traffic.ts';

interface Source {
  readonly clients: Bounded;
  /** Equal for equal sources. */
  readonly source: string;
}

/** One source of one permission, as far as internet clients are concerned. */
export interface PublicRule extends TrafficRange, Source {
  readonly family: Family;
}

/** What of a group concerns internet clients. Groups that say the same share one. */
export interface RuleSet {
  readonly id: number;
  readonly rules: readonly PublicRule[];
}

/**
 * Reads groups one by one. A reference to a group admits its members' private addresses and so never the internet; rules of private
 * blocks alone drop out at once. Texts are parsed once each: a million rules name few distinct blocks.
 */
export class PublicRules {
  readonly #view: EstateView;
  readonly #lists: PrefixLists;
  readonly #byGroup = new Map<string, RuleSet>();
  readonly #byContent = new Map<string, RuleSet>();
  readonly #sources: Readonly<Record<Family, Map<string, Source | 'private' | 'unreadable'>>> = { ipv4: new Map(), ipv6: new Map() };

  constructor(view: EstateView, lists: PrefixLists) {
    this.#view = view;
    this.#lists = lists;
  }

  of(scope: Scope, groupId: string): RuleSet {
    let set = this.#byGroup.get(groupId);
    if (!set) {
      const group = this.#view.byId('securityGroup', groupId);
      set = group ? this.share((group.IpPermissions ?? []).flatMap((permission) => FAMILIES.flatMap((family) => this.#read(group, permission, family))))
        : this.unknown(`${groupId}: ${this.#view.gap(scope, 'securityGroup') ?? 'not in the estate (ec2:DescribeSecurityGroups)'}`);
      this.#byGroup.set(groupId, set);
    }
    return set;
  }

  /** A group of which nothing is known. */
  unknown(missing: string): RuleSet {
    return this.share(FAMILIES.map((family) => ({ ...ALL_TRAFFIC, family, clients: unknownClients(family, [missing]), source: `? ${missing}` })));
  }

  share(rules: readonly PublicRule[]): RuleSet {
    const content = rules.map((rule) => `${rule.family} ${rule.from}-${rule.to} ${rule.source}`).sort().join('|');
    const set = this.#byContent.get(content) ?? { id: this.#byContent.size, rules };
    this.#byContent.set(content, set);
    return set;
  }

  #read(group: SecurityGroup, permission: IpPermission, family: Family): PublicRule[] {
    const sources: Source[] = [];
    const add = (text: string) => {
      if (INTERNAL.test(text)) return;
      const source = this.#source(text, family);
      if (source !== 'private') sources.push(source === 'unreadable' ? doubt(family, `${group.id}: "${text}" is no ${family} block`) : source);
    };
    if (family === 'ipv4') for (const { CidrIp } of permission.IpRanges ?? []) add(CidrIp ?? '');
    else for (const { CidrIpv6 } of permission.Ipv6Ranges ?? []) add(CidrIpv6 ?? '');
    for (const { PrefixListId } of permission.PrefixListIds ?? []) {
      if (PrefixListId === undefined) continue;
      const clients = this.#lists.clients(group, PrefixListId, family);
      if (clients.maybe.length > 0) sources.push({ clients, source: PrefixListId });
    }
    if (sources.length === 0) return [];
    const range = permissionRange(family, permission.IpProtocol, permission.FromPort, permission.ToPort);
    if (range) return sources.map((source) => ({ ...range, family, clients: source.clients, source: source.source }));
    const text = `${permission.IpProtocol ?? ''} ${permission.FromPort ?? ''}-${permission.ToPort ?? ''}`;
    return [{ ...ALL_TRAFFIC, family, ...doubt(family, `${group.id}: "${text}" is no protocol and port range`) }];
  }

  #source(text: string, family: Family): Source | 'private' | 'unreadable' {
    let source = this.#sources[family].get(text);
    if (source === undefined) {
      const cidr = parseCidr(text);
      const block = cidr?.family === family ? [{ first: cidr.first, last: cidr.last }] : undefined;
      source = !block ? 'unreadable' : intersect(block, publicSpace(family)).length === 0 ? 'private' : { source: text, clients: exactly(block) };
      this.#sources[family].set(text, source);
    }
    return source;
  }
}

/** Blocks within 10.0.0.0/8, which most rules of most groups name: told by their text, without a look-up. */
const INTERNAL = /^10(?:\.(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}\/(?:[89]|[12]\d|3[0-2])$/;

function doubt(family: Family, missing: string): Source {
  return { source: `? ${missing}`, clients: unknownClients(family, [missing]) };
}
