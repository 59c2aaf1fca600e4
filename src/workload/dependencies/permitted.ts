import * as z from 'zod';
import { type Estate, type ResourceOf, resourcesOf } from '../../model/index.ts';
import { classicId, instancesByAddress } from '../grouping/targets.ts';
import type { GroupedWorkload } from '../grouping/workloads.ts';
import type { EdgeSet } from './edges.ts';

/** A rule between two groups with more pairs of members than this is told between the groups themselves. */
const MAX_PAIRS = 400;
const PERMITTED_BY_GROUP = 0.5;
/** A wide range says little about what is used. */
const PERMITTED_BY_RANGE = 0.3;
const FORWARDED = 0.95;

const Attached = z.looseObject({ SecurityGroups: z.array(z.union([z.string(), z.looseObject({ SecurityGroupId: z.string().optional(), GroupId: z.string().optional() })])).optional() });
type Permission = NonNullable<ResourceOf<'securityGroup'>['IpPermissions']>[number];

/** What rules would allow: groups that admit groups, single addresses that are admitted, balancers and their targets. */
export function permittedEdges(estate: Estate, workloads: readonly GroupedWorkload[], edges: EdgeSet): void {
  const members = membersByGroup(estate, workloads);
  const workloadOfInstance = new Map(workloads.flatMap(({ workload }) => workload.instanceIds.map((id) => [id, workload.id])));
  const byAddress = instancesByAddress(estate);
  for (const group of resourcesOf(estate, 'securityGroup')) {
    const targets = members.get(group.GroupId);
    if (!targets) continue;
    for (const permission of group.IpPermissions ?? []) {
      const service = serviceOf(permission);
      for (const pair of permission.UserIdGroupPairs ?? []) {
        const sources = members.get(pair.GroupId ?? '');
        if (!sources) continue;
        const many = sources.size * targets.size > MAX_PAIRS;
        for (const from of many ? [`group:${pair.GroupId ?? ''}`] : sources) for (const to of many ? [`group:${group.GroupId}`] : targets) edges.add({ from, to, basis: 'permitted', ...service });
      }
      for (const range of permission.IpRanges ?? []) {
        const address = range.CidrIp?.endsWith('/32') === true ? range.CidrIp.slice(0, -3) : undefined;
        const instance = address === undefined ? undefined : byAddress(group.account, group.region, address, group.VpcId);
        const from = instance === undefined ? undefined : workloadOfInstance.get(instance);
        if (from !== undefined && targets.size <= MAX_PAIRS) for (const to of targets) edges.add({ from, to, basis: 'permitted', ...service });
      }
    }
  }
  for (const { workload, targets } of workloads) {
    const inside = new Set(workload.instanceIds);
    for (const target of targets) {
      const ports = new Set([...target.ports].flatMap(([id, list]) => (inside.has(id) ? list : [])));
      const protocol = target.protocol === 'udp' ? 'udp' : 'tcp';
      for (const from of target.balancerIds) for (const port of ports) edges.add({ from, to: workload.id, protocol, port, basis: 'permitted', confidence: FORWARDED });
    }
  }
}

/** Port 0 stands for every port. */
function serviceOf(permission: Permission): { protocol: string; port: number; confidence: number } {
  const { FromPort: from, ToPort: to, IpProtocol = '-1' } = permission;
  const protocol = IpProtocol === '-1' ? 'all' : IpProtocol === '6' ? 'tcp' : IpProtocol === '17' ? 'udp' : IpProtocol;
  const single = from !== undefined && from === to && from > 0;
  return { protocol, port: single ? from : Math.max(0, protocol === 'all' ? 0 : from ?? 0), confidence: single ? PERMITTED_BY_GROUP : PERMITTED_BY_RANGE };
}

/** Who carries a group: workloads, balancers, databases, caches, mount targets. */
function membersByGroup(estate: Estate, workloads: readonly GroupedWorkload[]): ReadonlyMap<string, ReadonlySet<string>> {
  const members = new Map<string, Set<string>>();
  const carry = (group: string | undefined, node: string): void => {
    if (group === undefined) return;
    const known = members.get(group);
    if (known) known.add(node);
    else members.set(group, new Set([node]));
  };
  for (const { workload, group } of workloads) for (const instance of group.instances) for (const { GroupId } of instance.SecurityGroups ?? []) carry(GroupId, workload.id);
  for (const balancer of resourcesOf(estate, 'loadBalancer')) for (const id of balancer.SecurityGroups ?? []) carry(id, balancer.LoadBalancerArn);
  for (const balancer of resourcesOf(estate, 'classicLoadBalancer')) for (const id of balancer.SecurityGroups ?? []) carry(id, classicId(balancer));
  for (const database of resourcesOf(estate, 'dbInstance')) for (const { VpcSecurityGroupId } of database.VpcSecurityGroups ?? []) carry(VpcSecurityGroupId, databaseNode(database));
  for (const cache of resourcesOf(estate, 'cacheCluster')) for (const id of attachedGroups(cache)) carry(id, cacheNode(cache));
  for (const mount of resourcesOf(estate, 'mountTarget')) for (const id of attachedGroups(mount)) carry(id, mount.FileSystemId);
  return members;
}

/** Groups that AWS, or the collector, attached under a field that the schema leaves open. */
function attachedGroups(resource: unknown): string[] {
  const parsed = Attached.safeParse(resource);
  return (parsed.success ? parsed.data.SecurityGroups ?? [] : []).flatMap((group) => (typeof group === 'string' ? [group] : [group.SecurityGroupId ?? group.GroupId ?? ''])).filter((id) => id !== '');
}

export function databaseNode(database: ResourceOf<'dbInstance'>): string {
  return database.arn ?? database.DBInstanceArn ?? database.id;
}

export function cacheNode(cache: ResourceOf<'cacheCluster'>): string {
  return cache.ReplicationGroupId ?? cache.arn ?? cache.ARN ?? cache.id;
}
