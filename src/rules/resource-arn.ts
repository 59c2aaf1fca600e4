import type { Kind, ResourceBase } from '../model/index.ts';

/**
 * The resource type in the ARN of each EC2 kind whose answers carry no ARN of their own.
 * Source: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2.html#amazonec2-resources-for-iam-policies
 */
const EC2_TYPES: Partial<Record<Kind, string>> = {
  instance: 'instance',
  networkInterface: 'network-interface',
  subnet: 'subnet',
  vpc: 'vpc',
  routeTable: 'route-table',
  networkAcl: 'network-acl',
  securityGroup: 'security-group',
  managedPrefixList: 'prefix-list',
  prefixListEntries: 'prefix-list',
  internetGateway: 'internet-gateway',
  egressOnlyInternetGateway: 'egress-only-internet-gateway',
  natGateway: 'natgateway',
  vpcPeeringConnection: 'vpc-peering-connection',
  vpcEndpoint: 'vpc-endpoint',
  vpcEndpointService: 'vpc-endpoint-service',
  instanceConnectEndpoint: 'instance-connect-endpoint',
  address: 'elastic-ip',
  volume: 'volume',
  launchTemplate: 'launch-template',
  flowLog: 'vpc-flow-log',
  vpcBlockPublicAccessExclusion: 'vpc-block-public-access-exclusion',
};

/** Images and snapshots belong to a region, and their ARNs name no account. */
const EC2_TYPES_WITHOUT_ACCOUNT: Partial<Record<Kind, string>> = { image: 'image', snapshot: 'snapshot', publicSnapshot: 'snapshot' };

/** Where an answer carries its ARN under a name of its own. */
const ARN_FIELDS: Partial<Record<Kind, string>> = {
  autoScalingGroup: 'AutoScalingGroupARN',
  launchConfiguration: 'LaunchConfigurationARN',
  scalingPolicy: 'PolicyARN',
  dbInstance: 'DBInstanceArn',
  dbCluster: 'DBClusterArn',
  publicDbSnapshot: 'DBSnapshotArn',
  replicationGroup: 'ARN',
  cacheCluster: 'ARN',
  fileSystem: 'FileSystemArn',
  trail: 'TrailARN',
  alarm: 'AlarmArn',
};

/** The kinds of classic load balancing, whose ARN is made of the balancer's name. */
const CLASSIC: ReadonlySet<Kind> = new Set(['classicLoadBalancer', 'classicLoadBalancerAttributes', 'classicLoadBalancerPolicies', 'classicInstanceHealth']);

/** How findings name a resource: its ARN where AWS gives or defines one, else its id. */
export function resourceArn(kind: Kind, resource: ResourceBase, partition: string): string {
  if (resource.arn !== undefined) return resource.arn;
  if (resource.id.startsWith('arn:')) return resource.id;
  const field = ARN_FIELDS[kind];
  const given = field === undefined ? undefined : (resource as Readonly<Record<string, unknown>>)[field];
  if (typeof given === 'string') return given;
  // A start script has no name of its own: that of an instance goes by the instance's.
  const type = EC2_TYPES[kind === 'userData' && (resource as Readonly<Record<string, unknown>>)['of'] === 'instance' ? 'instance' : kind];
  if (type !== undefined) return `arn:${partition}:ec2:${resource.region}:${resource.account}:${type}/${resource.id}`;
  const shared = EC2_TYPES_WITHOUT_ACCOUNT[kind];
  if (shared !== undefined) return `arn:${partition}:ec2:${resource.region}::${shared}/${resource.id}`;
  if (CLASSIC.has(kind)) return `arn:${partition}:elasticloadbalancing:${resource.region}:${resource.account}:loadbalancer/${resource.id}`;
  return resource.id;
}
