import type { Estate, Exposure, IndirectPath, SubnetKind } from '../model/index.ts';
import { acceleratedExposures } from './balancing/accelerated.ts';
import { BalancerExposures } from './balancing/balancer-exposures.ts';
import { balancersOf } from './balancing/balancers.ts';
import { databaseExposures } from './databases.ts';
import { directExposures } from './direct.ts';
import { EstateView } from './estate-view.ts';
import { Gatehouse } from './gatehouse.ts';
import { indirectPaths } from './indirect-paths.ts';
import { interfacesOf, primaryInterfaceOf } from './interfaces.ts';
import { RowBuckets } from './row-buckets.ts';
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
  const rows = new RowBuckets();
  const labels = new Set(balancers.map((balancer) => `ELB ${balancer.label}`));
  for (const eni of interfacesOf(view, labels)) rows.addAll(directExposures(gatehouse, eni));
  for (const balancer of balancers) rows.addAll(balancing.of(balancer));
  rows.addAll(acceleratedExposures(gatehouse, balancers, (instanceId) => primaryInterfaceOf(view, instanceId), balancing));
  rows.addAll(databaseExposures(gatehouse));
  return { subnets: subnetKinds(view, gatehouse.routes), exposures: rows.sorted(), indirectPaths: indirectPaths(view) };
}
