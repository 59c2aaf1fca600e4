import { type Estate, type ResourceOf, resourcesOf } from '../../model/index.ts';

/** A target group or classic balancer with the instances behind it, and the ports on which each is reached. */
export interface TargetSet {
  /** ARN of the target group; `<account>/<region>/<name>` of a classic balancer. */
  readonly id: string;
  readonly name: string;
  readonly protocol: string;
  readonly balancerIds: readonly string[];
  /** Instance id to ports. */
  readonly ports: ReadonlyMap<string, readonly number[]>;
}

export function targetSetsOf(estate: Estate): TargetSet[] {
  const byAddress = instancesByAddress(estate);
  const groupsById = new Map(resourcesOf(estate, 'targetGroup').map((group) => [group.TargetGroupArn, group]));
  const scaled = new Map<string, Map<string, number[]>>();
  for (const group of resourcesOf(estate, 'autoScalingGroup')) {
    for (const arn of group.TargetGroupARNs ?? []) {
      for (const member of group.Instances ?? []) if (member.InstanceId !== undefined) add(scaled, arn, member.InstanceId, groupsById.get(arn)?.Port);
    }
  }
  const health = new Map<string, Map<string, number[]>>();
  for (const state of resourcesOf(estate, 'targetHealth')) {
    const group = groupsById.get(state.id);
    for (const { Target } of state.TargetHealthDescriptions) {
      const instance = Target.Id.startsWith('i-') ? Target.Id : byAddress(state.account, state.region, Target.Id, group?.VpcId);
      if (instance !== undefined) add(health, state.id, instance, Target.Port ?? group?.Port);
    }
  }
  const sets: TargetSet[] = [...groupsById.values()].map((group) => ({
    id: group.TargetGroupArn,
    name: group.TargetGroupName ?? group.id,
    protocol: (group.Protocol ?? 'tcp').toLowerCase(),
    balancerIds: group.LoadBalancerArns ?? [],
    ports: health.get(group.TargetGroupArn) ?? scaled.get(group.TargetGroupArn) ?? new Map<string, number[]>(),
  }));
  for (const balancer of resourcesOf(estate, 'classicLoadBalancer')) {
    const listeners = (balancer.ListenerDescriptions ?? []).flatMap(({ Listener }) => (Listener?.InstancePort === undefined ? [] : [Listener.InstancePort]));
    sets.push({
      id: classicId(balancer),
      name: balancer.LoadBalancerName,
      protocol: (balancer.ListenerDescriptions?.[0]?.Listener?.InstanceProtocol ?? 'tcp').toLowerCase(),
      balancerIds: [classicId(balancer)],
      ports: new Map((balancer.Instances ?? []).flatMap(({ InstanceId }) => (InstanceId === undefined ? [] : [[InstanceId, listeners]]))),
    });
  }
  return sets.sort((a, b) => (a.id < b.id ? -1 : 1));
}

export function classicId(balancer: ResourceOf<'classicLoadBalancer'>): string {
  return balancer.arn ?? `${balancer.account}/${balancer.region}/${balancer.LoadBalancerName}`;
}

/** Finds the instance that holds a private address. Addresses repeat between VPCs: an address of two VPCs names none. */
export function instancesByAddress(estate: Estate): (account: string, region: string, address: string, vpc?: string) => string | undefined {
  const holders = new Map<string, { id: string; vpc: string | undefined }[]>();
  const hold = (account: string, region: string, address: string | undefined, id: string, vpc: string | undefined): void => {
    if (address === undefined) return;
    const key = `${account} ${region} ${address}`;
    const known = holders.get(key);
    if (!known) holders.set(key, [{ id, vpc }]);
    else if (!known.some((holder) => holder.id === id)) known.push({ id, vpc });
  };
  for (const instance of resourcesOf(estate, 'instance')) {
    hold(instance.account, instance.region, instance.PrivateIpAddress, instance.id, instance.VpcId);
    hold(instance.account, instance.region, instance.PublicIpAddress, instance.id, instance.VpcId);
  }
  for (const card of resourcesOf(estate, 'networkInterface')) {
    const id = card.Attachment?.InstanceId;
    if (id === undefined) continue;
    for (const address of card.PrivateIpAddresses ?? []) hold(card.account, card.region, address.PrivateIpAddress, id, card.VpcId);
  }
  return (account, region, address, vpc) => {
    const found = (holders.get(`${account} ${region} ${address}`) ?? []).filter((holder) => vpc === undefined || holder.vpc === undefined || holder.vpc === vpc);
    return found.length === 1 ? found[0]?.id : undefined;
  };
}

function add(into: Map<string, Map<string, number[]>>, group: string, instance: string, port: number | undefined): void {
  const members = into.get(group) ?? new Map<string, number[]>();
  const ports = members.get(instance) ?? [];
  if (port !== undefined && !ports.includes(port)) ports.push(port);
  members.set(instance, ports);
  into.set(group, members);
}
