import { NetworkInterface, type Instance } from '../model/resources/ec2.ts';
import type { Scope } from '../model/index.ts';
import { CLOSED, OPEN, unknownGate, type Tri } from './bounded.ts';
import { parseCidr, type Family } from './cidr.ts';
import { intersect } from './cidr-set.ts';
import type { EstateView } from './estate-view.ts';
import { publicSpace } from './public-space.ts';

/** An address at which a client might knock, and whether the address gate is open for it. */
export interface InterfaceAddress {
  readonly family: Family;
  /** What a client would use. */
  readonly address: string;
  readonly privateAddress?: string;
  readonly gate: Tri;
  /** What the gateway delivers to, for edge route tables. */
  readonly delivered: string | undefined;
  readonly notes: readonly string[];
}

/** A network interface as the gates see it. */
export interface Interface {
  readonly scope: Scope;
  readonly id: string | undefined;
  /** The instance that it serves, else itself. */
  readonly resourceId: string;
  readonly subnetId: string | undefined;
  readonly vpcId: string | undefined;
  readonly groupIds: readonly string[] | undefined;
  readonly addresses: readonly InterfaceAddress[];
}

/** Interfaces that answer to whoever routes to them; the managed kinds (NAT, endpoints, transit) take nothing unasked. */
const SERVING = new Set(['interface', 'efa', 'efa-only', 'trunk', 'branch', 'load_balancer', 'network_load_balancer']);

function serves(eni: NetworkInterface): boolean {
  return SERVING.has(eni.InterfaceType ?? 'interface');
}

/**
 * Every interface that an internet client might reach, of what the listing has and, where it has gaps, of what the instances say.
 * Interfaces of balancers that are in the estate (by the description that AWS gives them) and of databases are judged as those.
 */
export function* interfacesOf(view: EstateView, balancers: ReadonlySet<string>): Generator<Interface> {
  for (const eni of view.all('networkInterface')) {
    if (!serves(eni) || balancers.has(eni.Description ?? '')) continue;
    if (eni.Description === 'RDSNetworkInterface' && view.gap(eni, 'dbInstance') === undefined) continue;
    yield fromListing(view, eni);
  }
  for (const instance of view.all('instance')) {
    const gap = view.gap(instance, 'networkInterface');
    if (gap !== undefined) yield* fromInstance(view, instance, gap);
  }
}

/** The listed interface that an instance is known by: its first. */
export function* primaryInterfaceOf(view: EstateView, instanceId: string): Generator<Interface> {
  const own = view.where('networkInterface', 'instance', (eni) => [eni.Attachment?.InstanceId], instanceId);
  const eni = own.find((candidate) => candidate.Attachment?.DeviceIndex === 0) ?? own[0];
  if (eni) yield fromListing(view, eni);
}

function fromListing(view: EstateView, eni: NetworkInterface): Interface {
  const instanceId = eni.Attachment?.InstanceId
    ?? view.where('instance', 'interface', (instance) => (instance.NetworkInterfaces ?? []).map((n) => n.NetworkInterfaceId), eni.id)[0]?.id;
  return {
    scope: eni,
    id: eni.id,
    resourceId: instanceId ?? eni.id,
    subnetId: eni.SubnetId,
    vpcId: eni.VpcId,
    groupIds: groupIdsOf(eni.Groups) ?? groupIdsOf(view.byId('instance', instanceId ?? '')?.SecurityGroups),
    addresses: addressesOf(view, eni, silence(view, instanceId, eni)),
  };
}

function groupIdsOf(groups: readonly { GroupId?: string | undefined }[] | undefined): string[] | undefined {
  const ids: string[] = [];
  for (const { GroupId } of groups ?? []) if (GroupId !== undefined) ids.push(GroupId);
  return ids.length > 0 ? ids.sort() : undefined;
}

/** Why nobody answers at the interface now, where nobody does. */
function silence(view: EstateView, instanceId: string | undefined, eni: NetworkInterface): string | undefined {
  if (instanceId === undefined) return eni.Status === 'available' ? 'the interface is attached to nothing: the address answers when it is' : undefined;
  const state = view.silentState(instanceId);
  if (state === undefined) return undefined;
  return state.startsWith('stopp') ? 'the instance is stopped: the address answers when it is started' : `the instance is ${state}`;
}

function addressesOf(view: EstateView, eni: NetworkInterface, silent: string | undefined): InterfaceAddress[] {
  const subnet = eni.SubnetId === undefined ? undefined : view.byId('subnet', eni.SubnetId);
  const notes = [
    ...(silent === undefined ? [] : [silent]),
    ...(eni.Description?.startsWith('ELB ') === true ? [`the interface belongs to a load balancer that is not in the estate (${eni.Description})`] : []),
  ];
  const gateOf = (usable: boolean, stray: string | undefined): Tri => (!usable || silent ? CLOSED : stray ? unknownGate(stray) : OPEN);
  const privates = eni.PrivateIpAddresses ?? (eni.PrivateIpAddress === undefined ? [] : [{ PrivateIpAddress: eni.PrivateIpAddress, Association: undefined }]);
  const ipv4: InterfaceAddress[] = privates.flatMap(({ PrivateIpAddress, Association }) => {
    if (Association?.PublicIp === undefined) return [];
    const inner = PrivateIpAddress ?? eni.PrivateIpAddress;
    const stray = strayFrom(inner, subnet?.CidrBlock === undefined ? [] : [subnet.CidrBlock], eni.SubnetId);
    return [{
      family: 'ipv4' as const, address: Association.PublicIp, ...(inner === undefined ? {} : { privateAddress: inner }),
      gate: gateOf(true, stray), delivered: inner, notes,
    }];
  });
  const blocks = (subnet?.Ipv6CidrBlockAssociationSet ?? []).flatMap((a) => a.Ipv6CidrBlock ?? []);
  const texts = [...(eni.Ipv6Addresses ?? []).flatMap((a) => a.Ipv6Address ?? []), ...(eni.Ipv6Prefixes ?? []).flatMap((p) => p.Ipv6Prefix ?? [])];
  const ipv6 = texts.map((text): InterfaceAddress => {
    const cidr = parseCidr(text);
    const global = cidr !== undefined && intersect([cidr], publicSpace('ipv6')).length > 0;
    const stray = cidr ? strayFrom(text, blocks, eni.SubnetId) : `"${text}" is no IPv6 address`;
    return {
      family: 'ipv6', address: text, gate: gateOf((global || !cidr) && eni.DenyAllIgwTraffic !== true, stray), delivered: text.split('/')[0],
      notes: eni.DenyAllIgwTraffic === true ? [...notes, 'the interface denies all internet gateway traffic'] : notes,
    };
  });
  return ipv4.length > 0 ? [...ipv4, ...ipv6] : [...ipv6, ...withoutPublic(eni, privates, notes)];
}

/** The row of an interface that has no public IPv4 address: latent or not exposed, by its primary private one. */
function withoutPublic(
  eni: NetworkInterface, privates: readonly { PrivateIpAddress?: string | undefined; Association?: { CarrierIp?: string | undefined; CustomerOwnedIp?: string | undefined } | undefined }[], notes: readonly string[],
): InterfaceAddress[] {
  const inner = eni.PrivateIpAddress ?? privates[0]?.PrivateIpAddress;
  if (inner === undefined) return [];
  const special = privates.flatMap(({ Association }) => [
    ...(Association?.CarrierIp === undefined ? [] : [`carrier address ${Association.CarrierIp} answers to the carrier's network, not judged here`]),
    ...(Association?.CustomerOwnedIp === undefined ? [] : [`customer-owned address ${Association.CustomerOwnedIp} answers to the Outpost's network, not judged here`]),
  ]);
  return [{ family: 'ipv4', address: inner, privateAddress: inner, gate: CLOSED, delivered: inner, notes: [...notes, ...special] }];
}

function strayFrom(text: string | undefined, blocks: readonly string[], subnetId: string | undefined): string | undefined {
  if (text === undefined) return 'the public address belongs to no private address';
  const address = parseCidr(text);
  if (!address) return `"${text}" is no address`;
  const parsed = blocks.flatMap((block) => parseCidr(block) ?? []);
  const inside = parsed.some((block) => block.first <= address.first && address.last <= block.last);
  return parsed.length === 0 || inside ? undefined : `${text} lies outside ${subnetId ?? 'its subnet'} (${blocks.join(', ')})`;
}

/** The interfaces that DescribeInstances itself tells of, or the little that the instance says, for those that the listing lacks. */
function fromInstance(view: EstateView, instance: Instance, gap: string): Interface[] {
  const told = (instance.NetworkInterfaces ?? []).filter((eni) => !view.byId('networkInterface', eni.NetworkInterfaceId ?? ''));
  if (instance.NetworkInterfaces && told.length === 0) return [];
  const embedded = told.flatMap((eni) => {
    const parsed = NetworkInterface.safeParse({ ...eni, id: eni.NetworkInterfaceId, account: instance.account, region: instance.region });
    return parsed.success && parsed.data.SubnetId !== undefined ? [parsed.data] : [];
  });
  if (embedded.length > 0) {
    return embedded.map((eni) => {
      const seen = fromListing(view, { ...eni, Attachment: { InstanceId: instance.id } });
      // DescribeInstances does not tell whether an interface denies internet gateway traffic, which closes IPv6.
      return { ...seen, addresses: seen.addresses.map((a) => (a.family === 'ipv6' && a.gate.open ? { ...a, gate: unknownGate(gap) } : a)) };
    });
  }
  const address = instance.PublicIpAddress ?? instance.PrivateIpAddress ?? instance.id;
  const running = instance.PublicIpAddress !== undefined && instance.State?.Name !== 'stopped';
  return [{
    scope: instance, id: undefined, resourceId: instance.id, subnetId: instance.SubnetId, vpcId: instance.VpcId,
    groupIds: groupIdsOf(instance.SecurityGroups),
    addresses: [{
      family: 'ipv4', address, ...(instance.PrivateIpAddress === undefined ? {} : { privateAddress: instance.PrivateIpAddress }),
      gate: running ? OPEN : unknownGate(gap), delivered: instance.PrivateIpAddress, notes: [],
    }],
  }];
}
