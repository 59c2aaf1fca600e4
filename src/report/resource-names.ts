import { KIND_NAMES, type Run } from '../model/index.ts';

/** How a resource is called: its name where it has one, and the id that AWS knows it by. */
export interface ResourceName { readonly name: string; readonly id: string }

/** AWS fields that name a resource, in the order in which they are asked. */
const NAME_FIELDS = ['LoadBalancerName', 'TargetGroupName', 'DBInstanceIdentifier', 'DBClusterIdentifier', 'AutoScalingGroupName', 'GroupName', 'Name', 'PublicIp'] as const;

/** Looks a resource up by its id or its ARN; what is not in the estate is called by the last part of its ARN. */
export function resourceNames(run: Run): (idOrArn: string) => ResourceName {
  const names = new Map<string, ResourceName>();
  for (const kind of KIND_NAMES) {
    for (const resource of run.estate.resources[kind] ?? []) {
      const fields: Readonly<Record<string, unknown>> = resource;
      const field = NAME_FIELDS.map((name) => fields[name]).find((value) => typeof value === 'string' && value !== '');
      const tag = resource.tags['Name'];
      const id = shortId(resource.id);
      const name = { id, name: tag !== undefined && tag !== '' ? tag : typeof field === 'string' ? field : id };
      // A balancer's attributes have the balancer's ARN for an id; the first kind to name it keeps it.
      if (!names.has(resource.id)) names.set(resource.id, name);
      if (resource.arn !== undefined && !names.has(resource.arn)) names.set(resource.arn, name);
    }
  }
  for (const workload of run.insight.workloads) if (!names.has(workload.id)) names.set(workload.id, { name: workload.name, id: workload.id });
  return (idOrArn) => names.get(idOrArn) ?? { name: shortId(idOrArn), id: shortId(idOrArn) };
}

/** The part of an ARN that people use: the name of a balancer, the id of an instance; an id is given back as it is. */
export function shortId(idOrArn: string): string {
  if (!idOrArn.startsWith('arn:')) return idOrArn;
  const resource = idOrArn.split(':').slice(5).join(':');
  const parts = resource.split('/');
  if (/^(loadbalancer|listener|listener-rule)$/.test(parts[0] ?? '') && parts.length > 2) return parts[2] ?? resource;
  if (parts[0] === 'targetgroup') return parts[1] ?? resource;
  return parts.at(-1)?.split(':').at(-1) ?? resource;
}
