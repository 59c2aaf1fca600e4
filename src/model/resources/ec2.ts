import * as z from 'zod';
import { bool, num, part, resource, str, strs, time } from './base.ts';

const GroupIdentifier = part({ GroupId: str, GroupName: str });
const StateOf = part({ Name: str, Code: z.union([z.number(), z.string()]).optional() });

export const Instance = resource({
  InstanceId: z.string(),
  InstanceType: str,
  ImageId: str,
  State: StateOf.optional(),
  StateTransitionReason: str,
  LaunchTime: time,
  VpcId: str,
  SubnetId: str,
  PrivateIpAddress: str,
  PublicIpAddress: str,
  Architecture: str,
  VirtualizationType: str,
  PlatformDetails: str,
  UsageOperation: str,
  KeyName: str,
  EbsOptimized: bool,
  RootDeviceName: str,
  IamInstanceProfile: part({ Arn: str, Id: str }).optional(),
  Monitoring: part({ State: str }).optional(),
  MetadataOptions: part({ HttpTokens: str, HttpEndpoint: str, HttpPutResponseHopLimit: num }).optional(),
  Placement: part({ AvailabilityZone: str, Tenancy: str, HostId: str }).optional(),
  SecurityGroups: z.array(GroupIdentifier).optional(),
  NetworkInterfaces: z.array(part({ NetworkInterfaceId: str })).optional(),
  BlockDeviceMappings: z.array(part({ DeviceName: str, Ebs: part({ VolumeId: str, DeleteOnTermination: bool }).optional() })).optional(),
  ProductCodes: z.array(part({ ProductCodeId: str, ProductCodeType: str })).optional(),
});
export type Instance = z.infer<typeof Instance>;

/**
 * What `DescribeInstanceAttribute userData` (id: the instance) or a launch template or configuration (id: `<template>:<version>`
 * or the configuration's name) holds: decoded and redacted. The raw text never leaves the collector.
 */
export const UserData = resource({
  of: z.enum(['instance', 'launch-template-version', 'launch-configuration']),
  /** Decoded text, one entry per MIME part, secrets replaced by `[redacted:<kind>]`; empty where it could not be decoded. */
  parts: z.array(z.object({
    contentType: z.string(),
    text: z.string(),
    /** Where the part's first line lies in the whole decoded text, from 1. Of a part in base64: where its block begins. */
    line: z.number().int().optional(),
  })),
  /** Bytes of the decoded text before redaction. */
  size: z.number().int(),
  /** SHA-256 of the decoded text, keyed per run store: equal scripts have equal values, and nothing can be guessed from it. */
  fingerprint: z.string(),
  encoding: z.enum(['plain', 'gzip', 'binary', 'empty']),
  /** `line` counts in the whole decoded text, from 1; `part` indexes `parts`. */
  secrets: z.array(z.object({ kind: z.string(), line: z.number().int(), part: z.number().int() })),
  /** What kept some of it from being read: a broken gzip stream, bytes that are no text. */
  note: str,
});
export type UserData = z.infer<typeof UserData>;

export const NetworkInterface = resource({
  NetworkInterfaceId: z.string(),
  InterfaceType: str,
  Status: str,
  Description: str,
  VpcId: str,
  SubnetId: str,
  AvailabilityZone: str,
  OwnerId: str,
  RequesterId: str,
  RequesterManaged: bool,
  SourceDestCheck: bool,
  DenyAllIgwTraffic: bool,
  PrivateIpAddress: str,
  Groups: z.array(GroupIdentifier).optional(),
  Attachment: part({ InstanceId: str, InstanceOwnerId: str, DeviceIndex: num, AttachTime: time, Status: str, AttachmentId: str }).optional(),
  PrivateIpAddresses: z.array(part({
    Primary: bool,
    PrivateIpAddress: str,
    Association: part({ PublicIp: str, AllocationId: str, IpOwnerId: str, CarrierIp: str, CustomerOwnedIp: str, PublicDnsName: str }).optional(),
  })).optional(),
  Ipv6Addresses: z.array(part({ Ipv6Address: str, IsPrimaryIpv6: bool })).optional(),
  Ipv4Prefixes: z.array(part({ Ipv4Prefix: str })).optional(),
  Ipv6Prefixes: z.array(part({ Ipv6Prefix: str })).optional(),
});
export type NetworkInterface = z.infer<typeof NetworkInterface>;

export const Subnet = resource({
  SubnetId: z.string(),
  VpcId: str,
  CidrBlock: str,
  AvailabilityZone: str,
  AvailabilityZoneId: str,
  MapPublicIpOnLaunch: bool,
  AssignIpv6AddressOnCreation: bool,
  AvailableIpAddressCount: num,
  Ipv6CidrBlockAssociationSet: z.array(part({ Ipv6CidrBlock: str, Ipv6CidrBlockState: part({ State: str }).optional() })).optional(),
  BlockPublicAccessStates: part({ InternetGatewayBlockMode: str }).optional(),
});
export type Subnet = z.infer<typeof Subnet>;

export const Vpc = resource({
  VpcId: z.string(),
  CidrBlock: str,
  IsDefault: bool,
  CidrBlockAssociationSet: z.array(part({ CidrBlock: str, CidrBlockState: part({ State: str }).optional() })).optional(),
  Ipv6CidrBlockAssociationSet: z.array(part({ Ipv6CidrBlock: str, Ipv6CidrBlockState: part({ State: str }).optional() })).optional(),
  BlockPublicAccessStates: part({ InternetGatewayBlockMode: str }).optional(),
});
export type Vpc = z.infer<typeof Vpc>;

export const Route = part({
  DestinationCidrBlock: str,
  DestinationIpv6CidrBlock: str,
  DestinationPrefixListId: str,
  GatewayId: str,
  EgressOnlyInternetGatewayId: str,
  NatGatewayId: str,
  TransitGatewayId: str,
  VpcPeeringConnectionId: str,
  LocalGatewayId: str,
  CarrierGatewayId: str,
  CoreNetworkArn: str,
  NetworkInterfaceId: str,
  InstanceId: str,
  State: str,
  Origin: str,
});
export type Route = z.infer<typeof Route>;

export const RouteTable = resource({
  RouteTableId: z.string(),
  VpcId: str,
  Routes: z.array(Route).optional(),
  Associations: z.array(part({ Main: bool, SubnetId: str, GatewayId: str, AssociationState: part({ State: str }).optional() })).optional(),
});
export type RouteTable = z.infer<typeof RouteTable>;

export const NetworkAclEntry = part({
  RuleNumber: num,
  Protocol: str,
  RuleAction: str,
  Egress: bool,
  CidrBlock: str,
  Ipv6CidrBlock: str,
  PortRange: part({ From: num, To: num }).optional(),
  IcmpTypeCode: part({ Type: num, Code: num }).optional(),
});
export type NetworkAclEntry = z.infer<typeof NetworkAclEntry>;

export const NetworkAcl = resource({
  NetworkAclId: z.string(),
  VpcId: str,
  IsDefault: bool,
  Entries: z.array(NetworkAclEntry).optional(),
  Associations: z.array(part({ SubnetId: str })).optional(),
});
export type NetworkAcl = z.infer<typeof NetworkAcl>;

export const IpPermission = part({
  IpProtocol: str,
  FromPort: num,
  ToPort: num,
  IpRanges: z.array(part({ CidrIp: str, Description: str })).optional(),
  Ipv6Ranges: z.array(part({ CidrIpv6: str, Description: str })).optional(),
  PrefixListIds: z.array(part({ PrefixListId: str, Description: str })).optional(),
  UserIdGroupPairs: z.array(part({ GroupId: str, UserId: str, VpcId: str, PeeringStatus: str, VpcPeeringConnectionId: str, Description: str })).optional(),
});
export type IpPermission = z.infer<typeof IpPermission>;

export const SecurityGroup = resource({
  GroupId: z.string(),
  GroupName: str,
  Description: str,
  VpcId: str,
  OwnerId: str,
  IpPermissions: z.array(IpPermission).optional(),
  IpPermissionsEgress: z.array(IpPermission).optional(),
});
export type SecurityGroup = z.infer<typeof SecurityGroup>;

export const ManagedPrefixList = resource({
  PrefixListId: z.string(),
  PrefixListName: str,
  AddressFamily: str,
  OwnerId: str,
  MaxEntries: num,
  State: str,
});
export type ManagedPrefixList = z.infer<typeof ManagedPrefixList>;

/** The entries of one prefix list (id: the list's). */
export const PrefixListEntries = resource({ Entries: z.array(part({ Cidr: str, Description: str })) });
export type PrefixListEntries = z.infer<typeof PrefixListEntries>;

export const InternetGateway = resource({
  InternetGatewayId: z.string(),
  Attachments: z.array(part({ VpcId: str, State: str })).optional(),
});
export type InternetGateway = z.infer<typeof InternetGateway>;

export const EgressOnlyInternetGateway = resource({
  EgressOnlyInternetGatewayId: z.string(),
  Attachments: z.array(part({ VpcId: str, State: str })).optional(),
});
export type EgressOnlyInternetGateway = z.infer<typeof EgressOnlyInternetGateway>;

export const NatGateway = resource({
  NatGatewayId: z.string(),
  VpcId: str,
  SubnetId: str,
  State: str,
  ConnectivityType: str,
  NatGatewayAddresses: z.array(part({ PublicIp: str, PrivateIp: str, NetworkInterfaceId: str, AllocationId: str })).optional(),
});
export type NatGateway = z.infer<typeof NatGateway>;

export const VpcPeeringConnection = resource({
  VpcPeeringConnectionId: z.string(),
  Status: part({ Code: str }).optional(),
  AccepterVpcInfo: part({ VpcId: str, OwnerId: str, Region: str, CidrBlock: str }).optional(),
  RequesterVpcInfo: part({ VpcId: str, OwnerId: str, Region: str, CidrBlock: str }).optional(),
});
export type VpcPeeringConnection = z.infer<typeof VpcPeeringConnection>;

export const VpcEndpoint = resource({
  VpcEndpointId: z.string(),
  VpcId: str,
  VpcEndpointType: str,
  ServiceName: str,
  State: str,
  SubnetIds: strs,
  RouteTableIds: strs,
  NetworkInterfaceIds: strs,
});
export type VpcEndpoint = z.infer<typeof VpcEndpoint>;

export const VpcEndpointServiceConfiguration = resource({
  ServiceId: str,
  ServiceName: str,
  ServiceState: str,
  AcceptanceRequired: bool,
  NetworkLoadBalancerArns: strs,
  GatewayLoadBalancerArns: strs,
});
export type VpcEndpointServiceConfiguration = z.infer<typeof VpcEndpointServiceConfiguration>;

export const InstanceConnectEndpoint = resource({ InstanceConnectEndpointId: z.string(), VpcId: str, SubnetId: str, State: str, SecurityGroupIds: strs });
export type InstanceConnectEndpoint = z.infer<typeof InstanceConnectEndpoint>;

export const Address = resource({
  PublicIp: str,
  AllocationId: str,
  AssociationId: str,
  InstanceId: str,
  NetworkInterfaceId: str,
  PrivateIpAddress: str,
});
export type Address = z.infer<typeof Address>;

export const Volume = resource({
  VolumeId: z.string(),
  VolumeType: str,
  Size: num,
  Iops: num,
  Throughput: num,
  Encrypted: bool,
  State: str,
  AvailabilityZone: str,
  CreateTime: time,
  SnapshotId: str,
  MultiAttachEnabled: bool,
  Attachments: z.array(part({ InstanceId: str, Device: str, State: str, DeleteOnTermination: bool })).optional(),
});
export type Volume = z.infer<typeof Volume>;

/** Snapshots that the account owns. */
export const Snapshot = resource({ SnapshotId: z.string(), VolumeId: str, StartTime: time, Encrypted: bool, VolumeSize: num, State: str, Description: str });
export type Snapshot = z.infer<typeof Snapshot>;

/** Snapshots that the account owns and that any account may restore. */
export const PublicSnapshot = resource({ SnapshotId: z.string(), VolumeId: str, StartTime: time, Encrypted: bool });
export type PublicSnapshot = z.infer<typeof PublicSnapshot>;

/** Images that an instance, template or configuration uses, or that the account owns. */
export const Image = resource({
  ImageId: z.string(),
  Name: str,
  Description: str,
  OwnerId: str,
  ImageOwnerAlias: str,
  Public: bool,
  CreationDate: time,
  DeprecationTime: time,
  State: str,
  Architecture: str,
  PlatformDetails: str,
  RootDeviceType: str,
  VirtualizationType: str,
});
export type Image = z.infer<typeof Image>;

export const LaunchTemplate = resource({ LaunchTemplateId: z.string(), LaunchTemplateName: str, DefaultVersionNumber: num, LatestVersionNumber: num });
export type LaunchTemplate = z.infer<typeof LaunchTemplate>;

/** The default and the latest version of each template (id: `<template id>:<version>`). User data is a `userData` resource. */
export const LaunchTemplateVersion = resource({
  LaunchTemplateId: z.string(),
  LaunchTemplateName: str,
  VersionNumber: num,
  DefaultVersion: bool,
  LaunchTemplateData: part({
    ImageId: str,
    InstanceType: str,
    KeyName: str,
    EbsOptimized: bool,
    IamInstanceProfile: part({ Arn: str, Name: str }).optional(),
    MetadataOptions: part({ HttpTokens: str, HttpEndpoint: str, HttpPutResponseHopLimit: num }).optional(),
    NetworkInterfaces: z.array(part({ AssociatePublicIpAddress: bool, DeviceIndex: num, SubnetId: str, Groups: strs })).optional(),
    SecurityGroupIds: strs,
    BlockDeviceMappings: z.array(part({ DeviceName: str, Ebs: part({ Encrypted: bool, VolumeType: str, VolumeSize: num }).optional() })).optional(),
    Monitoring: part({ Enabled: bool }).optional(),
  }).optional(),
});
export type LaunchTemplateVersion = z.infer<typeof LaunchTemplateVersion>;

export const FlowLog = resource({
  FlowLogId: z.string(),
  ResourceId: str,
  FlowLogStatus: str,
  DeliverLogsStatus: str,
  TrafficType: str,
  LogFormat: str,
  LogDestinationType: str,
  LogDestination: str,
  LogGroupName: str,
  MaxAggregationInterval: num,
});
export type FlowLog = z.infer<typeof FlowLog>;

/** One per region (id: the region). */
export const VpcBlockPublicAccessOptions = resource({ InternetGatewayBlockMode: str, State: str, ExclusionsAllowed: str });
export type VpcBlockPublicAccessOptions = z.infer<typeof VpcBlockPublicAccessOptions>;

export const VpcBlockPublicAccessExclusion = resource({ ExclusionId: str, InternetGatewayExclusionMode: str, ResourceArn: str, State: str });
export type VpcBlockPublicAccessExclusion = z.infer<typeof VpcBlockPublicAccessExclusion>;

/** The types that occur in the estate (id: the type). */
export const InstanceTypeInfo = resource({
  InstanceType: z.string(),
  CurrentGeneration: bool,
  BurstablePerformanceSupported: bool,
  BareMetal: bool,
  InstanceStorageSupported: bool,
  InstanceStorageInfo: part({ TotalSizeInGB: num }).optional(),
  VCpuInfo: part({ DefaultVCpus: num }).optional(),
  MemoryInfo: part({ SizeInMiB: num }).optional(),
  ProcessorInfo: part({ SupportedArchitectures: strs }).optional(),
  NetworkInfo: part({ NetworkPerformance: str, NetworkCards: z.array(part({ BaselineBandwidthInGbps: num, PeakBandwidthInGbps: num })).optional() }).optional(),
  EbsInfo: part({ EbsOptimizedInfo: part({ BaselineThroughputInMBps: num, BaselineIops: num, MaximumIops: num }).optional() }).optional(),
});
export type InstanceTypeInfo = z.infer<typeof InstanceTypeInfo>;

export const InstanceCreditSpecification = resource({ InstanceId: z.string(), CpuCredits: str });
export type InstanceCreditSpecification = z.infer<typeof InstanceCreditSpecification>;

/** Account-wide defaults, one of each per region (id: the region). */
export const EbsEncryptionByDefault = resource({ EbsEncryptionByDefault: bool });
export type EbsEncryptionByDefault = z.infer<typeof EbsEncryptionByDefault>;
export const SnapshotBlockPublicAccess = resource({ State: str });
export type SnapshotBlockPublicAccess = z.infer<typeof SnapshotBlockPublicAccess>;
export const ImageBlockPublicAccess = resource({ ImageBlockPublicAccessState: str });
export type ImageBlockPublicAccess = z.infer<typeof ImageBlockPublicAccess>;
export const InstanceMetadataDefaults = resource({ AccountLevel: part({ HttpTokens: str, HttpPutResponseHopLimit: num, HttpEndpoint: str }).optional() });
export type InstanceMetadataDefaults = z.infer<typeof InstanceMetadataDefaults>;
