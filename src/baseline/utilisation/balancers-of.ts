import { resourcesOf, type Estate } from '../../model/index.ts';

/** The balancers whose requests reach a resource, by the resource's id. Ids are those of the estate. */
export type LoadsOf = ReadonlyMap<string, readonly string[]>;

/**
 * Who is behind which balancer: registered targets, Auto Scaling groups and their instances, instances of a classic balancer. A database
 * gets the balancers of its own VPC, as it is not known here which of them drives it.
 */
export function balancersOf(estate: Estate): LoadsOf {
  const found = new Map<string, Set<string>>();
  const link = (id: string | undefined, balancers: readonly string[]) => {
    if (!id) return;
    const set = found.get(id) ?? new Set();
    for (const balancer of balancers) set.add(balancer);
    found.set(id, set);
  };
  const balancersOfGroup = new Map(resourcesOf(estate, 'targetGroup').map((group) => [group.id, group.LoadBalancerArns ?? []]));

  for (const health of resourcesOf(estate, 'targetHealth')) {
    const balancers = balancersOfGroup.get(health.id) ?? [];
    for (const { Target } of health.TargetHealthDescriptions) link(Target.Id, balancers);
  }
  for (const group of resourcesOf(estate, 'autoScalingGroup')) {
    const arns = [...(group.TargetGroupARNs ?? []), ...(group.TrafficSources ?? []).flatMap(({ Identifier }) => Identifier ?? [])];
    const balancers = [...arns.flatMap((arn) => balancersOfGroup.get(arn) ?? []), ...(group.LoadBalancerNames ?? [])];
    link(group.id, balancers);
    for (const { InstanceId } of group.Instances ?? []) link(InstanceId, balancers);
  }
  for (const balancer of resourcesOf(estate, 'classicLoadBalancer')) {
    for (const { InstanceId } of balancer.Instances ?? []) link(InstanceId, [balancer.id]);
  }
  for (const database of resourcesOf(estate, 'dbInstance')) {
    const vpc = database.DBSubnetGroup?.VpcId;
    if (!vpc) continue;
    link(database.id, resourcesOf(estate, 'loadBalancer').filter((balancer) => balancer.VpcId === vpc).map(({ id }) => id));
    link(database.id, resourcesOf(estate, 'classicLoadBalancer').filter((balancer) => balancer.VPCId === vpc).map(({ id }) => id));
  }
  return new Map([...found].map(([id, set]) => [id, [...set].sort()]));
}
