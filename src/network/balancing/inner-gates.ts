import type { Passage } from '../acl-gate.ts';
import { ephemeralReply, noAcl } from '../acl-gate.ts';
import { bothOf, eitherOf, exactly, NOBODY, unknownClients, anybody, type Bounded, type Tri } from '../bounded.ts';
import type { Family } from '../cidr.ts';
import { EMPTY } from '../cidr-set.ts';
import type { Gatehouse } from '../gatehouse.ts';
import { valueAt } from '../segments.ts';
import { portRange } from '../traffic.ts';
import { admits, passes, type Admissions } from './admission.ts';
import type { Balancer } from './balancers.ts';
import { nodesIn } from './nodes.ts';
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

/**
 * Target group by target group and list by list. Where the client's address is preserved the target's group must admit the client, or
 * the balancer's group (which works all the same); else it must admit the balancer's group or its nodes' addresses. Lists count where
 * subnets differ, and for classic balancers within one subnet as well.
 */
export function innerGates(gatehouse: Gatehouse, admissions: Admissions, balancer: Balancer, target: Target, hop: Hop): InnerGates {
  if (!target.guarded) return { group: anybody(hop.family), passage: noAcl(hop.family) };
  if (hop.preserves.open !== undefined) return settled(gatehouse, admissions, balancer, target, hop, hop.preserves.open);
  const either = [true, false].map((preserves) => settled(gatehouse, admissions, balancer, target, hop, preserves));
  const { missing } = hop.preserves;
  const doubt = (sets: readonly Bounded[]): Bounded => {
    const all = sets.reduce(bothOf);
    const any = sets.reduce(eitherOf);
    return { sure: all.sure, maybe: any.maybe, missing: [...any.missing, ...missing] };
  };
  return { group: doubt(either.map((g) => g.group)), passage: { full: doubt(either.map((g) => g.passage.full)), any: doubt(either.map((g) => g.passage.any)) } };
}

function settled(gatehouse: Gatehouse, admissions: Admissions, balancer: Balancer, target: Target, hop: Hop, preserves: boolean): InnerGates {
  const key = portRange(hop.protocol, target.port, target.port)?.from;
  if (key === undefined) return { group: unknownClients(hop.family, [`port ${target.port} of ${target.resourceId}`]), passage: noAcl(hop.family) };
  const leaves = balancer.groupIds
    ? admits(admissions.at(balancer.scope, balancer.groupIds, hop.targetFamily, key, 'egress'), target.spans, true, target.groupIds ?? [])
    : { open: true };
  const subnets = balancer.subnetIds.map((subnetId) => ({ subnetId, nodes: nodesIn(gatehouse.view, balancer, subnetId, hop.targetFamily) }));
  const admission = admissions.at(balancer.scope, target.groupIds, preserves ? hop.family : hop.targetFamily, key, 'ingress');
  const byGroup = (balancer.groupIds ?? []).some((id) => admission.groups.has(id));
  const enters = preserves && !byGroup ? admission.clients
    : subnets.map(({ nodes }) => clientsOf(admits(admission, nodes.spans, nodes.exact, balancer.groupIds ?? []), hop.family)).reduce(eitherOf, NOBODY);
  const passages = subnets.map(({ subnetId, nodes }): Passage => {
    if (subnetId === target.subnetId && balancer.kind !== 'classic') return noAcl(hop.family);
    const near = gatehouse.acls.of(balancer.scope, subnetId, balancer.vpcId)[hop.targetFamily];
    const far = gatehouse.acls.of(balancer.scope, target.subnetId, target.vpcId);
    const back = ephemeralReply(near.inbound, hop.protocol);
    const out = clientsOf(passes(valueAt(near.outbound, key), target.spans, true), hop.family);
    const returns = { full: clientsOf(passes(back.full, target.spans, true), hop.family), any: clientsOf(passes(back.any, target.spans, true), hop.family) };
    const farLine = far[preserves ? hop.family : hop.targetFamily];
    const farReply = ephemeralReply(farLine.outbound, hop.protocol);
    const through = preserves ? valueAt(farLine.passage, key) : (() => {
      const into = clientsOf(passes(valueAt(farLine.inbound, key), nodes.spans, nodes.exact), hop.family);
      return {
        full: bothOf(into, clientsOf(passes(farReply.full, nodes.spans, nodes.exact), hop.family)),
        any: bothOf(into, clientsOf(passes(farReply.any, nodes.spans, nodes.exact), hop.family)),
      };
    })();
    return { full: [out, returns.full, through.full].reduce(bothOf), any: [out, returns.any, through.any].reduce(bothOf) };
  });
  return {
    group: bothOf(clientsOf(leaves, hop.family), enters),
    passage: { full: passages.map((p) => p.full).reduce(eitherOf, NOBODY), any: passages.map((p) => p.any).reduce(eitherOf, NOBODY) },
  };
}

/** A gate that does not tell clients apart, as a set of clients: all, none, or not known. */
function clientsOf(gate: Tri, family: Family): Bounded {
  if (gate.open === undefined) return unknownClients(family, gate.missing);
  return gate.open ? anybody(family) : exactly(EMPTY);
}
