import { resourcesOf, type Estate, type ResourceBase } from '../../model/index.ts';
import * as catalogue from './catalogue.ts';
import type { MetricQuery, MetricSpec } from './metric-spec.ts';

/** Every query that an estate gives rise to, without those of the CloudWatch agent: its dimensions must be looked up first. */
export function metricQueries(estate: Estate): MetricQuery[] {
  return [...instanceQueries(estate), ...scalingQueries(estate), ...balancerQueries(estate), ...dataQueries(estate), ...networkQueries(estate)];
}

function ask(
  resource: ResourceBase, namespace: string, dimensions: Readonly<Record<string, string>>, specs: readonly MetricSpec[], born?: string,
): MetricQuery[] {
  const bornMs = born === undefined ? Number.NaN : Date.parse(born);
  const from = Number.isNaN(bornMs) ? {} : { bornMs };
  return specs.map((spec) => ({ account: resource.account, region: resource.region, namespace, dimensions, resourceId: resource.id, ...from, spec }));
}

function instanceQueries(estate: Estate): MetricQuery[] {
  const types = new Map(resourcesOf(estate, 'instanceType').map((type) => [`${type.account} ${type.region} ${type.id}`, type]));
  return resourcesOf(estate, 'instance').filter((instance) => instance.State?.Name !== 'terminated').flatMap((instance) => {
    const type = types.get(`${instance.account} ${instance.region} ${instance.InstanceType ?? ''}`);
    const specs = [
      ...catalogue.INSTANCE,
      // Asked for unless the type is known to be Xen, which never reports it.
      ...(type?.['Hypervisor'] === 'xen' ? [] : catalogue.INSTANCE_EBS),
      ...(isBurstable(instance.InstanceType, type?.BurstablePerformanceSupported) ? catalogue.CREDITS : []),
      ...(type?.InstanceStorageSupported ? catalogue.INSTANCE_STORE : []),
    ];
    // LaunchTime is the last start, not the birth: metrics of an earlier start are whole, so it bounds nothing.
    return ask(instance, 'AWS/EC2', { InstanceId: instance.id }, specs);
  });
}

/** T family, by what DescribeInstanceTypes says, else by the type's name. */
export function isBurstable(instanceType: string | undefined, said: boolean | undefined): boolean {
  return said ?? /^t\d/.test(instanceType ?? '');
}

function scalingQueries(estate: Estate): MetricQuery[] {
  return resourcesOf(estate, 'autoScalingGroup').flatMap((group) => {
    const dimensions = { AutoScalingGroupName: group.AutoScalingGroupName };
    return [...ask(group, 'AWS/EC2', dimensions, catalogue.GROUP_OF_INSTANCES), ...ask(group, 'AWS/AutoScaling', dimensions, catalogue.AUTO_SCALING)];
  });
}

/** `app/name/id` of `arn:…:loadbalancer/app/name/id`; `targetgroup/name/id` of a target group's. */
export function dimensionOfArn(arn: string): string {
  const at = arn.indexOf(':loadbalancer/');
  return at >= 0 ? arn.slice(at + ':loadbalancer/'.length) : arn.slice(arn.lastIndexOf(':') + 1);
}

function balancerQueries(estate: Estate): MetricQuery[] {
  const queries: MetricQuery[] = [];
  const namespaceOf = new Map<string, string>();
  for (const balancer of resourcesOf(estate, 'loadBalancer')) {
    const network = balancer.Type === 'network';
    if (!network && balancer.Type !== 'application' && balancer.Type !== undefined) continue;
    const namespace = network ? 'AWS/NetworkELB' : 'AWS/ApplicationELB';
    namespaceOf.set(balancer.id, namespace);
    const specs = network ? catalogue.NETWORK_BALANCER : catalogue.APPLICATION_BALANCER;
    queries.push(...ask(balancer, namespace, { LoadBalancer: dimensionOfArn(balancer.LoadBalancerArn) }, specs, balancer.CreatedTime));
  }
  for (const group of resourcesOf(estate, 'targetGroup')) {
    // Health of targets is published per target group and balancer only; one balancer is enough, the targets are the same.
    const balancer = [...(group.LoadBalancerArns ?? [])].sort().find((arn) => namespaceOf.has(arn));
    const namespace = balancer ? namespaceOf.get(balancer) : undefined;
    if (!balancer || !namespace) continue;
    const dimensions = { TargetGroup: dimensionOfArn(group.TargetGroupArn), LoadBalancer: dimensionOfArn(balancer) };
    queries.push(...ask(group, namespace, dimensions, catalogue.TARGET_GROUP));
  }
  for (const balancer of resourcesOf(estate, 'classicLoadBalancer')) {
    queries.push(...ask(balancer, 'AWS/ELB', { LoadBalancerName: balancer.LoadBalancerName }, catalogue.CLASSIC_BALANCER, balancer.CreatedTime));
  }
  return queries;
}

function dataQueries(estate: Estate): MetricQuery[] {
  return [
    ...resourcesOf(estate, 'volume').flatMap((volume) => ask(volume, 'AWS/EBS', { VolumeId: volume.VolumeId }, [
      ...catalogue.VOLUME,
      ...(['gp2', 'st1', 'sc1'].includes(volume.VolumeType ?? '') ? catalogue.VOLUME_BURST : []),
    ])),
    ...resourcesOf(estate, 'dbInstance').flatMap((database) => ask(database, 'AWS/RDS', { DBInstanceIdentifier: database.DBInstanceIdentifier }, [
      ...catalogue.DATABASE,
      ...(/^db\.t\d/.test(database.DBInstanceClass ?? '') ? catalogue.DATABASE_BURST : []),
    ])),
    ...resourcesOf(estate, 'fileSystem').flatMap((system) => ask(system, 'AWS/EFS', { FileSystemId: system.FileSystemId }, catalogue.FILE_SYSTEM)),
  ];
}

function networkQueries(estate: Estate): MetricQuery[] {
  return resourcesOf(estate, 'natGateway').flatMap((gateway) => ask(gateway, 'AWS/NATGateway', { NatGatewayId: gateway.NatGatewayId }, catalogue.NAT_GATEWAY));
}
