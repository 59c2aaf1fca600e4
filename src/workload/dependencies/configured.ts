import { type BootFacts, type Estate, resourcesOf } from '../../model/index.ts';
import { classicId, instancesByAddress } from '../grouping/targets.ts';
import type { GroupedWorkload } from '../grouping/workloads.ts';
import type { EdgeSet } from './edges.ts';
import { cacheNode, databaseNode } from './permitted.ts';

const RESOLVED = 0.8;
/** A name that nothing in the estate answers to. */
const UNRESOLVED = 0.6;
const MAX_ALIASES = 3;

/** The port of a kind of service where the script does not say one. */
const USUAL_PORT: Readonly<Record<string, number>> = { http: 443, 'aws-service': 443, s3: 443, 'file-system': 2049, smb: 445, cache: 6379, search: 443, mail: 25 };

interface Node {
  readonly id: string;
  readonly port?: number | undefined;
}

/** What the scripts name: endpoints, resolved to resources of the estate where something there answers to the name. */
export function configuredEdges(estate: Estate, workloads: readonly GroupedWorkload[], edges: EdgeSet): void {
  const names = namesOf(estate);
  const aliases = aliasesOf(estate);
  const byAddress = instancesByAddress(estate);
  const workloadOf = new Map(workloads.flatMap(({ workload }) => workload.instanceIds.map((id) => [id, workload.id])));
  for (const { workload, group, facts } of workloads) {
    const first = group.instances[0];
    if (!first) continue;
    const resolve = (host: string): Node | undefined => {
      let name = host.toLowerCase().replace(/\.$/, '');
      for (let hop = 0; hop <= MAX_ALIASES; hop += 1) {
        const known = names.get(name);
        if (known) return known;
        const instance = byAddress(first.account, first.region, addressIn(name) ?? name, first.VpcId);
        if (instance !== undefined) return { id: workloadOf.get(instance) ?? instance };
        const next = aliases.get(name);
        if (next === undefined) return undefined;
        name = next;
      }
      return undefined;
    };
    for (const script of facts) {
      for (const endpoint of script.endpoints) {
        const node = resolve(endpoint.host) ?? fileSystemNode(endpoint.host, names);
        const port = endpoint.port ?? node?.port ?? USUAL_PORT[endpoint.kind] ?? 0;
        edges.add({ from: workload.id, to: node?.id ?? outside(endpoint), protocol: 'tcp', port, basis: 'configured', confidence: node ? RESOLVED : UNRESOLVED });
      }
    }
  }
}

/** A host outside the estate: a service of AWS by its name, anyone else by theirs. */
function outside({ host, kind }: BootFacts['endpoints'][number]): string {
  if (kind === 's3') return `aws:s3/${host.replace(/\.s3\.amazonaws\.com$/, '')}`;
  if (kind === 'aws-service') return `aws:${/(?:^|\.)([a-z][a-z0-9-]+)(?:\.[a-z]{2}(?:-[a-z]+)+-\d)?\.(?:api\.)?amazonaws\.com/.exec(host)?.[1] ?? host}`;
  const service = /\.(rds|cache|es|aoss|kafka|mq|redshift|efs|fsx|elb|sqs|docdb)\.|^(sqs|sns)\./.exec(host);
  return /amazonaws\.com/.test(host) && service ? `aws:${service[1] ?? service[2] ?? ''}/${host.split('.')[0] ?? host}` : `external:${host}`;
}

function addressIn(name: string): string | undefined {
  return /^(?:ip|ec2)-(\d+)-(\d+)-(\d+)-(\d+)\./.exec(name)?.slice(1, 5).join('.');
}

function fileSystemNode(host: string, names: ReadonlyMap<string, Node>): Node | undefined {
  const id = /^(fs-[0-9a-f]+)/.exec(host)?.[1];
  return id === undefined ? undefined : names.get(id);
}

/** Every name under which a resource of the estate is reached. */
function namesOf(estate: Estate): ReadonlyMap<string, Node> {
  const names = new Map<string, Node>();
  const name = (host: string | undefined, id: string, port?: number): void => {
    if (host !== undefined && host !== '') names.set(host.toLowerCase(), { id, port });
  };
  for (const database of resourcesOf(estate, 'dbInstance')) name(database.Endpoint?.Address, databaseNode(database), database.Endpoint?.Port);
  for (const cluster of resourcesOf(estate, 'dbCluster')) {
    const id = cluster.arn ?? cluster.DBClusterArn ?? cluster.id;
    name(cluster.Endpoint, id, cluster.Port);
    name(cluster.Endpoint?.replace('.cluster-', '.cluster-ro-'), id, cluster.Port);
  }
  for (const group of resourcesOf(estate, 'replicationGroup')) {
    name(group.ConfigurationEndpoint?.Address, group.ReplicationGroupId, group.ConfigurationEndpoint?.Port);
    for (const node of group.NodeGroups ?? []) name(node.PrimaryEndpoint?.Address, group.ReplicationGroupId, node.PrimaryEndpoint?.Port);
  }
  for (const cache of resourcesOf(estate, 'cacheCluster')) name(cache.CacheClusterId, cacheNode(cache));
  for (const balancer of resourcesOf(estate, 'loadBalancer')) name(balancer.DNSName, balancer.LoadBalancerArn);
  for (const balancer of resourcesOf(estate, 'classicLoadBalancer')) name(balancer.DNSName, classicId(balancer));
  for (const system of resourcesOf(estate, 'fileSystem')) name(system.FileSystemId, system.FileSystemId, 2049);
  for (const mount of resourcesOf(estate, 'mountTarget')) name(mount.IpAddress, mount.FileSystemId, 2049);
  return names;
}

/** Names of hosted zones that lead to one other name or address. */
function aliasesOf(estate: Estate): ReadonlyMap<string, string> {
  const aliases = new Map<string, string>();
  for (const record of resourcesOf(estate, 'recordSet')) {
    const single = record.ResourceRecords?.length === 1 ? record.ResourceRecords[0]?.Value : undefined;
    const to = record.AliasTarget?.DNSName ?? (record.Type === 'A' || record.Type === 'CNAME' ? single : undefined);
    if (record.Name !== undefined && to !== undefined) aliases.set(record.Name.toLowerCase().replace(/\.$/, ''), to.toLowerCase().replace(/\.$/, '').replace(/^dualstack\./, ''));
  }
  return aliases;
}
