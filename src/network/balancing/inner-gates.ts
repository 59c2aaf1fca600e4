import { ephemeralReply, noAcl, type Passage } from '../acl-gate.ts';
import { anybody, bothOf, eitherOf, exactly, isExact, NOBODY, unknownClients, type Bounded, type Tri } from '../bounded.ts';
import type { Family } from '../cidr.ts';
import { covers, EMPTY } from '../cidr-set.ts';
import type { Gatehouse } from '../gatehouse.ts';
import { everything } from '../public-space.ts';
import { valueAt } from '../segments.ts';
import { portRange } from '../traffic.ts';
import { Admissions, admits, passes, type Admission } from './admission.ts';
import type { Balancer } from './balancers.ts';
import { nodesIn, type Nodes } from './nodes.ts';
import type { Target } from './targets.ts';

/** The gates between a balancer and a target, as sets of the clients whom they let through. */
export interface InnerGates {
  readonly group: Bounded;
  readonly passage: Passage;
}

/** How a balancer speaks to a target. */
export interface Hop {
  readonly family: Family;
  /** The family between balancer and target. */
  readonly targetFamily: Family;
  readonly protocol: 'tcp' | 'udp';
  /** Whether the target sees the client's own address: yes, no, or what is missing to tell. */
  readonly preserves: Tri;
}

/** What leaves a balancer for its targets: its groups' egress, and for each subnet its nodes and its list. */
interface Departure {
  readonly egress: Admission | undefined;
  readonly subnets: readonly { readonly subnetId: string; readonly nodes: Nodes; readonly out: Bounded; readonly back: Passage }[];
}

/**
 * Target group by target group and list by list. Where the client's address is preserved the target's group must admit the client, or
 * the balancer's group (which works all the same); else it must admit the balancer's group or its nodes' addresses. Lists count where
 * subnets differ, and for classic balancers within one subnet as well.
 */
export class InnerGateKeeper {
  readonly #gatehouse: Gatehouse;
  readonly #admissions: Admissions;
  readonly #departures = new Map<string, Departure>();

  constructor(gatehouse: Gatehouse) {
    this.#gatehouse = gatehouse;
    this.#admissions = new Admissions(gatehouse.view, gatehouse.lists);
  }

  of(balancer: Balancer, target: Target, hop: Hop): InnerGates {
    if (!target.guarded) return { group: anybody(hop.family), passage: noAcl(hop.family) };
    if (hop.preserves.open !== undefined) return this.#settled(balancer, target, hop, hop.preserves.open);
    const either = [true, false].map((preserves) => this.#settled(balancer, target, hop, preserves));
    const { missing } = hop.preserves;
    const doubt = (sets: readonly Bounded[]): Bounded => {
      const all = sets.reduce(bothOf);
      const any = sets.reduce(eitherOf);
      return { sure: all.sure, maybe: any.maybe, missing: [...any.missing, ...missing] };
    };
    return { group: doubt(either.map((g) => g.group)), passage: { full: doubt(either.map((g) => g.passage.full)), any: doubt(either.map((g) => g.passage.any)) } };
  }

  /** Whether a target's own address matters: not where the balancer may speak to every address anyway. */
  addressMatters(balancer: Balancer, target: Target, hop: Hop): boolean {
    const key = portRange(hop.protocol, target.port, target.port)?.from;
    if (key === undefined || target.spans.length === 0) return true;
    const { egress, subnets } = this.#departure(balancer, hop, key);
    const all = everything(hop.targetFamily);
    const free = (set: Bounded) => isExact(set) && covers(set.sure, all);
    return (egress !== undefined && !free(egress.clients)) || !subnets.every(({ out, back }) => free(out) && free(back.full));
  }

  #departure(balancer: Balancer, hop: Hop, key: number): Departure {
    const name = `${balancer.arn} ${hop.targetFamily} ${hop.protocol} ${key}`;
    let departure = this.#departures.get(name);
    if (!departure) {
      departure = {
        egress: balancer.groupIds && this.#admissions.at(balancer.scope, balancer.groupIds, hop.targetFamily, key, 'egress'),
        subnets: balancer.subnetIds.map((subnetId) => {
          const list = this.#gatehouse.acls.of(balancer.scope, subnetId, balancer.vpcId)[hop.targetFamily];
          return { subnetId, nodes: nodesIn(this.#gatehouse.view, balancer, subnetId, hop.targetFamily), out: valueAt(list.outbound, key), back: ephemeralReply(list.inbound, hop.protocol) };
        }),
      };
      this.#departures.set(name, departure);
    }
    return departure;
  }

  #settled(balancer: Balancer, target: Target, hop: Hop, preserves: boolean): InnerGates {
    const key = portRange(hop.protocol, target.port, target.port)?.from;
    if (key === undefined) return { group: unknownClients(hop.family, [`port ${target.port} of ${target.resourceId}`]), passage: noAcl(hop.family) };
    const { egress, subnets } = this.#departure(balancer, hop, key);
    const leaves = egress ? admits(egress, target.spans, true, target.groupIds ?? []) : { open: true };
    const admission = this.#admissions.at(balancer.scope, target.groupIds, preserves ? hop.family : hop.targetFamily, key, 'ingress');
    const byGroup = (balancer.groupIds ?? []).some((id) => admission.groups.has(id));
    const enters = preserves && !byGroup ? admission.clients
      : subnets.map(({ nodes }) => clientsOf(admits(admission, nodes.spans, nodes.exact, balancer.groupIds ?? []), hop.family)).reduce(eitherOf, NOBODY);
    const passages = subnets.map(({ subnetId, nodes, out, back }): Passage => {
      if (subnetId === target.subnetId && balancer.kind !== 'classic') return noAcl(hop.family);
      const there = clientsOf(passes(out, target.spans, true), hop.family);
      const into = this.#arrival(balancer, target, hop, key, preserves ? undefined : nodes);
      const returns = (reply: Bounded) => clientsOf(passes(reply, target.spans, true), hop.family);
      return { full: [there, returns(back.full), into.full].reduce(bothOf), any: [there, returns(back.any), into.any].reduce(bothOf) };
    });
    return {
      group: bothOf(clientsOf(leaves, hop.family), enters),
      passage: { full: passages.map((p) => p.full).reduce(eitherOf, NOBODY), any: passages.map((p) => p.any).reduce(eitherOf, NOBODY) },
    };
  }

  /** The list of the target's subnet, both ways: for the clients themselves, or for the nodes that speak for them. */
  #arrival(balancer: Balancer, target: Target, hop: Hop, key: number, nodes: Nodes | undefined): Passage {
    const list = this.#gatehouse.acls.of(balancer.scope, target.subnetId, target.vpcId)[nodes ? hop.targetFamily : hop.family];
    if (!nodes) return valueAt(list.passage, key);
    const reply = ephemeralReply(list.outbound, hop.protocol);
    const fromNodes = (set: Bounded) => clientsOf(passes(set, nodes.spans, nodes.exact), hop.family);
    const into = fromNodes(valueAt(list.inbound, key));
    return { full: bothOf(into, fromNodes(reply.full)), any: bothOf(into, fromNodes(reply.any)) };
  }
}

/** A gate that does not tell clients apart, as a set of clients: all, none, or not known. */
function clientsOf(gate: Tri, family: Family): Bounded {
  if (gate.open === undefined) return unknownClients(family, gate.missing);
  return gate.open ? anybody(family) : exactly(EMPTY);
}
