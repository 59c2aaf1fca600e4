import type { Exposure } from '../../model/index.ts';
import { OPEN } from '../bounded.ts';
import { FAMILIES } from '../cidr.ts';
import type { Gatehouse } from '../gatehouse.ts';
import type { Interface } from '../interfaces.ts';
import { exposureRow } from '../rows.ts';
import { valueAt } from '../segments.ts';
import { portRange } from '../traffic.ts';
import type { Approach, BalancerExposures } from './balancer-exposures.ts';
import type { Balancer } from './balancers.ts';

/** Confidence in a path through an accelerator: its own listeners' ports are not read, only what stands behind it. */
export const ACCELERATOR_CONFIDENCE = 0.7;

/**
 * What clients reach through Global Accelerator, which serves internal balancers and private instances too: scheme, public addresses
 * and routes do not matter, while the client's address is kept and the group of what stands behind judges it.
 */
export function* acceleratedExposures(
  gatehouse: Gatehouse, balancers: readonly Balancer[], interfacesOfInstance: (instanceId: string) => Iterable<Interface>, exposures: BalancerExposures,
): Generator<Exposure> {
  const byArn = new Map(balancers.map((balancer) => [balancer.arn, balancer]));
  for (const { id, AcceleratorArn, EndpointId = '' } of gatehouse.view.all('acceleratorEndpoint')) {
    const accelerator = AcceleratorArn ?? id;
    const balancer = byArn.get(EndpointId);
    if (balancer) yield* toBalancer(gatehouse, balancer, accelerator, exposures);
    if (EndpointId.startsWith('i-')) yield* toInstance(gatehouse, interfacesOfInstance(EndpointId), accelerator);
  }
}

function* toBalancer(gatehouse: Gatehouse, balancer: Balancer, accelerator: string, exposures: BalancerExposures): Generator<Exposure> {
  const group = balancer.groupIds ? gatehouse.groups.of(balancer.scope, balancer.groupIds, balancer.arn) : gatehouse.groups.unguarded();
  const subnetIds: readonly (string | undefined)[] = balancer.subnetIds.length > 0 ? balancer.subnetIds : [undefined];
  for (const door of balancer.frontDoors) {
    const key = portRange(door.protocol, door.port, door.port)?.from ?? 0;
    for (const family of FAMILIES.filter((candidate) => balancer.addressGates.some((gate) => gate.family === candidate))) {
      const approach: Approach = {
        family, address: OPEN, group: valueAt(group[family], key),
        doors: subnetIds.map((subnetId) => {
          const { account, route, acl } = gatehouse.accelerated(balancer.scope, subnetId, balancer.vpcId, family);
          return { account, route, passage: valueAt(acl[family].passage, key) };
        }),
        via: accelerator, clientAddress: accelerator, protocol: door.protocol, port: door.port, notes: [noteOn(balancer.arn)], confidence: ACCELERATOR_CONFIDENCE,
      };
      yield exposures.row(approach, { resourceId: balancer.arn, via: accelerator });
      yield* exposures.behind(balancer, door, approach, 1);
    }
  }
}

function* toInstance(gatehouse: Gatehouse, interfaces: Iterable<Interface>, accelerator: string): Generator<Exposure> {
  for (const eni of interfaces) {
    const group = gatehouse.groups.of(eni.scope, eni.groupIds, eni.id ?? eni.resourceId);
    const gates = gatehouse.accelerated(eni.scope, eni.subnetId, eni.vpcId, 'ipv4');
    for (const row of gatehouse.rows('ipv4', OPEN, gates, group)) {
      yield exposureRow({
        resourceId: eni.resourceId, ...(eni.id === undefined ? {} : { networkInterfaceId: eni.id }), address: accelerator, family: 'ipv4', via: accelerator,
        confidence: ACCELERATOR_CONFIDENCE, notes: [noteOn(eni.resourceId)],
      }, row);
    }
  }
}

function noteOn(endpoint: string): string {
  return `Global Accelerator in front of ${endpoint}; its own listeners' ports were not read`;
}
