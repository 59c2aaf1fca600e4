import { resourcesOf, type Estate, type Insight } from '../model/index.ts';
import { connections } from './connections.ts';
import { tidyEdges, type DiagramContainer, type DiagramEdge, type DiagramGraph, type DiagramNode, type NodeKind } from './graph.ts';
import { groupInstances } from './instance-groups.ts';
import { uniqueId } from './unique-id.ts';

/** Subnets drawn at most, those with the most instances first; the rest is counted in a note. */
const SUBNET_LIMIT = 18;
/** Arrows that a drawing bears: from the internet, and in all. */
const WAYS_IN = 10;
const ARROWS = 40;

export const INTERNET = 'internet';

/**
 * What is there today: VPC, zone, subnet, and in them instances, balancers and databases; the internet and what it reaches.
 * Subnets without anything to draw are counted, not drawn. Equal instances of a subnet are one box.
 */
export function currentGraph(estate: Estate, insight: Insight): DiagramGraph {
  const notes: string[] = [];
  const subnetById = new Map(resourcesOf(estate, 'subnet').map((subnet) => [subnet.id, subnet]));
  const groups = groupInstances(estate, insight);
  const placed: DiagramNode[] = [
    ...groups.map((group) => group.node),
    ...resourcesOf(estate, 'natGateway').filter((nat) => nat.State === undefined || nat.State === 'available').map((nat) => ({
      id: nat.id, kind: 'nat' as const, title: nameOf(nat), lines: ['NAT gateway'], parent: nat.SubnetId ?? nat.VpcId,
    })),
    ...databases(estate),
  ];
  const outer: DiagramNode[] = [...balancers(estate), ...caches(estate), ...fileSystems(estate)];

  const weight = Map.groupBy(placed.filter((node) => node.parent !== undefined && subnetById.has(node.parent)), (node) => node.parent ?? '');
  const ranked = [...weight.entries()].sort(([a, one], [b, two]) => two.length - one.length || (a < b ? -1 : 1)).map(([id]) => id);
  const kept = new Set(ranked.slice(0, SUBNET_LIMIT));
  if (ranked.length > SUBNET_LIMIT) notes.push(`${ranked.length - SUBNET_LIMIT} further subnets with resources are not drawn; the inventory lists them.`);
  const empty = subnetById.size - ranked.length;
  if (empty > 0) notes.push(`${empty} ${empty === 1 ? 'subnet has' : 'subnets have'} nothing to draw.`);

  const inSight = (node: DiagramNode) => node.parent === undefined || !subnetById.has(node.parent) || kept.has(node.parent);
  const body = [...outer, ...placed].filter(inSight).sort((a, b) => compare(a.title, b.title) || compare(a.id, b.id));
  const edges = readable(tidyEdges(connections(estate, insight, groups, body, notes), [{ id: INTERNET }, ...body]), notes);
  const usesInternet = edges.some((edge) => edge.from === INTERNET);
  const nodes = [...(usesInternet ? [{ id: INTERNET, kind: 'internet' as const, title: 'Internet', lines: [] }] : []), ...body];
  const containers = networks(estate, insight, nodes, kept);
  const known = new Set(containers.map((container) => container.id));
  const collapsed = groups.filter((group) => group.size > 1).length;
  if (collapsed > 0) notes.push(`${collapsed === 1 ? 'One box stands' : `${collapsed} boxes stand`} for several equal instances.`);
  return {
    title: 'Architecture today',
    description: `${groups.reduce((sum, group) => sum + group.size, 0)} instances in ${resourcesOf(estate, 'vpc').length} networks; ${edges.filter((edge) => edge.from === INTERNET).length} ways in from the internet.`,
    containers,
    nodes: nodes.map((node) => (node.parent === undefined || known.has(node.parent) ? node : { ...node, parent: undefined })),
    edges,
    notes,
  };
}

/** The most telling arrows: those of balancers and other entries before those of single boxes, traffic before permission. What is left out is counted. */
function readable(edges: readonly DiagramEdge[], notes: string[]): readonly DiagramEdge[] {
  const waysIn = edges.filter((edge) => edge.from === INTERNET);
  const targets = new Set(edges.filter((edge) => edge.from !== INTERNET).map((edge) => edge.from));
  const keptIn = new Set([...waysIn].sort((a, b) => Number(targets.has(b.to)) - Number(targets.has(a.to))).slice(0, WAYS_IN));
  if (waysIn.length > WAYS_IN) notes.push(`${waysIn.length - WAYS_IN} further ways in from the internet have no arrow; what they reach is outlined.`);
  const rank = { open: 0, restricted: 1, traffic: 2, permitted: 3 } as const;
  const rest = edges.filter((edge) => edge.from !== INTERNET || keptIn.has(edge));
  const kept = new Set([...rest].sort((a, b) => rank[a.style] - rank[b.style]).slice(0, ARROWS));
  if (rest.length > ARROWS) notes.push(`${rest.length - ARROWS} further arrows are left out; the table of dependencies has them.`);
  return rest.filter((edge) => kept.has(edge));
}

/** VPC, zone and subnet around the nodes that are drawn; public subnets before private ones, zones by name. */
function networks(estate: Estate, insight: Insight, nodes: readonly DiagramNode[], kept: ReadonlySet<string>): readonly DiagramContainer[] {
  const access = new Map(insight.subnets.map((subnet) => [subnet.subnetId, subnet.kind]));
  const order = ['public', 'private', 'isolated', 'unknown'] as const;
  const subnets = resourcesOf(estate, 'subnet').filter((subnet) => kept.has(subnet.id)).map((subnet) => ({
    id: subnet.id, vpc: subnet.VpcId ?? 'vpc', zone: subnet.AvailabilityZone ?? 'unknown zone', title: `${nameOf(subnet)}${subnet.CidrBlock === undefined ? '' : ` · ${subnet.CidrBlock}`}`, access: access.get(subnet.id) ?? 'unknown',
  })).sort((a, b) => compare(a.zone, b.zone) || order.indexOf(a.access) - order.indexOf(b.access) || compare(a.id, b.id));
  const named = new Map(resourcesOf(estate, 'vpc').map((vpc) => [vpc.id, vpc]));
  const used = new Set([...subnets.map((subnet) => subnet.vpc), ...nodes.flatMap((node) => (node.parent !== undefined && named.has(node.parent) ? [node.parent] : []))]);
  return [...used].sort(compare).flatMap((id): DiagramContainer[] => {
    const vpc = named.get(id);
    const inside = subnets.filter((subnet) => subnet.vpc === id);
    const zones = [...new Set(inside.map((subnet) => subnet.zone))];
    return [
      { id, kind: 'vpc', title: vpc ? [`VPC ${nameOf(vpc)}`, vpc.CidrBlock, vpc.region].filter((part) => part !== undefined).join(' · ') : id },
      ...zones.flatMap((zone): DiagramContainer[] => [
        { id: `${id} ${zone}`, kind: 'zone', title: zone, parent: id },
        ...inside.filter((subnet) => subnet.zone === zone).map((subnet): DiagramContainer => ({ id: subnet.id, kind: 'subnet', title: subnet.title, access: subnet.access, parent: `${id} ${zone}` })),
      ]),
    ];
  });
}

function balancers(estate: Estate): readonly DiagramNode[] {
  const kinds: Readonly<Record<string, NodeKind>> = { application: 'application-balancer', network: 'network-balancer' };
  return [
    ...resourcesOf(estate, 'loadBalancer').map((balancer) => ({
      id: balancer.id, kind: kinds[balancer.Type ?? ''] ?? 'network-balancer', title: balancer.LoadBalancerName ?? nameOf(balancer), lines: [`${balancer.Type ?? 'load'} balancer`, balancer.Scheme ?? ''].filter((line) => line !== ''), parent: balancer.VpcId,
    })),
    ...resourcesOf(estate, 'classicLoadBalancer').map((balancer) => ({
      id: uniqueId(balancer), kind: 'classic-balancer' as const, title: balancer.LoadBalancerName, lines: ['classic balancer', balancer.Scheme ?? ''].filter((line) => line !== ''), parent: balancer.VPCId,
    })),
  ];
}

function databases(estate: Estate): readonly DiagramNode[] {
  const zoneOf = new Map(resourcesOf(estate, 'subnet').map((subnet) => [subnet.id, subnet.AvailabilityZone]));
  return resourcesOf(estate, 'dbInstance').map((db) => {
    const home = db.MultiAZ === true ? undefined : db.DBSubnetGroup?.Subnets?.map((subnet) => subnet.SubnetIdentifier).find((id) => id !== undefined && zoneOf.get(id) === db.AvailabilityZone);
    return {
      id: uniqueId(db), kind: 'database' as const, title: db.DBInstanceIdentifier, lines: [[db.Engine, db.EngineVersion].filter((part) => part !== undefined).join(' '), [db.DBInstanceClass, db.MultiAZ === true ? 'several zones' : undefined].filter((part) => part !== undefined).join(', ')].filter((line) => line !== ''),
      parent: home ?? db.DBSubnetGroup?.VpcId,
    };
  });
}

function caches(estate: Estate): readonly DiagramNode[] {
  return resourcesOf(estate, 'cacheCluster').map((cache) => ({
    id: uniqueId(cache), kind: 'cache' as const, title: cache.CacheClusterId, lines: [[cache.Engine, cache.EngineVersion].filter((part) => part !== undefined).join(' ')].filter((line) => line !== ''),
  }));
}

function fileSystems(estate: Estate): readonly DiagramNode[] {
  const targets = new Map(resourcesOf(estate, 'mountTarget').map((target) => [target.FileSystemId, target.VpcId]));
  return resourcesOf(estate, 'fileSystem').map((system) => ({ id: system.id, kind: 'file-system' as const, title: system.Name ?? system.id, lines: ['EFS file system'], parent: targets.get(system.FileSystemId) }));
}

function nameOf(resource: { readonly id: string; readonly tags: Readonly<Record<string, string>> }): string {
  const tag = resource.tags['Name'];
  return tag === undefined || tag === '' ? resource.id : tag;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
