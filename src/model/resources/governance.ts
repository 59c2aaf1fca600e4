import * as z from 'zod';
import { bool, num, part, resource, str, strs, time } from './base.ts';

/** An instance that Systems Manager knows (id: the instance). */
export const ManagedInstance = resource({
  InstanceId: z.string(), PingStatus: str, LastPingDateTime: time, PlatformType: str, PlatformName: str, PlatformVersion: str, AgentVersion: str,
});
export type ManagedInstance = z.infer<typeof ManagedInstance>;

/** id: the instance. */
export const PatchState = resource({
  InstanceId: z.string(), MissingCount: num, FailedCount: num, CriticalNonCompliantCount: num, SecurityNonCompliantCount: num, OperationEndTime: time,
});
export type PatchState = z.infer<typeof PatchState>;

/** An instance profile (id: its ARN) with the names of its roles. */
export const InstanceProfile = resource({ InstanceProfileName: z.string(), Roles: z.array(part({ RoleName: str, Arn: str })).optional() });
export type InstanceProfile = z.infer<typeof InstanceProfile>;

/** A role that an instance profile uses (id: the role's name). `grantsEverything` is concluded from its inline and attached policies. */
export const RolePolicies = resource({
  AttachedPolicies: z.array(part({ PolicyName: str, PolicyArn: str })).optional(),
  /** Inline policies that allow `*` on `*`, by name. */
  UnrestrictedInlinePolicies: strs,
});
export type RolePolicies = z.infer<typeof RolePolicies>;

/** id: the certificate's ARN. */
export const Certificate = resource({
  CertificateArn: z.string(), DomainName: str, Type: str, Status: str, NotAfter: time, RenewalEligibility: str, KeyAlgorithm: str, InUse: bool,
});
export type Certificate = z.infer<typeof Certificate>;

/** id: the balancer's ARN; `WebACLArn` absent where none is associated. */
export const WebAclAssociation = resource({ WebACLArn: str });
export type WebAclAssociation = z.infer<typeof WebAclAssociation>;

export const Trail = resource({ TrailARN: str, Name: str, IsMultiRegionTrail: bool, IsLogging: bool, HomeRegion: str });
export type Trail = z.infer<typeof Trail>;

export const Detector = resource({ Status: str });
export type Detector = z.infer<typeof Detector>;

export const ConfigurationRecorder = resource({ name: str, recording: bool, lastStatus: str });
export type ConfigurationRecorder = z.infer<typeof ConfigurationRecorder>;

/** A CloudWatch metric alarm (id: its ARN). */
export const Alarm = resource({
  AlarmName: z.string(), AlarmArn: str, Namespace: str, MetricName: str, StateValue: str, ActionsEnabled: bool,
  Dimensions: z.array(part({ Name: str, Value: str })).optional(),
  /** Of an alarm on a metric-math expression: what goes into it. */
  Metrics: z.array(part({
    MetricStat: part({ Metric: part({ MetricName: str, Dimensions: z.array(part({ Name: str, Value: str })).optional() }).optional() }).optional(),
  })).optional(),
});
export type Alarm = z.infer<typeof Alarm>;

export const HostedZone = resource({ Name: str, Config: part({ PrivateZone: bool }).optional(), ResourceRecordSetCount: num });
export type HostedZone = z.infer<typeof HostedZone>;

/** id: `<zone>/<name>/<type>`. */
export const RecordSet = resource({
  Name: str, Type: str, TTL: num,
  ResourceRecords: z.array(part({ Value: str })).optional(),
  AliasTarget: part({ DNSName: str, HostedZoneId: str }).optional(),
  PrivateZone: bool,
});
export type RecordSet = z.infer<typeof RecordSet>;

/** A Global Accelerator endpoint (id: `<endpoint group ARN>/<endpoint id>`). */
export const AcceleratorEndpoint = resource({ AcceleratorArn: str, EndpointId: str });
export type AcceleratorEndpoint = z.infer<typeof AcceleratorEndpoint>;

/** A CloudFront VPC origin. */
export const VpcOrigin = resource({ Status: str, OriginEndpointArn: str });
export type VpcOrigin = z.infer<typeof VpcOrigin>;
