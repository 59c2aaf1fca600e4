import * as z from 'zod';
import { bool, num, part, resource, str, strs, time } from './base.ts';

/** Attributes as a map, folded from AWS's key/value list. */
const Attributes = z.record(z.string(), z.string());

/** Application, network or gateway load balancer (id and arn: the ARN). */
export const LoadBalancer = resource({
  LoadBalancerArn: z.string(),
  LoadBalancerName: str,
  DNSName: str,
  CanonicalHostedZoneId: str,
  CreatedTime: time,
  Scheme: str,
  VpcId: str,
  Type: str,
  IpAddressType: str,
  State: part({ Code: str, Reason: str }).optional(),
  SecurityGroups: strs,
  AvailabilityZones: z.array(part({
    ZoneName: str,
    SubnetId: str,
    LoadBalancerAddresses: z.array(part({ IpAddress: str, AllocationId: str, PrivateIPv4Address: str, IPv6Address: str })).optional(),
  })).optional(),
});
export type LoadBalancer = z.infer<typeof LoadBalancer>;

/** id: the balancer's ARN. */
export const LoadBalancerAttributes = resource({ Attributes });
export type LoadBalancerAttributes = z.infer<typeof LoadBalancerAttributes>;

export const ListenerAction = part({
  Type: str,
  Order: num,
  TargetGroupArn: str,
  ForwardConfig: part({
    TargetGroups: z.array(part({ TargetGroupArn: str, Weight: num })).optional(),
    TargetGroupStickinessConfig: part({ Enabled: bool, DurationSeconds: num }).optional(),
  }).optional(),
  RedirectConfig: part({ Protocol: str, Port: str, Host: str, Path: str, Query: str, StatusCode: str }).optional(),
  FixedResponseConfig: part({ StatusCode: str, ContentType: str }).optional(),
});
export type ListenerAction = z.infer<typeof ListenerAction>;

export const Listener = resource({
  ListenerArn: z.string(),
  LoadBalancerArn: str,
  Port: num,
  Protocol: str,
  SslPolicy: str,
  Certificates: z.array(part({ CertificateArn: str, IsDefault: bool })).optional(),
  DefaultActions: z.array(ListenerAction).optional(),
  AlpnPolicy: strs,
});
export type Listener = z.infer<typeof Listener>;

/** `ListenerArn` is the parent, added by the collector. */
export const ListenerRule = resource({
  RuleArn: z.string(),
  ListenerArn: z.string(),
  Priority: str,
  IsDefault: bool,
  Conditions: z.array(part({
    Field: str,
    Values: strs,
    HostHeaderConfig: part({ Values: strs }).optional(),
    PathPatternConfig: part({ Values: strs }).optional(),
  })).optional(),
  Actions: z.array(ListenerAction).optional(),
});
export type ListenerRule = z.infer<typeof ListenerRule>;

export const TargetGroup = resource({
  TargetGroupArn: z.string(),
  TargetGroupName: str,
  Protocol: str,
  ProtocolVersion: str,
  Port: num,
  VpcId: str,
  TargetType: str,
  IpAddressType: str,
  LoadBalancerArns: strs,
  HealthCheckProtocol: str,
  HealthCheckPort: str,
  HealthCheckEnabled: bool,
  HealthCheckPath: str,
  HealthCheckIntervalSeconds: num,
  HealthCheckTimeoutSeconds: num,
  HealthyThresholdCount: num,
  UnhealthyThresholdCount: num,
  Matcher: part({ HttpCode: str, GrpcCode: str }).optional(),
});
export type TargetGroup = z.infer<typeof TargetGroup>;

/** id: the target group's ARN. */
export const TargetGroupAttributes = resource({ Attributes });
export type TargetGroupAttributes = z.infer<typeof TargetGroupAttributes>;

/** id: the target group's ARN; every registered target with its health. */
export const TargetHealth = resource({
  TargetHealthDescriptions: z.array(part({
    Target: part({ Id: z.string(), Port: num, AvailabilityZone: str }),
    HealthCheckPort: str,
    TargetHealth: part({ State: str, Reason: str, Description: str }).optional(),
  })),
});
export type TargetHealth = z.infer<typeof TargetHealth>;

/** id: the policy's name. */
export const SslPolicy = resource({
  Name: z.string(),
  SslProtocols: strs,
  Ciphers: z.array(part({ Name: str, Priority: num })).optional(),
});
export type SslPolicy = z.infer<typeof SslPolicy>;

/** Classic load balancer (id: the name). */
export const ClassicLoadBalancer = resource({
  LoadBalancerName: z.string(),
  DNSName: str,
  CreatedTime: time,
  Scheme: str,
  VPCId: str,
  AvailabilityZones: strs,
  Subnets: strs,
  SecurityGroups: strs,
  Instances: z.array(part({ InstanceId: str })).optional(),
  ListenerDescriptions: z.array(part({
    Listener: part({ Protocol: str, LoadBalancerPort: num, InstanceProtocol: str, InstancePort: num, SSLCertificateId: str }).optional(),
    PolicyNames: strs,
  })).optional(),
  HealthCheck: part({ Target: str, Interval: num, Timeout: num, UnhealthyThreshold: num, HealthyThreshold: num }).optional(),
  Policies: part({
    AppCookieStickinessPolicies: z.array(part({ PolicyName: str, CookieName: str })).optional(),
    LBCookieStickinessPolicies: z.array(part({ PolicyName: str, CookieExpirationPeriod: num })).optional(),
    OtherPolicies: strs,
  }).optional(),
});
export type ClassicLoadBalancer = z.infer<typeof ClassicLoadBalancer>;

/** id: the balancer's name; AWS's nested structure as it is. */
export const ClassicLoadBalancerAttributes = resource({
  LoadBalancerAttributes: part({
    CrossZoneLoadBalancing: part({ Enabled: bool }).optional(),
    AccessLog: part({ Enabled: bool }).optional(),
    ConnectionDraining: part({ Enabled: bool, Timeout: num }).optional(),
    ConnectionSettings: part({ IdleTimeout: num }).optional(),
    AdditionalAttributes: z.array(part({ Key: str, Value: str })).optional(),
  }),
});
export type ClassicLoadBalancerAttributes = z.infer<typeof ClassicLoadBalancerAttributes>;

/** id: the balancer's name; the policies that its listeners name. */
export const ClassicLoadBalancerPolicies = resource({
  PolicyDescriptions: z.array(part({
    PolicyName: str,
    PolicyTypeName: str,
    PolicyAttributeDescriptions: z.array(part({ AttributeName: str, AttributeValue: str })).optional(),
  })),
});
export type ClassicLoadBalancerPolicies = z.infer<typeof ClassicLoadBalancerPolicies>;

/** id: the balancer's name. */
export const ClassicInstanceHealth = resource({ InstanceStates: z.array(part({ InstanceId: str, State: str, ReasonCode: str })) });
export type ClassicInstanceHealth = z.infer<typeof ClassicInstanceHealth>;
