import type { Estate, Exposure, IndirectPath, SubnetKind } from '../model/index.ts';
import { acceleratedExposures } from './balancing/accelerated.ts';
import { BalancerExposures } from './balancing/balancer-exposures.ts';
import { balancersOf } from './balancing/balancers.ts';
import { databaseExposures } from './databases.ts';
import { directExposures } from './direct.ts';
import { EstateView } from './estate-view.ts';
import { Gatehouse } from './gatehouse.ts';
import { indirectPaths } from './indirect-paths.ts';
import { interfacesOf } from './interfaces.ts';
import { subnetKinds } from './subnet-kinds.ts';

export { exposuresByResource, isReached, joinPorts, portCount, portsOf, speaksOfPort } from './exposure-rows.ts';
export { groupSources, type GroupSource } from './group-sources.ts';
export { exposureGrade, worldSized, BROAD_PREFIX, WORLD_SHARE_PERCENT, type Grade } from './public-space.ts';

export interface NetworkInsight {
  readonly subnets: SubnetKind[];
  readonly exposures: Exposure[];
  readonly indirectPaths: IndirectPath[];
}

/**
 * Who can reach what from the internet: five gates (account, address, route, ACL, group) for every interface, address and family, as
 * sets of client addresses. Pure; rows come in the order of resource, address, protocol and port.
 */
export function analyseNetwork(estate: Estate): NetworkInsight {
  const view = new EstateView(estate);
  const gatehouse = new Gatehouse(view);
  const balancers = balancersOf(view);
  const balancing = new BalancerExposures(gatehouse, balancers);
  const exposures = [
    ...interfacesOf(view, new Set(balancers.map((balancer) => `ELB ${balancer.label}`))).flatMap((eni) => directExposures(gatehouse, eni)),
    ...balancers.flatMap((balancer) => balancing.of(balancer)),
    ...acceleratedExposures(gatehouse, balancers, balancing),
    ...databaseExposures(gatehouse),
  ];
  return { subnets: subnetKinds(view, gatehouse.routes), exposures: exposures.sort(byPlace), indirectPaths: indirectPaths(view) };
}

function byPlace(a: Exposure, b: Exposure): number {
  return compare(a.resourceId, b.resourceId) || compare(a.via, b.via) || compare(a.address, b.address)
    || compare(a.protocol, b.protocol) || a.fromPort - b.fromPort || a.toPort - b.toPort || compare(a.protocolNumbers ?? a.icmpTypes ?? '', b.protocolNumbers ?? b.icmpTypes ?? '');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
