import { resourcesOf, type Estate, type Insight } from '../model/index.ts';
import { uniqueId } from './unique-id.ts';
import type { DiagramEdge, DiagramNode } from './graph.ts';
import type { InstanceGroup } from './instance-groups.ts';

/** More pairs than this between two workloads are drawn as one arrow. */
const PAIRS = 4;

/** Who talks to whom: the internet to what it reaches, balancers to their targets, workloads to what they depend on. */
export function connections(
  estate: Estate, insight: Insight, groups: readonly InstanceGroup[], nodes: readonly DiagramNode[], notes: string[],
): readonly DiagramEdge[] {
  const boxOf = new Map<string, string>([...nodes.map((node) => [node.id, node.id] as const), ...groups.flatMap((group) => group.ids.map((id) => [id, group.node.id] as const))]);
  const members = new Map(insight.workloads.map((workload) => [workload.id, [...new Set(workload.instanceIds.flatMap((id) => boxOf.get(id) ?? []))]]));
  for (const db of resourcesOf(estate, 'dbInstance')) for (const key of [db.id, db.arn, db.DBInstanceArn, db.Endpoint?.Address]) if (key !== undefined) boxOf.set(key, uniqueId(db));
  const drawn = new Set(nodes.map((node) => node.id));
  const edges: DiagramEdge[] = [];

  for (const item of insight.exposures) {
    const style = item.verdict === 'exposed' || item.verdict === 'exposed-partial' ? 'open' : item.verdict === 'exposed-restricted' ? 'restricted' : undefined;
    const to = boxOf.get(item.resourceId);
    if (style !== undefined && item.via === 'direct' && to !== undefined) edges.push({ from: 'internet', to, label: ports(item.protocol, item.fromPort, item.toPort), style });
  }
  const balancersOf = new Map(resourcesOf(estate, 'targetGroup').map((group) => [group.id, group]));
  for (const health of resourcesOf(estate, 'targetHealth')) {
    const group = balancersOf.get(health.id);
    for (const { Target } of health.TargetHealthDescriptions) {
      const to = boxOf.get(Target.Id);
      if (to === undefined) continue;
      for (const balancer of group?.LoadBalancerArns ?? []) edges.push({ from: balancer, to, label: Target.Port === undefined ? '' : String(Target.Port), style: 'traffic' });
    }
  }
  for (const balancer of resourcesOf(estate, 'classicLoadBalancer')) {
    const port = balancer.ListenerDescriptions?.[0]?.Listener?.InstancePort;
    for (const { InstanceId } of balancer.Instances ?? []) {
      const to = boxOf.get(InstanceId ?? '');
      if (to !== undefined) edges.push({ from: uniqueId(balancer), to, label: port === undefined ? '' : String(port), style: 'traffic' });
    }
  }
  let outside = 0;
  let folded = 0;
  const ends = (id: string): readonly string[] => {
    const box = boxOf.get(id);
    return (members.get(id) ?? (box === undefined ? [] : [box])).filter((end) => drawn.has(end));
  };
  for (const item of insight.dependencies) {
    const from = ends(item.from);
    const to = ends(item.to);
    if (from.length === 0 || to.length === 0) {
      outside += 1;
      continue;
    }
    const pairs = from.flatMap((a) => to.map((b) => ({ from: a, to: b })));
    if (pairs.length > PAIRS) folded += 1;
    const style = item.basis === 'permitted' ? 'permitted' : 'traffic';
    for (const pair of pairs.length > PAIRS ? pairs.slice(0, 1) : pairs) edges.push({ ...pair, label: portLabel(item.port), style });
  }
  if (outside > 0) notes.push(`${outside} ${outside === 1 ? 'dependency leads' : 'dependencies lead'} to something that is not drawn.`);
  if (folded > 0) notes.push(`${folded} ${folded === 1 ? 'dependency' : 'dependencies'} between many boxes ${folded === 1 ? 'is' : 'are'} drawn as one arrow.`);
  return edges.filter((edge) => edge.from === 'internet' || drawn.has(edge.from));
}

function ports(protocol: string, from: number, to: number): string {
  if (protocol === 'all' || from === -1 || (from === 0 && to === 65_535)) return protocol === 'icmp' ? 'icmp' : 'all ports';
  return from === to ? String(from) : `${from}–${to}`;
}

/** What a dependency's arrow says: nothing where the protocol has no ports, `all` where every port is permitted (0). */
function portLabel(port: number): string {
  if (port < 0) return '';
  return port === 0 ? 'all' : String(port);
}
