import type { Gate, Verdict } from '../model/index.ts';
import type { Passage } from './acl-gate.ts';
import { isExact, joinMissing, type Bounded, type Tri } from './bounded.ts';
import type { Family } from './cidr.ts';
import { blocksOf, blockText, covers, EMPTY, intersect, union, type CidrSet } from './cidr-set.ts';
import { gradeOf } from './public-space.ts';
import { publicPart, type RouteGate } from './route-gate.ts';

/** One way in: the subnet through which the client comes. A balancer or database has one for each of its subnets. */
export interface Door {
  readonly account: Tri;
  readonly route: RouteGate;
  readonly passage: Passage;
}

/** The five gates for one piece of traffic to one address. */
export interface Gates {
  readonly family: Family;
  readonly address: Tri;
  readonly doors: readonly Door[];
  readonly group: Bounded;
}

export interface Outcome {
  readonly verdict: Verdict;
  readonly closedGates: Gate[];
  /** Client blocks that pass the gates that are open. */
  readonly sources: string[];
  readonly missing: string[];
}

interface Settled {
  readonly verdict: Exclude<Verdict, 'unknown'>;
  readonly closed: readonly Gate[];
  /** Public clients only. */
  readonly clients: CidrSet;
}

/**
 * The verdict, given once: with everything undecided taken as closed and again as open. Where the two agree the verdict stands, and
 * `missing` is left only where it could still change the sources or add a closed gate; where they differ, the verdict is unknown and
 * `missing` names the gates' gaps.
 */
export function judge(gates: Gates): Outcome {
  const best = settle(gates, 'maybe');
  const missing = gapsOf(gates);
  if (missing.length === 0) return outcome(gates, best.verdict, best.closed, best.clients, []);
  const worst = settle(gates, 'sure');
  if (worst.verdict !== best.verdict) return outcome(gates, 'unknown', best.closed, best.clients, missing);
  const same = covers(worst.clients, best.clients) && covers(best.clients, worst.clients) && String(worst.closed) === String(best.closed);
  return outcome(gates, best.verdict, best.closed, worst.verdict === 'latent' ? best.clients : worst.clients, same ? [] : missing);
}

function outcome(gates: Gates, verdict: Verdict, closedGates: readonly Gate[], clients: CidrSet, missing: readonly string[]): Outcome {
  return { verdict, closedGates: [...closedGates], sources: sourcesOf(gates, clients), missing: [...missing] };
}

function settle({ family, address, doors, group }: Gates, bound: 'sure' | 'maybe'): Settled {
  const nobody = doors[0]?.route.nobody ?? EMPTY;
  const admitted = publicPart(group[bound], nobody);
  const groupOpen = admitted.length > 0;
  const isOpen = (gate: Tri) => gate.open ?? bound === 'maybe';
  const ways = doors.map((door) => ({
    account: isOpen(door.account),
    route: door.route.clients[bound],
    any: door.passage.any[bound],
    full: door.passage.full[bound],
  }));
  const meets = (set: CidrSet) => (groupOpen ? intersect(set, admitted) : publicPart(set, nobody)).length > 0;
  const shut = {
    address: !isOpen(address),
    route: ways.every((way) => !meets(way.route)),
    acl: ways.every((way) => !meets(way.any)),
    group: !groupOpen,
    account: ways.every((way) => !way.account),
  };
  if (!groupOpen) return { verdict: 'not-exposed', closed: listOf(shut), clients: EMPTY };

  const through = (acl: CidrSet, route: CidrSet) => intersect(intersect(admitted, route), acl);
  const enters = (way: (typeof ways)[number]) => through(way.any, way.route).length > 0;
  // Routes and lists may each let somebody through and still nobody pass both: then together they are closed.
  if (!shut.route && !shut.acl && !ways.some(enters)) Object.assign(shut, { route: true, acl: true });
  const open = ways.filter((way) => way.account);
  if (!shut.route && !shut.acl && !shut.account && !open.some(enters)) shut.account = true;
  const closed = listOf(shut);
  if (closed.length > 0) {
    return { verdict: 'latent', closed, clients: union(...ways.map((way) => through(shut.acl ? admitted : way.any, shut.route ? admitted : way.route))) };
  }
  const any = union(...open.map((way) => through(way.any, way.route)));
  const full = union(...open.map((way) => through(way.full, way.route)));
  const partial = !covers(full, any) && gradeOf(family, full) !== 'world';
  return { verdict: partial ? 'exposed-partial' : gradeOf(family, any) === 'world' ? 'exposed' : 'exposed-restricted', closed: [], clients: any };
}

const GATES: readonly Gate[] = ['address', 'route', 'acl', 'group', 'account'];

function listOf(shut: Readonly<Record<Gate, boolean>>): Gate[] {
  return GATES.filter((gate) => shut[gate]);
}

function gapsOf({ address, doors, group }: Gates): readonly string[] {
  const ofTri = (gate: Tri) => (gate.open === undefined ? gate.missing : []);
  const ofSet = (set: Bounded) => (isExact(set) ? [] : set.missing);
  return joinMissing(
    ofTri(address),
    ...doors.flatMap((door) => [ofTri(door.account), ofSet(door.route.clients), ofSet(door.passage.any), ofSet(door.passage.full)]),
    ofSet(group),
  );
}

/**
 * The clients as the fewest blocks. What the group says of addresses that no client has is of no account, so it may fill the gaps:
 * the world is `0.0.0.0/0`, not the twenty blocks around the private ones.
 */
function sourcesOf({ family, doors, group }: Gates, clients: CidrSet): string[] {
  if (clients.length === 0) return [];
  const nobody = doors[0]?.route.nobody ?? EMPTY;
  const filled = union(clients, intersect(group.maybe, nobody));
  const blocks = filled.flatMap((span) => blocksOf(family, span));
  const told = filled === clients ? blocks : blocks.filter((block) => intersect([block], clients).length > 0);
  return told.map((block) => blockText(family, block));
}
