import type { Exposure } from '../../model/index.ts';
import { anybody, OPEN } from '../bounded.ts';
import { FAMILIES } from '../cidr.ts';
import type { Gatehouse } from '../gatehouse.ts';
import { noAcl } from '../acl-gate.ts';
import { notPublic } from '../public-space.ts';
import type { RouteGate } from '../route-gate.ts';
import { valueAt } from '../segments.ts';
import { portRange } from '../traffic.ts';
import type { Approach, BalancerExposures } from './balancer-exposures.ts';
import type { Balancer } from './balancers.ts';

/** Confidence in a path through an accelerator: its own listeners' ports are not read, only the balancer's. */
export const ACCELERATOR_CONFIDENCE = 0.7;

/**
 * What clients reach through Global Accelerator, which serves internal balancers too: it enters the VPC by interfaces of its own, so
 * scheme, public addresses and routes do not matter, while the client's address is kept and the balancer's group judges it.
 */
export function acceleratedExposures(gatehouse: Gatehouse, balancers: readonly Balancer[], exposures: BalancerExposures): Exposure[] {
  const byArn = new Map(balancers.map((balancer) => [balancer.arn, balancer]));
  return gatehouse.view.all('acceleratorEndpoint').flatMap((endpoint) => {
    const balancer = byArn.get(endpoint.EndpointId ?? '');
    if (!balancer) return [];
    return balancer.frontDoors.flatMap((door) => FAMILIES.filter((family) => balancer.addressGates.some((gate) => gate.family === family)).flatMap((family) => {
      const key = portRange(door.protocol, door.port, door.port)?.from ?? 0;
      const group = balancer.groupIds ? gatehouse.groups.of(balancer.scope, balancer.groupIds, balancer.arn) : gatehouse.groups.unguarded();
      const subnetIds: readonly (string | undefined)[] = balancer.subnetIds.length > 0 ? balancer.subnetIds : [undefined];
      const route: RouteGate = { id: -1, clients: anybody(family), nobody: notPublic(family), middlebox: undefined };
      const approach: Approach = {
        family, address: OPEN, group: valueAt(group[family], key),
        doors: subnetIds.map((subnetId) => ({ account: gatehouse.accounts.of(balancer.scope, subnetId, balancer.vpcId), route, passage: noAcl(family) })),
        via: endpoint.AcceleratorArn ?? endpoint.id, clientAddress: endpoint.AcceleratorArn ?? endpoint.id, protocol: door.protocol, port: door.port,
        notes: [`Global Accelerator in front of ${balancer.arn}; its own listeners' ports were not read`], confidence: ACCELERATOR_CONFIDENCE,
      };
      return [exposures.row(approach, { resourceId: balancer.arn, via: approach.via }), ...exposures.behind(balancer, door, approach, 1)];
    }));
  });
}
