import type { Estate, Exposure, IndirectPath, SubnetKind } from '../model/index.ts';
import { directExposures } from './direct.ts';
import { EstateView } from './estate-view.ts';
import { Gatehouse } from './gatehouse.ts';
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
  const exposures = interfacesOf(view).flatMap((eni) => directExposures(gatehouse, eni));
  return { subnets: subnetKinds(view, gatehouse.routes), exposures: exposures.sort(byPlace), indirectPaths: [] };
}

function byPlace(a: Exposure, b: Exposure): number {
  return compare(a.resourceId, b.resourceId) || compare(a.via, b.via) || compare(a.address, b.address)
    || compare(a.protocol, b.protocol) || a.fromPort - b.fromPort || a.toPort - b.toPort || compare(a.protocolNumbers ?? a.icmpTypes ?? '', b.protocolNumbers ?? b.icmpTypes ?? '');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
