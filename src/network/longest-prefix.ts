import type { Route } from '../model/resources/ec2.ts';
import type { Scope } from '../model/index.ts';
import { parseCidr, type Cidr, type Family } from './cidr.ts';
import { cidrSet, subtract, union, type CidrSet } from './cidr-set.ts';
import type { PrefixLists } from './prefix-lists.ts';

/** The clients for which a route is the one that wins. `disputed`: another of equal rank would take them elsewhere. */
export interface Win {
  readonly route: Route;
  readonly clients: CidrSet;
  readonly disputed: boolean;
}

export interface Winners {
  readonly wins: readonly Win[];
  /** Routes whose destination is not known: they may win anywhere, or nowhere. */
  readonly unplaced: readonly { readonly route: Route; readonly missing: string }[];
}

interface Destination {
  readonly route: Route;
  readonly cidr: Cidr;
  readonly rank: number;
}

/**
 * Who wins where: the longest prefix; at equal length a local route, then a static one, then a prefix list, then a propagated one
 * (VPC user guide, "Route priority").
 */
export function winners(scope: Scope, routes: readonly Route[], family: Family, lists: PrefixLists): Winners {
  const destinations: Destination[] = [];
  const unplaced: { route: Route; missing: string }[] = [];
  for (const route of routes) {
    const listId = route.DestinationPrefixListId;
    if (listId !== undefined) {
      const entries = lists.entries(scope, listId);
      if (entries.known) destinations.push(...entries.cidrs.filter((cidr) => cidr.family === family).map((cidr) => ({ route, cidr, rank: rankOf(route) })));
      else if (lists.mayHold(listId, family)) unplaced.push({ route, missing: entries.missing });
      continue;
    }
    const text = family === 'ipv4' ? route.DestinationCidrBlock : route.DestinationIpv6CidrBlock;
    if (text === undefined) continue;
    const cidr = parseCidr(text);
    if (cidr?.family === family) destinations.push({ route, cidr, rank: rankOf(route) });
    else unplaced.push({ route, missing: `route to "${text}": no CIDR block` });
  }
  return { wins: place(destinations), unplaced };
}

function place(destinations: readonly Destination[]): Win[] {
  const sorted = [...destinations].sort((a, b) => b.cidr.length - a.cidr.length || a.rank - b.rank);
  const wins: Win[] = [];
  let covered: CidrSet = [];
  for (let i = 0; i < sorted.length;) {
    const first = sorted[i];
    if (!first) break;
    const equals = sorted.slice(i).filter((d) => d.cidr.length === first.cidr.length && d.rank === first.rank);
    i += equals.length;
    for (const { route, cidr } of equals) {
      const disputed = equals.some((other) => other.cidr.first === cidr.first && targetOf(other.route) !== targetOf(route));
      wins.push({ route, clients: subtract([{ first: cidr.first, last: cidr.last }], covered), disputed });
    }
    covered = union(covered, cidrSet(equals.map((d) => ({ first: d.cidr.first, last: d.cidr.last }))));
  }
  return wins;
}

function rankOf(route: Route): number {
  if (route.GatewayId === 'local') return 0;
  if (route.Origin === 'EnableVgwRoutePropagation' || route.Origin === 'Advertisement') return 3;
  return route.DestinationPrefixListId === undefined ? 1 : 2;
}

/** What a route leads to, by id. An instance's route names its interface too: the interface is what counts. */
export function targetOf(route: Route): string {
  return route.NetworkInterfaceId ?? route.GatewayId ?? route.NatGatewayId ?? route.EgressOnlyInternetGatewayId ?? route.TransitGatewayId
    ?? route.VpcPeeringConnectionId ?? route.LocalGatewayId ?? route.CarrierGatewayId ?? route.CoreNetworkArn ?? route.InstanceId ?? '';
}
