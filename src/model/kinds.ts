/**
 * Every kind of resource, with the one operation that lists it. One kind, one operation: so a call that was
 * denied makes exactly its own kind unknown. `service` is the AWS CLI's name, `action` the IAM action that allows the call.
 */
export const KINDS = {
  instance: { service: 'ec2', operation: 'DescribeInstances', action: 'ec2:DescribeInstances' },
  userData: { service: 'ec2', operation: 'DescribeInstanceAttribute', action: 'ec2:DescribeInstanceAttribute' },
  networkInterface: { service: 'ec2', operation: 'DescribeNetworkInterfaces', action: 'ec2:DescribeNetworkInterfaces' },
  subnet: { service: 'ec2', operation: 'DescribeSubnets', action: 'ec2:DescribeSubnets' },
  vpc: { service: 'ec2', operation: 'DescribeVpcs', action: 'ec2:DescribeVpcs' },
  routeTable: { service: 'ec2', operation: 'DescribeRouteTables', action: 'ec2:DescribeRouteTables' },
  networkAcl: { service: 'ec2', operation: 'DescribeNetworkAcls', action: 'ec2:DescribeNetworkAcls' },
  securityGroup: { service: 'ec2', operation: 'DescribeSecurityGroups', action: 'ec2:DescribeSecurityGroups' },
  managedPrefixList: { service: 'ec2', operation: 'DescribeManagedPrefixLists', action: 'ec2:DescribeManagedPrefixLists' },
  prefixListEntries: { service: 'ec2', operation: 'GetManagedPrefixListEntries', action: 'ec2:GetManagedPrefixListEntries' },
  internetGateway: { service: 'ec2', operation: 'DescribeInternetGateways', action: 'ec2:DescribeInternetGateways' },
  egressOnlyInternetGateway: { service: 'ec2', operation: 'DescribeEgressOnlyInternetGateways', action: 'ec2:DescribeEgressOnlyInternetGateways' },
  natGateway: { service: 'ec2', operation: 'DescribeNatGateways', action: 'ec2:DescribeNatGateways' },
  vpcPeeringConnection: { service: 'ec2', operation: 'DescribeVpcPeeringConnections', action: 'ec2:DescribeVpcPeeringConnections' },
  vpcEndpoint: { service: 'ec2', operation: 'DescribeVpcEndpoints', action: 'ec2:DescribeVpcEndpoints' },
  vpcEndpointService: { service: 'ec2', operation: 'DescribeVpcEndpointServiceConfigurations', action: 'ec2:DescribeVpcEndpointServiceConfigurations' },
  instanceConnectEndpoint: { service: 'ec2', operation: 'DescribeInstanceConnectEndpoints', action: 'ec2:DescribeInstanceConnectEndpoints' },
  address: { service: 'ec2', operation: 'DescribeAddresses', action: 'ec2:DescribeAddresses' },
  volume: { service: 'ec2', operation: 'DescribeVolumes', action: 'ec2:DescribeVolumes' },
  snapshot: { service: 'ec2', operation: 'DescribeSnapshots', action: 'ec2:DescribeSnapshots' },
  publicSnapshot: { service: 'ec2', operation: 'DescribeSnapshots (restorable by all)', action: 'ec2:DescribeSnapshots' },
  image: { service: 'ec2', operation: 'DescribeImages', action: 'ec2:DescribeImages' },
  launchTemplate: { service: 'ec2', operation: 'DescribeLaunchTemplates', action: 'ec2:DescribeLaunchTemplates' },
  launchTemplateVersion: { service: 'ec2', operation: 'DescribeLaunchTemplateVersions', action: 'ec2:DescribeLaunchTemplateVersions' },
  flowLog: { service: 'ec2', operation: 'DescribeFlowLogs', action: 'ec2:DescribeFlowLogs' },
  vpcBlockPublicAccessOptions: { service: 'ec2', operation: 'DescribeVpcBlockPublicAccessOptions', action: 'ec2:DescribeVpcBlockPublicAccessOptions' },
  vpcBlockPublicAccessExclusion: { service: 'ec2', operation: 'DescribeVpcBlockPublicAccessExclusions', action: 'ec2:DescribeVpcBlockPublicAccessExclusions' },
  instanceType: { service: 'ec2', operation: 'DescribeInstanceTypes', action: 'ec2:DescribeInstanceTypes' },
  instanceCreditSpecification: { service: 'ec2', operation: 'DescribeInstanceCreditSpecifications', action: 'ec2:DescribeInstanceCreditSpecifications' },
  ebsEncryptionByDefault: { service: 'ec2', operation: 'GetEbsEncryptionByDefault', action: 'ec2:GetEbsEncryptionByDefault' },
  snapshotBlockPublicAccess: { service: 'ec2', operation: 'GetSnapshotBlockPublicAccessState', action: 'ec2:GetSnapshotBlockPublicAccessState' },
  imageBlockPublicAccess: { service: 'ec2', operation: 'GetImageBlockPublicAccessState', action: 'ec2:GetImageBlockPublicAccessState' },
  instanceMetadataDefaults: { service: 'ec2', operation: 'GetInstanceMetadataDefaults', action: 'ec2:GetInstanceMetadataDefaults' },

  loadBalancer: { service: 'elbv2', operation: 'DescribeLoadBalancers', action: 'elasticloadbalancing:DescribeLoadBalancers' },
  loadBalancerAttributes: { service: 'elbv2', operation: 'DescribeLoadBalancerAttributes', action: 'elasticloadbalancing:DescribeLoadBalancerAttributes' },
  listener: { service: 'elbv2', operation: 'DescribeListeners', action: 'elasticloadbalancing:DescribeListeners' },
  listenerRule: { service: 'elbv2', operation: 'DescribeRules', action: 'elasticloadbalancing:DescribeRules' },
  targetGroup: { service: 'elbv2', operation: 'DescribeTargetGroups', action: 'elasticloadbalancing:DescribeTargetGroups' },
  targetGroupAttributes: { service: 'elbv2', operation: 'DescribeTargetGroupAttributes', action: 'elasticloadbalancing:DescribeTargetGroupAttributes' },
  targetHealth: { service: 'elbv2', operation: 'DescribeTargetHealth', action: 'elasticloadbalancing:DescribeTargetHealth' },
  sslPolicy: { service: 'elbv2', operation: 'DescribeSSLPolicies', action: 'elasticloadbalancing:DescribeSSLPolicies' },
  classicLoadBalancer: { service: 'elb', operation: 'DescribeLoadBalancers', action: 'elasticloadbalancing:DescribeLoadBalancers' },
  classicLoadBalancerAttributes: { service: 'elb', operation: 'DescribeLoadBalancerAttributes', action: 'elasticloadbalancing:DescribeLoadBalancerAttributes' },
  classicLoadBalancerPolicies: { service: 'elb', operation: 'DescribeLoadBalancerPolicies', action: 'elasticloadbalancing:DescribeLoadBalancerPolicies' },
  classicInstanceHealth: { service: 'elb', operation: 'DescribeInstanceHealth', action: 'elasticloadbalancing:DescribeInstanceHealth' },

  autoScalingGroup: { service: 'autoscaling', operation: 'DescribeAutoScalingGroups', action: 'autoscaling:DescribeAutoScalingGroups' },
  launchConfiguration: { service: 'autoscaling', operation: 'DescribeLaunchConfigurations', action: 'autoscaling:DescribeLaunchConfigurations' },
  scalingPolicy: { service: 'autoscaling', operation: 'DescribePolicies', action: 'autoscaling:DescribePolicies' },
  scheduledAction: { service: 'autoscaling', operation: 'DescribeScheduledActions', action: 'autoscaling:DescribeScheduledActions' },
  scalingActivity: { service: 'autoscaling', operation: 'DescribeScalingActivities', action: 'autoscaling:DescribeScalingActivities' },

  dbInstance: { service: 'rds', operation: 'DescribeDBInstances', action: 'rds:DescribeDBInstances' },
  dbCluster: { service: 'rds', operation: 'DescribeDBClusters', action: 'rds:DescribeDBClusters' },
  publicDbSnapshot: { service: 'rds', operation: 'DescribeDBSnapshots', action: 'rds:DescribeDBSnapshots' },
  replicationGroup: { service: 'elasticache', operation: 'DescribeReplicationGroups', action: 'elasticache:DescribeReplicationGroups' },
  cacheCluster: { service: 'elasticache', operation: 'DescribeCacheClusters', action: 'elasticache:DescribeCacheClusters' },
  fileSystem: { service: 'efs', operation: 'DescribeFileSystems', action: 'elasticfilesystem:DescribeFileSystems' },
  mountTarget: { service: 'efs', operation: 'DescribeMountTargets', action: 'elasticfilesystem:DescribeMountTargets' },
  protectedResource: { service: 'backup', operation: 'ListProtectedResources', action: 'backup:ListProtectedResources' },

  managedInstance: { service: 'ssm', operation: 'DescribeInstanceInformation', action: 'ssm:DescribeInstanceInformation' },
  patchState: { service: 'ssm', operation: 'DescribeInstancePatchStates', action: 'ssm:DescribeInstancePatchStates' },
  instanceProfile: { service: 'iam', operation: 'ListInstanceProfiles', action: 'iam:ListInstanceProfiles' },
  rolePolicies: { service: 'iam', operation: 'ListAttachedRolePolicies', action: 'iam:ListAttachedRolePolicies' },
  certificate: { service: 'acm', operation: 'ListCertificates', action: 'acm:ListCertificates' },
  webAclAssociation: { service: 'wafv2', operation: 'GetWebACLForResource', action: 'wafv2:GetWebACLForResource' },
  trail: { service: 'cloudtrail', operation: 'DescribeTrails', action: 'cloudtrail:DescribeTrails' },
  detector: { service: 'guardduty', operation: 'ListDetectors', action: 'guardduty:ListDetectors' },
  configurationRecorder: { service: 'configservice', operation: 'DescribeConfigurationRecorderStatus', action: 'config:DescribeConfigurationRecorderStatus' },
  alarm: { service: 'cloudwatch', operation: 'DescribeAlarms', action: 'cloudwatch:DescribeAlarms' },
  hostedZone: { service: 'route53', operation: 'ListHostedZones', action: 'route53:ListHostedZones' },
  recordSet: { service: 'route53', operation: 'ListResourceRecordSets', action: 'route53:ListResourceRecordSets' },
  acceleratorEndpoint: { service: 'globalaccelerator', operation: 'ListAccelerators', action: 'globalaccelerator:ListAccelerators' },
  vpcOrigin: { service: 'cloudfront', operation: 'ListVpcOrigins', action: 'cloudfront:ListVpcOrigins' },
} as const satisfies Record<string, KindSource>;

interface KindSource {
  readonly service: string;
  readonly operation: string;
  readonly action: string;
}

export type Kind = keyof typeof KINDS;

export const KIND_NAMES = Object.keys(KINDS) as readonly Kind[];
