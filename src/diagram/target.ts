import type { Plan } from '../model/index.ts';
import { tidyEdges, type DiagramContainer, type DiagramEdge, type DiagramGraph, type DiagramNode, type NodeKind } from './graph.ts';

/** Where a service stands in the picture: before the network, at its door, at work, keeping data, or beside it. */
type Tier = 'edge' | 'entry' | 'compute' | 'data' | 'beside';

interface Place { readonly match: RegExp; readonly kind: NodeKind; readonly tier: Tier; readonly line: string }

/** By AWS service name, the first that matches. What matches none stands beside the network. */
const PLACES: readonly Place[] = [
  { match: /CloudFront/i, kind: 'cdn', tier: 'edge', line: 'content delivery' },
  { match: /Route ?53/i, kind: 'dns', tier: 'edge', line: 'DNS' },
  { match: /\bWAF\b/i, kind: 'firewall', tier: 'edge', line: 'web firewall' },
  { match: /API Gateway/i, kind: 'api', tier: 'entry', line: 'API' },
  { match: /Network Load Balancer/i, kind: 'network-balancer', tier: 'entry', line: 'public subnets' },
  { match: /Load Balanc/i, kind: 'application-balancer', tier: 'entry', line: 'public subnets' },
  { match: /\bECR\b|Container Registry/i, kind: 'registry', tier: 'beside', line: 'images' },
  { match: /Fargate|\bECS\b|Elastic Container Service/i, kind: 'containers', tier: 'compute', line: 'containers' },
  { match: /\bEKS\b|Kubernetes|App Runner/i, kind: 'containers', tier: 'compute', line: 'containers' },
  { match: /Lambda/i, kind: 'functions', tier: 'compute', line: 'functions' },
  { match: /Elastic Beanstalk|Auto ?Scaling|\bEC2\b/i, kind: 'instances', tier: 'compute', line: 'instances' },
  { match: /Batch|Step Functions/i, kind: 'functions', tier: 'compute', line: 'jobs' },
  { match: /\bRDS\b|Aurora|DocumentDB|Neptune|Relational Database/i, kind: 'database', tier: 'data', line: 'database' },
  { match: /ElastiCache|MemoryDB/i, kind: 'cache', tier: 'data', line: 'cache' },
  { match: /\bEFS\b|Elastic File System|FSx/i, kind: 'file-system', tier: 'data', line: 'shared files' },
  { match: /\bS3\b|Simple Storage/i, kind: 'bucket', tier: 'beside', line: 'objects' },
  { match: /DynamoDB/i, kind: 'database', tier: 'beside', line: 'tables' },
  { match: /\bSQS\b|\bSNS\b|EventBridge|Amazon MQ|Kinesis|\bMSK\b/i, kind: 'queue', tier: 'beside', line: 'messages' },
  { match: /Secrets Manager|Parameter Store|\bKMS\b|Certificate Manager|Cognito/i, kind: 'secrets', tier: 'beside', line: 'secrets and keys' },
  { match: /CloudWatch|X-Ray|CloudTrail|GuardDuty/i, kind: 'monitoring', tier: 'beside', line: 'watching' },
];

/**
 * The proposed architecture, from the services that the plan names and nothing else. It shows tiers, not sizes: arrows say
 * which tier calls which, and nothing is drawn that the plan does not name.
 */
export function targetGraph(plan: Plan): DiagramGraph {
  const services = [...new Set(plan.target.services)];
  const fargate = services.some((name) => /Fargate/i.test(name));
  const members = services
    // "Amazon ECS" and "AWS Fargate" are one box: the one runs on the other.
    .filter((name) => !(fargate && /\bECS\b|Elastic Container Service/i.test(name) && !/Fargate/i.test(name)))
    .map((name) => {
      const place = PLACES.find((item) => item.match.test(name)) ?? { kind: 'service' as const, tier: 'beside' as const, line: '' };
      const both = /Fargate/i.test(name) && !/ECS/i.test(name) && services.some((other) => /\bECS\b/i.test(other));
      return { tier: place.tier, node: { id: `service ${name}`, kind: place.kind, title: both ? 'ECS on Fargate' : name.replace(/^(Amazon|AWS) /, ''), lines: place.line === '' ? [] : [place.line], parent: parentOf(place.tier) } satisfies DiagramNode };
    });
  const of = (tier: Tier) => members.filter((member) => member.tier === tier).map((member) => member.node);
  const nodes: DiagramNode[] = [...(members.length > 0 ? [{ id: 'internet', kind: 'users' as const, title: 'Users', lines: [] }] : []), ...(['edge', 'entry', 'compute', 'data', 'beside'] as const).flatMap(of)];
  const chain = [nodes.filter((node) => node.id === 'internet'), of('edge').slice(0, 1), of('entry'), of('compute'), of('data')].filter((tier) => tier.length > 0);
  const edges: DiagramEdge[] = chain.flatMap((tier, index) => tier.flatMap((from) => (chain[index + 1] ?? []).map((to) => ({
    from: from.id, to: to.id, label: index === 0 ? 'HTTPS' : '', style: 'traffic' as const,
  }))));
  const used = new Set(nodes.flatMap((node) => (node.parent === undefined ? [] : [node.parent])));
  if (used.has('public') || used.has('private') || used.has('isolated')) used.add('vpc');
  return {
    title: 'Proposed architecture', description: services.length === 0 ? 'The plan names no service.' : `The plan names ${services.join(', ')}.`,
    containers: CONTAINERS.filter((container) => used.has(container.id)), nodes, edges: tidyEdges(edges, nodes),
    notes: members.length === 0 ? [] : ['Tiers, not sizes: only services that the plan names are drawn.', ...(of('beside').length > 0 ? ['Regional services are called from the private subnets.'] : [])],
  };
}

const CONTAINERS: readonly DiagramContainer[] = [
  { id: 'vpc', kind: 'vpc', title: 'VPC, at least two zones' },
  { id: 'public', kind: 'subnet', title: 'Public subnets', access: 'public', parent: 'vpc' },
  { id: 'private', kind: 'subnet', title: 'Private subnets', access: 'private', parent: 'vpc' },
  { id: 'isolated', kind: 'subnet', title: 'Data subnets', access: 'isolated', parent: 'vpc' },
  { id: 'regional', kind: 'region', title: 'Regional services' },
];

function parentOf(tier: Tier): string | undefined {
  return { edge: undefined, entry: 'public', compute: 'private', data: 'isolated', beside: 'regional' }[tier];
}
