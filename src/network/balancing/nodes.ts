import { parseAddress, parseCidr, type Family } from '../cidr.ts';
import { cidrSet, type CidrSet } from '../cidr-set.ts';
import type { EstateView } from '../estate-view.ts';
import type { Balancer } from './balancers.ts';

/** The private addresses of a balancer's nodes in one subnet: from its interfaces (`exact`), else anywhere in the subnet. */
export interface Nodes {
  readonly spans: CidrSet;
  readonly exact: boolean;
}

export function nodesIn(view: EstateView, balancer: Balancer, subnetId: string, family: Family): Nodes {
  const interfaces = view.where('networkInterface', 'description', (eni) => [eni.Description?.startsWith('ELB ') ? eni.Description : undefined], `ELB ${balancer.label}`)
    .filter((eni) => eni.SubnetId === subnetId);
  const texts = interfaces.flatMap((eni) => (family === 'ipv4' ? [eni.PrivateIpAddress ?? ''] : (eni.Ipv6Addresses ?? []).map((a) => a.Ipv6Address ?? '')));
  const addresses = texts.flatMap((text) => parseAddress(text)?.value ?? []);
  if (addresses.length > 0) return { spans: cidrSet(addresses.map((value) => ({ first: value, last: value }))), exact: true };
  const subnet = view.byId('subnet', subnetId);
  const blocks = family === 'ipv4' ? [subnet?.CidrBlock ?? ''] : (subnet?.Ipv6CidrBlockAssociationSet ?? []).map((a) => a.Ipv6CidrBlock ?? '');
  return { spans: cidrSet(blocks.flatMap((block) => parseCidr(block) ?? []).map(({ first, last }) => ({ first, last }))), exact: false };
}
