import type { TargetGroup } from '../../model/resources/balancing.ts';
import type { NetworkInterface } from '../../model/resources/ec2.ts';
import type { Scope } from '../../model/index.ts';
import { parseAddress } from '../cidr.ts';
import type { CidrSet } from '../cidr-set.ts';
import type { EstateView } from '../estate-view.ts';
import type { Forward } from './forwards.ts';

/** Somebody whom a balancer sends clients to. */
export interface Target {
  readonly resourceId: string;
  readonly networkInterfaceId: string | undefined;
  readonly privateAddress: string | undefined;
  readonly subnetId: string | undefined;
  readonly vpcId: string | undefined;
  readonly groupIds: readonly string[] | undefined;
  readonly port: number;
  /** Its own addresses, as the balancer's subnet lists see them. */
  readonly spans: CidrSet;
  /** False for what lies outside the estate's VPCs (a function, an address elsewhere): no group or list of ours guards it. */
  readonly guarded: boolean;
  readonly silent: boolean;
  readonly notes: readonly string[];
}

/** What a forward leads to. `balancers` are balancers behind the balancer. */
export interface TargetSet {
  readonly group: TargetGroup | undefined;
  readonly targets: readonly Target[];
  readonly balancers: readonly { readonly arn: string; readonly port: number | undefined }[];
  readonly missing: string | undefined;
}

export function targetsOf(view: EstateView, scope: Scope, to: Forward['to']): TargetSet {
  if (to.kind === 'instances') {
    return { group: undefined, balancers: [], missing: undefined, targets: to.instanceIds.map((id) => instanceTarget(view, id, to.port, [])) };
  }
  const group = view.byId('targetGroup', to.arn);
  const health = view.byId('targetHealth', to.arn);
  if (!health) return { group, targets: [], balancers: [], missing: view.gap(scope, 'targetHealth') ?? `targets of ${to.arn} are not in the estate (elasticloadbalancing:DescribeTargetHealth)` };
  const registered = health.TargetHealthDescriptions.map(({ Target: { Id, Port }, TargetHealth }) => ({
    id: Id, port: Port ?? group?.Port, notes: TargetHealth?.State === undefined || TargetHealth.State === 'healthy' ? [] : [`the target is ${TargetHealth.State}`],
  }));
  if (group?.TargetType === 'alb') return { group, targets: [], balancers: registered.map(({ id, port }) => ({ arn: id, port })), missing: undefined };
  return { group, balancers: [], missing: undefined, targets: registered.map(({ id, port, notes }) => resolve(view, group, id, port ?? 0, notes)) };
}

function resolve(view: EstateView, group: TargetGroup | undefined, id: string, port: number, notes: readonly string[]): Target {
  if (id.startsWith('i-')) return instanceTarget(view, id, port, notes);
  const address = parseAddress(id);
  if (!address) return outside(id, port, [...notes, 'not guarded by a group or list of the estate']);
  const holders = view.where('networkInterface', 'private address', (eni) => [
    eni.PrivateIpAddress, ...(eni.PrivateIpAddresses ?? []).map((a) => a.PrivateIpAddress), ...(eni.Ipv6Addresses ?? []).map((a) => a.Ipv6Address),
  ], id);
  const eni = holders.find((candidate) => candidate.VpcId === group?.VpcId) ?? (group?.VpcId === undefined ? holders[0] : undefined);
  if (eni) return interfaceTarget(view, eni, eni.Attachment?.InstanceId ?? eni.id, id, port, notes);
  return outside(id, port, [...notes, 'no interface of the estate has this address']);
}

function instanceTarget(view: EstateView, id: string, port: number, notes: readonly string[]): Target {
  const own = view.where('networkInterface', 'instance', (eni) => [eni.Attachment?.InstanceId], id);
  const eni = own.find((candidate) => (candidate.Attachment?.DeviceIndex ?? 0) === 0) ?? own[0];
  if (eni) return interfaceTarget(view, eni, id, undefined, port, notes);
  const instance = view.byId('instance', id);
  const listed = instance?.NetworkInterfaces?.[0]?.NetworkInterfaceId;
  const named = listed === undefined ? undefined : view.byId('networkInterface', listed);
  if (named) return interfaceTarget(view, named, id, undefined, port, notes);
  return {
    resourceId: id, networkInterfaceId: undefined, privateAddress: instance?.PrivateIpAddress, subnetId: instance?.SubnetId, vpcId: instance?.VpcId,
    groupIds: instance?.SecurityGroups?.flatMap((g) => g.GroupId ?? []).sort(), port, spans: spansOf(instance?.PrivateIpAddress), guarded: true, silent: view.silentState(id) !== undefined, notes,
  };
}

function interfaceTarget(view: EstateView, eni: NetworkInterface, resourceId: string, address: string | undefined, port: number, notes: readonly string[]): Target {
  const privateAddress = address ?? eni.PrivateIpAddress ?? eni.PrivateIpAddresses?.[0]?.PrivateIpAddress;
  const silent = view.silentState(resourceId) !== undefined;
  return {
    resourceId, networkInterfaceId: eni.id, privateAddress, subnetId: eni.SubnetId, vpcId: eni.VpcId,
    groupIds: eni.Groups?.flatMap((g) => g.GroupId ?? []).sort(), port, spans: spansOf(privateAddress), guarded: true, silent,
    notes: silent ? [...notes, 'the instance is stopped'] : notes,
  };
}

function outside(id: string, port: number, notes: readonly string[]): Target {
  const address = parseAddress(id);
  return {
    resourceId: id, networkInterfaceId: undefined, privateAddress: address ? id : undefined, subnetId: undefined, vpcId: undefined,
    groupIds: undefined, port, spans: spansOf(id), guarded: false, silent: false, notes,
  };
}

function spansOf(address: string | undefined): CidrSet {
  const value = parseAddress(address ?? '')?.value;
  return value === undefined ? [] : [{ first: value, last: value }];
}
