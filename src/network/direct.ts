import type { Exposure } from '../model/index.ts';
import type { Gatehouse } from './gatehouse.ts';
import type { Interface } from './interfaces.ts';
import { exposureRow, type RowSubject } from './rows.ts';

/** Confidence in a path through an appliance: what it lets pass is not known. */
export const MIDDLEBOX_CONFIDENCE = 0.5;

/** What internet clients reach of an interface by its own addresses, without anything in between. */
export function* directExposures(gatehouse: Gatehouse, eni: Interface): Generator<Exposure> {
  const group = gatehouse.groups.of(eni.scope, eni.groupIds, eni.id ?? eni.resourceId);
  for (const address of eni.addresses) {
    const subnet = gatehouse.subnet(eni.scope, eni.subnetId, eni.vpcId, address.family, address.delivered);
    const { middlebox } = subnet.route;
    const notes = middlebox === undefined ? address.notes : [...address.notes, `every packet passes ${middlebox}, which an edge route table puts in between`];
    const subject: RowSubject = {
      resourceId: eni.resourceId,
      ...(eni.id === undefined ? {} : { networkInterfaceId: eni.id }),
      address: address.address,
      ...(address.privateAddress === undefined ? {} : { privateAddress: address.privateAddress }),
      family: address.family,
      via: 'direct',
      ...(middlebox === undefined ? {} : { confidence: MIDDLEBOX_CONFIDENCE }),
      ...(notes.length > 0 ? { notes: [...notes] } : {}),
    };
    for (const row of gatehouse.rows(address.family, address.gate, subnet, group)) yield exposureRow(subject, row);
  }
}
