import type * as z from 'zod';
import type { Kind } from './kinds.ts';
import * as balancing from './resources/balancing.ts';
import * as data from './resources/data.ts';
import * as ec2 from './resources/ec2.ts';
import * as governance from './resources/governance.ts';
import * as scaling from './resources/scaling.ts';

/**
 * What a resource of each kind looks like. Apart from the table of kinds, so that what only asks for a kind's name or action does not
 * load five hundred schemas.
 */
export const KIND_SCHEMAS = {
  instance: ec2.Instance,
  userData: ec2.UserData,
  networkInterface: ec2.NetworkInterface,
  subnet: ec2.Subnet,
  vpc: ec2.Vpc,
  routeTable: ec2.RouteTable,
  networkAcl: ec2.NetworkAcl,
  securityGroup: ec2.SecurityGroup,
  managedPrefixList: ec2.ManagedPrefixList,
  prefixListEntries: ec2.PrefixListEntries,
  internetGateway: ec2.InternetGateway,
  egressOnlyInternetGateway: ec2.EgressOnlyInternetGateway,
  natGateway: ec2.NatGateway,
  vpcPeeringConnection: ec2.VpcPeeringConnection,
  vpcEndpoint: ec2.VpcEndpoint,
  vpcEndpointService: ec2.VpcEndpointServiceConfiguration,
  instanceConnectEndpoint: ec2.InstanceConnectEndpoint,
  address: ec2.Address,
  volume: ec2.Volume,
  snapshot: ec2.Snapshot,
  publicSnapshot: ec2.PublicSnapshot,
  image: ec2.Image,
  launchTemplate: ec2.LaunchTemplate,
  launchTemplateVersion: ec2.LaunchTemplateVersion,
  flowLog: ec2.FlowLog,
  vpcBlockPublicAccessOptions: ec2.VpcBlockPublicAccessOptions,
  vpcBlockPublicAccessExclusion: ec2.VpcBlockPublicAccessExclusion,
  instanceType: ec2.InstanceTypeInfo,
  instanceCreditSpecification: ec2.InstanceCreditSpecification,
  ebsEncryptionByDefault: ec2.EbsEncryptionByDefault,
  snapshotBlockPublicAccess: ec2.SnapshotBlockPublicAccess,
  imageBlockPublicAccess: ec2.ImageBlockPublicAccess,
  instanceMetadataDefaults: ec2.InstanceMetadataDefaults,
  loadBalancer: balancing.LoadBalancer,
  loadBalancerAttributes: balancing.LoadBalancerAttributes,
  listener: balancing.Listener,
  listenerRule: balancing.ListenerRule,
  targetGroup: balancing.TargetGroup,
  targetGroupAttributes: balancing.TargetGroupAttributes,
  targetHealth: balancing.TargetHealth,
  sslPolicy: balancing.SslPolicy,
  classicLoadBalancer: balancing.ClassicLoadBalancer,
  classicLoadBalancerAttributes: balancing.ClassicLoadBalancerAttributes,
  classicLoadBalancerPolicies: balancing.ClassicLoadBalancerPolicies,
  classicInstanceHealth: balancing.ClassicInstanceHealth,
  autoScalingGroup: scaling.AutoScalingGroup,
  launchConfiguration: scaling.LaunchConfiguration,
  scalingPolicy: scaling.ScalingPolicy,
  scheduledAction: scaling.ScheduledAction,
  scalingActivity: scaling.ScalingActivity,
  dbInstance: data.DbInstance,
  dbCluster: data.DbCluster,
  publicDbSnapshot: data.PublicDbSnapshot,
  replicationGroup: data.ReplicationGroup,
  cacheCluster: data.CacheCluster,
  fileSystem: data.FileSystem,
  mountTarget: data.MountTarget,
  protectedResource: data.ProtectedResource,
  managedInstance: governance.ManagedInstance,
  patchState: governance.PatchState,
  instanceProfile: governance.InstanceProfile,
  rolePolicies: governance.RolePolicies,
  certificate: governance.Certificate,
  webAclAssociation: governance.WebAclAssociation,
  trail: governance.Trail,
  detector: governance.Detector,
  configurationRecorder: governance.ConfigurationRecorder,
  alarm: governance.Alarm,
  hostedZone: governance.HostedZone,
  recordSet: governance.RecordSet,
  acceleratorEndpoint: governance.AcceleratorEndpoint,
  vpcOrigin: governance.VpcOrigin,
} as const satisfies Record<Kind, z.ZodType>;

export type ResourceOf<K extends Kind> = z.infer<(typeof KIND_SCHEMAS)[K]>;
export type Resources = { readonly [K in Kind]?: readonly ResourceOf<K>[] | undefined };
