import type * as z from 'zod';
import * as balancing from './resources/balancing.ts';
import * as data from './resources/data.ts';
import * as ec2 from './resources/ec2.ts';
import * as governance from './resources/governance.ts';
import * as scaling from './resources/scaling.ts';

/**
 * Every kind of resource, with its schema and the one operation that lists it. One kind, one operation: so a call that was
 * denied makes exactly its own kind unknown. `service` is the AWS CLI's name, `action` the IAM action that allows the call.
 */
export const KINDS = {
  instance: { schema: ec2.Instance, service: 'ec2', operation: 'DescribeInstances', action: 'ec2:DescribeInstances' },
  userData: { schema: ec2.UserData, service: 'ec2', operation: 'DescribeInstanceAttribute', action: 'ec2:DescribeInstanceAttribute' },
  networkInterface: { schema: ec2.NetworkInterface, service: 'ec2', operation: 'DescribeNetworkInterfaces', action: 'ec2:DescribeNetworkInterfaces' },
  subnet: { schema: ec2.Subnet, service: 'ec2', operation: 'DescribeSubnets', action: 'ec2:DescribeSubnets' },
  vpc: { schema: ec2.Vpc, service: 'ec2', operation: 'DescribeVpcs', action: 'ec2:DescribeVpcs' },
  routeTable: { schema: ec2.RouteTable, service: 'ec2', operation: 'DescribeRouteTables', action: 'ec2:DescribeRouteTables' },
  networkAcl: { schema: ec2.NetworkAcl, service: 'ec2', operation: 'DescribeNetworkAcls', action: 'ec2:DescribeNetworkAcls' },
  securityGroup: { schema: ec2.SecurityGroup, service: 'ec2', operation: 'DescribeSecurityGroups', action: 'ec2:DescribeSecurityGroups' },
  managedPrefixList: { schema: ec2.ManagedPrefixList, service: 'ec2', operation: 'DescribeManagedPrefixLists', action: 'ec2:DescribeManagedPrefixLists' },
  prefixListEntries: { schema: ec2.PrefixListEntries, service: 'ec2', operation: 'GetManagedPrefixListEntries', action: 'ec2:GetManagedPrefixListEntries' },
  internetGateway: { schema: ec2.InternetGateway, service: 'ec2', operation: 'DescribeInternetGateways', action: 'ec2:DescribeInternetGateways' },
  egressOnlyInternetGateway: { schema: ec2.EgressOnlyInternetGateway, service: 'ec2', operation: 'DescribeEgressOnlyInternetGateways', action: 'ec2:DescribeEgressOnlyInternetGateways' },
  natGateway: { schema: ec2.NatGateway, service: 'ec2', operation: 'DescribeNatGateways', action: 'ec2:DescribeNatGateways' },
  vpcPeeringConnection: { schema: ec2.VpcPeeringConnection, service: 'ec2', operation: 'DescribeVpcPeeringConnections', action: 'ec2:DescribeVpcPeeringConnections' },
  vpcEndpoint: { schema: ec2.VpcEndpoint, service: 'ec2', operation: 'DescribeVpcEndpoints', action: 'ec2:DescribeVpcEndpoints' },
  vpcEndpointService: { schema: ec2.VpcEndpointServiceConfiguration, service: 'ec2', operation: 'DescribeVpcEndpointServiceConfigurations', action: 'ec2:DescribeVpcEndpointServiceConfigurations' },
  instanceConnectEndpoint: { schema: ec2.InstanceConnectEndpoint, service: 'ec2', operation: 'DescribeInstanceConnectEndpoints', action: 'ec2:DescribeInstanceConnectEndpoints' },
  address: { schema: ec2.Address, service: 'ec2', operation: 'DescribeAddresses', action: 'ec2:DescribeAddresses' },
  volume: { schema: ec2.Volume, service: 'ec2', operation: 'DescribeVolumes', action: 'ec2:DescribeVolumes' },
  snapshot: { schema: ec2.Snapshot, service: 'ec2', operation: 'DescribeSnapshots', action: 'ec2:DescribeSnapshots' },
  publicSnapshot: { schema: ec2.PublicSnapshot, service: 'ec2', operation: 'DescribeSnapshots (restorable by all)', action: 'ec2:DescribeSnapshots' },
  image: { schema: ec2.Image, service: 'ec2', operation: 'DescribeImages', action: 'ec2:DescribeImages' },
  launchTemplate: { schema: ec2.LaunchTemplate, service: 'ec2', operation: 'DescribeLaunchTemplates', action: 'ec2:DescribeLaunchTemplates' },
  launchTemplateVersion: { schema: ec2.LaunchTemplateVersion, service: 'ec2', operation: 'DescribeLaunchTemplateVersions', action: 'ec2:DescribeLaunchTemplateVersions' },
  flowLog: { schema: ec2.FlowLog, service: 'ec2', operation: 'DescribeFlowLogs', action: 'ec2:DescribeFlowLogs' },
  vpcBlockPublicAccessOptions: { schema: ec2.VpcBlockPublicAccessOptions, service: 'ec2', operation: 'DescribeVpcBlockPublicAccessOptions', action: 'ec2:DescribeVpcBlockPublicAccessOptions' },
  vpcBlockPublicAccessExclusion: { schema: ec2.VpcBlockPublicAccessExclusion, service: 'ec2', operation: 'DescribeVpcBlockPublicAccessExclusions', action: 'ec2:DescribeVpcBlockPublicAccessExclusions' },
  instanceType: { schema: ec2.InstanceTypeInfo, service: 'ec2', operation: 'DescribeInstanceTypes', action: 'ec2:DescribeInstanceTypes' },
  instanceCreditSpecification: { schema: ec2.InstanceCreditSpecification, service: 'ec2', operation: 'DescribeInstanceCreditSpecifications', action: 'ec2:DescribeInstanceCreditSpecifications' },
  ebsEncryptionByDefault: { schema: ec2.EbsEncryptionByDefault, service: 'ec2', operation: 'GetEbsEncryptionByDefault', action: 'ec2:GetEbsEncryptionByDefault' },
  snapshotBlockPublicAccess: { schema: ec2.SnapshotBlockPublicAccess, service: 'ec2', operation: 'GetSnapshotBlockPublicAccessState', action: 'ec2:GetSnapshotBlockPublicAccessState' },
  imageBlockPublicAccess: { schema: ec2.ImageBlockPublicAccess, service: 'ec2', operation: 'GetImageBlockPublicAccessState', action: 'ec2:GetImageBlockPublicAccessState' },
  instanceMetadataDefaults: { schema: ec2.InstanceMetadataDefaults, service: 'ec2', operation: 'GetInstanceMetadataDefaults', action: 'ec2:GetInstanceMetadataDefaults' },

  loadBalancer: { schema: balancing.LoadBalancer, service: 'elbv2', operation: 'DescribeLoadBalancers', action: 'elasticloadbalancing:DescribeLoadBalancers' },
  loadBalancerAttributes: { schema: balancing.LoadBalancerAttributes, service: 'elbv2', operation: 'DescribeLoadBalancerAttributes', action: 'elasticloadbalancing:DescribeLoadBalancerAttributes' },
  listener: { schema: balancing.Listener, service: 'elbv2', operation: 'DescribeListeners', action: 'elasticloadbalancing:DescribeListeners' },
  listenerRule: { schema: balancing.ListenerRule, service: 'elbv2', operation: 'DescribeRules', action: 'elasticloadbalancing:DescribeRules' },
  targetGroup: { schema: balancing.TargetGroup, service: 'elbv2', operation: 'DescribeTargetGroups', action: 'elasticloadbalancing:DescribeTargetGroups' },
  targetGroupAttributes: { schema: balancing.TargetGroupAttributes, service: 'elbv2', operation: 'DescribeTargetGroupAttributes', action: 'elasticloadbalancing:DescribeTargetGroupAttributes' },
  targetHealth: { schema: balancing.TargetHealth, service: 'elbv2', operation: 'DescribeTargetHealth', action: 'elasticloadbalancing:DescribeTargetHealth' },
  sslPolicy: { schema: balancing.SslPolicy, service: 'elbv2', operation: 'DescribeSSLPolicies', action: 'elasticloadbalancing:DescribeSSLPolicies' },
  classicLoadBalancer: { schema: balancing.ClassicLoadBalancer, service: 'elb', operation: 'DescribeLoadBalancers', action: 'elasticloadbalancing:DescribeLoadBalancers' },
  classicLoadBalancerAttributes: { schema: balancing.ClassicLoadBalancerAttributes, service: 'elb', operation: 'DescribeLoadBalancerAttributes', action: 'elasticloadbalancing:DescribeLoadBalancerAttributes' },
  classicLoadBalancerPolicies: { schema: balancing.ClassicLoadBalancerPolicies, service: 'elb', operation: 'DescribeLoadBalancerPolicies', action: 'elasticloadbalancing:DescribeLoadBalancerPolicies' },
  classicInstanceHealth: { schema: balancing.ClassicInstanceHealth, service: 'elb', operation: 'DescribeInstanceHealth', action: 'elasticloadbalancing:DescribeInstanceHealth' },

  autoScalingGroup: { schema: scaling.AutoScalingGroup, service: 'autoscaling', operation: 'DescribeAutoScalingGroups', action: 'autoscaling:DescribeAutoScalingGroups' },
  launchConfiguration: { schema: scaling.LaunchConfiguration, service: 'autoscaling', operation: 'DescribeLaunchConfigurations', action: 'autoscaling:DescribeLaunchConfigurations' },
  scalingPolicy: { schema: scaling.ScalingPolicy, service: 'autoscaling', operation: 'DescribePolicies', action: 'autoscaling:DescribePolicies' },
  scheduledAction: { schema: scaling.ScheduledAction, service: 'autoscaling', operation: 'DescribeScheduledActions', action: 'autoscaling:DescribeScheduledActions' },
  scalingActivity: { schema: scaling.ScalingActivity, service: 'autoscaling', operation: 'DescribeScalingActivities', action: 'autoscaling:DescribeScalingActivities' },

  dbInstance: { schema: data.DbInstance, service: 'rds', operation: 'DescribeDBInstances', action: 'rds:DescribeDBInstances' },
  dbCluster: { schema: data.DbCluster, service: 'rds', operation: 'DescribeDBClusters', action: 'rds:DescribeDBClusters' },
  publicDbSnapshot: { schema: data.PublicDbSnapshot, service: 'rds', operation: 'DescribeDBSnapshots', action: 'rds:DescribeDBSnapshots' },
  replicationGroup: { schema: data.ReplicationGroup, service: 'elasticache', operation: 'DescribeReplicationGroups', action: 'elasticache:DescribeReplicationGroups' },
  cacheCluster: { schema: data.CacheCluster, service: 'elasticache', operation: 'DescribeCacheClusters', action: 'elasticache:DescribeCacheClusters' },
  fileSystem: { schema: data.FileSystem, service: 'efs', operation: 'DescribeFileSystems', action: 'elasticfilesystem:DescribeFileSystems' },
  mountTarget: { schema: data.MountTarget, service: 'efs', operation: 'DescribeMountTargets', action: 'elasticfilesystem:DescribeMountTargets' },
  protectedResource: { schema: data.ProtectedResource, service: 'backup', operation: 'ListProtectedResources', action: 'backup:ListProtectedResources' },

  managedInstance: { schema: governance.ManagedInstance, service: 'ssm', operation: 'DescribeInstanceInformation', action: 'ssm:DescribeInstanceInformation' },
  patchState: { schema: governance.PatchState, service: 'ssm', operation: 'DescribeInstancePatchStates', action: 'ssm:DescribeInstancePatchStates' },
  instanceProfile: { schema: governance.InstanceProfile, service: 'iam', operation: 'ListInstanceProfiles', action: 'iam:ListInstanceProfiles' },
  rolePolicies: { schema: governance.RolePolicies, service: 'iam', operation: 'ListAttachedRolePolicies', action: 'iam:ListAttachedRolePolicies' },
  certificate: { schema: governance.Certificate, service: 'acm', operation: 'ListCertificates', action: 'acm:ListCertificates' },
  webAclAssociation: { schema: governance.WebAclAssociation, service: 'wafv2', operation: 'GetWebACLForResource', action: 'wafv2:GetWebACLForResource' },
  trail: { schema: governance.Trail, service: 'cloudtrail', operation: 'DescribeTrails', action: 'cloudtrail:DescribeTrails' },
  detector: { schema: governance.Detector, service: 'guardduty', operation: 'ListDetectors', action: 'guardduty:ListDetectors' },
  configurationRecorder: { schema: governance.ConfigurationRecorder, service: 'configservice', operation: 'DescribeConfigurationRecorderStatus', action: 'config:DescribeConfigurationRecorderStatus' },
  alarm: { schema: governance.Alarm, service: 'cloudwatch', operation: 'DescribeAlarms', action: 'cloudwatch:DescribeAlarms' },
  hostedZone: { schema: governance.HostedZone, service: 'route53', operation: 'ListHostedZones', action: 'route53:ListHostedZones' },
  recordSet: { schema: governance.RecordSet, service: 'route53', operation: 'ListResourceRecordSets', action: 'route53:ListResourceRecordSets' },
  acceleratorEndpoint: { schema: governance.AcceleratorEndpoint, service: 'globalaccelerator', operation: 'ListAccelerators', action: 'globalaccelerator:ListAccelerators' },
  vpcOrigin: { schema: governance.VpcOrigin, service: 'cloudfront', operation: 'ListVpcOrigins', action: 'cloudfront:ListVpcOrigins' },
} as const satisfies Record<string, KindSource>;

interface KindSource {
  readonly schema: z.ZodType;
  readonly service: string;
  readonly operation: string;
  readonly action: string;
}

export type Kind = keyof typeof KINDS;
export type ResourceOf<K extends Kind> = z.infer<(typeof KINDS)[K]['schema']>;
export type Resources = { readonly [K in Kind]?: readonly ResourceOf<K>[] | undefined };

export const KIND_NAMES = Object.keys(KINDS) as readonly Kind[];
