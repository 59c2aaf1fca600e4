import type { Scope } from '../model/index.ts';
import { AccountGates } from './account-gate.ts';
import { AclGates, type Passage } from './acl-gate.ts';
import type { Bounded, Tri } from './bounded.ts';
import type { Family } from './cidr.ts';
import type { EstateView } from './estate-view.ts';
import { GroupGates, type GroupGate } from './group-gate.ts';
import { judge, type Door, type Outcome } from './judge.ts';
import { PrefixLists } from './prefix-lists.ts';
import { RouteGates } from './route-gate.ts';
import { rowsOf, type RowTemplate } from './rows.ts';
import { overlay } from './segments.ts';

/** The gates of a subnet, before it is known what traffic asks to pass. */
export interface SubnetGates {
  readonly id: number;
  readonly account: Tri;
  readonly route: ReturnType<RouteGates['of']>;
  readonly acl: ReturnType<AclGates['of']>;
}

/** All gates of an estate, each worked out once, and the verdicts on their combinations, each given once. */
export class Gatehouse {
  readonly view: EstateView;
  readonly lists: PrefixLists;
  readonly routes: RouteGates;
  readonly acls: AclGates;
  readonly groups: GroupGates;
  readonly accounts: AccountGates;
  readonly #judged = new Map<string, Map<Passage, Map<Bounded, Outcome>>>();
  readonly #outcomes = new Map<string, Outcome>();
  readonly #subnets: Readonly<Record<Family, Map<string, SubnetGates>>> = { ipv4: new Map(), ipv6: new Map() };
  readonly #equal = new Map<string, SubnetGates>();
  readonly #templates = new Map<GroupGate, Map<string | number, readonly RowTemplate[]>>();

  constructor(view: EstateView) {
    this.view = view;
    this.lists = new PrefixLists(view);
    this.routes = new RouteGates(view, this.lists);
    this.acls = new AclGates(view);
    this.groups = new GroupGates(view, this.lists);
    this.accounts = new AccountGates(view);
  }

  /** The gates of a subnet. Subnets with equal gates give one object, so that what is judged of one is judged of all. */
  subnet(scope: Scope, subnetId: string | undefined, vpcId: string | undefined, family: Family, delivered: string | undefined): SubnetGates {
    if (subnetId === undefined || this.routes.steersIn(vpcId)) return this.#gates(scope, subnetId, vpcId, family, delivered);
    let gates = this.#subnets[family].get(subnetId);
    if (!gates) {
      gates = this.#gates(scope, subnetId, vpcId, family, undefined);
      this.#subnets[family].set(subnetId, gates);
    }
    return gates;
  }

  /**
   * The gates of a subnet for what comes in by an accelerator, which enters the VPC by interfaces of its own: routes do not matter,
   * block public access does (VPC user guide, "Block public access").
   */
  accelerated(scope: Scope, subnetId: string | undefined, vpcId: string | undefined, family: Family): SubnetGates {
    return this.#share(family, { account: this.accounts.of(scope, subnetId, vpcId), route: this.routes.accelerated(family), acl: this.acls.none() });
  }

  /** What becomes of all traffic to one address: rows, shared by every address behind the same gates. */
  rows(family: Family, address: Tri, subnet: SubnetGates, group: GroupGate): readonly RowTemplate[] {
    const known = this.#templates.get(group) ?? new Map<string | number, readonly RowTemplate[]>();
    this.#templates.set(group, known);
    // A number where it can be: a string for each of a million addresses is most of the work.
    const key = address.open === undefined ? `${subnet.id} ${triKey(address)}` : subnet.id * 2 + (address.open ? 1 : 0);
    const rows = known.get(key) ?? this.#judgeLine(family, address, subnet, group);
    known.set(key, rows);
    return rows;
  }

  #gates(scope: Scope, subnetId: string | undefined, vpcId: string | undefined, family: Family, delivered: string | undefined): SubnetGates {
    return this.#share(family, {
      account: this.accounts.of(scope, subnetId, vpcId),
      route: this.routes.of(scope, subnetId, vpcId, family, delivered),
      acl: this.acls.of(scope, subnetId, vpcId),
    });
  }

  #share(family: Family, gates: Omit<SubnetGates, 'id'>): SubnetGates {
    const key = `${family} ${triKey(gates.account)} ${gates.route.id} ${gates.acl.id}`;
    const equal = this.#equal.get(key) ?? { ...gates, id: this.#equal.size };
    this.#equal.set(key, equal);
    return equal;
  }

  /** What becomes of one piece of traffic that may come in by several subnets. Equal outcomes are one object. */
  judgeAt(family: Family, address: Tri, doors: readonly Door[], group: Bounded): Outcome {
    const outcome = judge({ family, address, doors, group });
    const key = JSON.stringify(outcome);
    const equal = this.#outcomes.get(key);
    if (!equal) this.#outcomes.set(key, outcome);
    return equal ?? outcome;
  }

  #judgeLine(family: Family, address: Tri, { account, route, acl }: SubnetGates, group: GroupGate): RowTemplate[] {
    const key = `${family} ${triKey(address)} ${triKey(account)} ${route.id}`;
    const judged = this.#judged.get(key) ?? new Map<Passage, Map<Bounded, Outcome>>();
    this.#judged.set(key, judged);
    return rowsOf(overlay(acl[family].passage, group[family], (passage, clients) => {
      const byClients = judged.get(passage) ?? new Map<Bounded, Outcome>();
      judged.set(passage, byClients);
      const outcome = byClients.get(clients) ?? this.judgeAt(family, address, [{ account, route, passage }], clients);
      byClients.set(clients, outcome);
      return outcome;
    }));
  }
}

function triKey(gate: Tri): string {
  if (gate.open === undefined) return `? ${gate.missing.join(';')}`;
  return gate.open ? 'open' : 'closed';
}
