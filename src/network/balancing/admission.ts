import type { SecurityGroup } from '../../model/resources/ec2.ts';
import type { Scope } from '../../model/index.ts';
import { anybody, CLOSED, eitherOf, exactly, NOBODY, OPEN, unknownClients, unknownGate, type Bounded, type Tri } from '../bounded.ts';
import { parseCidr, type Family } from '../cidr.ts';
import { covers, intersect, type CidrSet } from '../cidr-set.ts';
import type { EstateView } from '../estate-view.ts';
import type { PrefixLists } from '../prefix-lists.ts';
import { permissionRange } from '../traffic.ts';

/** Whom a set of groups lets pass at one place of the traffic line, private addresses and groups included. */
export interface Admission {
  readonly clients: Bounded;
  readonly groups: ReadonlySet<string>;
}

/** Whether addresses, or a member of groups, may pass. `spans` are all that they may have; `exact` says that they have all of them. */
export function admits(admission: Admission, spans: CidrSet, exact: boolean, groupIds: readonly string[]): Tri {
  if (groupIds.some((id) => admission.groups.has(id))) return OPEN;
  return passes(admission.clients, spans, exact);
}

/** Whether addresses are among those that pass. */
export function passes(clients: Bounded, spans: CidrSet, exact: boolean): Tri {
  if (spans.length === 0) return clients.sure === clients.maybe && clients.sure.length === 0 ? CLOSED : unknownGate('private addresses on the path (ec2:DescribeNetworkInterfaces)');
  if (covers(clients.sure, spans) || (exact && intersect(clients.sure, spans).length > 0)) return OPEN;
  if (intersect(clients.maybe, spans).length === 0) return CLOSED;
  return unknownGate(...(clients.missing.length > 0 ? clients.missing : ['private addresses on the path (ec2:DescribeNetworkInterfaces)']));
}

/** Reads groups for traffic inside the VPC: from a balancer to its targets. */
export class Admissions {
  readonly #view: EstateView;
  readonly #lists: PrefixLists;
  readonly #read = new Map<string, Admission>();

  constructor(view: EstateView, lists: PrefixLists) {
    this.#view = view;
    this.#lists = lists;
  }

  at(scope: Scope, groupIds: readonly string[] | undefined, family: Family, key: number, direction: 'ingress' | 'egress'): Admission {
    const name = `${groupIds?.join(' ') ?? '?'} ${family} ${key} ${direction}`;
    let admission = this.#read.get(name);
    if (!admission) {
      admission = groupIds
        ? groupIds.map((id) => this.#group(scope, id, family, key, direction)).reduce(join, { clients: NOBODY, groups: new Set() })
        : { clients: unknownClients(family, ['groups of the target are not in the estate']), groups: new Set() };
      this.#read.set(name, admission);
    }
    return admission;
  }

  #group(scope: Scope, id: string, family: Family, key: number, direction: 'ingress' | 'egress'): Admission {
    const group = this.#view.byId('securityGroup', id);
    if (!group) return { clients: unknownClients(family, [`${id}: ${this.#view.gap(scope, 'securityGroup') ?? 'not in the estate (ec2:DescribeSecurityGroups)'}`]), groups: new Set() };
    const permissions = direction === 'ingress' ? group.IpPermissions ?? [] : group.IpPermissionsEgress;
    // AWS always answers with egress rules; a source that does not tell them (a hand-made dump) leaves the default, which is all.
    if (!permissions) return { clients: anybody(family), groups: new Set() };
    return permissions.map((permission) => this.#permission(group, permission, family, key)).reduce(join, { clients: NOBODY, groups: new Set() });
  }

  #permission(group: SecurityGroup, permission: NonNullable<SecurityGroup['IpPermissions']>[number], family: Family, key: number): Admission {
    const range = permissionRange(family, permission.IpProtocol, permission.FromPort, permission.ToPort);
    if (range && (key < range.from || key > range.to)) return { clients: NOBODY, groups: new Set() };
    const cidrs = family === 'ipv4' ? permission.IpRanges?.map((r) => r.CidrIp ?? '') : permission.Ipv6Ranges?.map((r) => r.CidrIpv6 ?? '');
    const sets = [
      ...(cidrs ?? []).map((text) => {
        const cidr = parseCidr(text);
        return cidr && range ? exactly([{ first: cidr.first, last: cidr.last }]) : unknownClients(family, [`${group.id}: a rule cannot be read`]);
      }),
      ...(permission.PrefixListIds ?? []).flatMap(({ PrefixListId }) => (PrefixListId === undefined ? [] : [this.#lists.clients(group, PrefixListId, family)])),
    ];
    const groups = new Set(range ? (permission.UserIdGroupPairs ?? []).flatMap((pair) => pair.GroupId ?? []) : []);
    return { clients: sets.reduce(eitherOf, NOBODY), groups };
  }
}

function join(a: Admission, b: Admission): Admission {
  return { clients: eitherOf(a.clients, b.clients), groups: new Set([...a.groups, ...b.groups]) };
}
