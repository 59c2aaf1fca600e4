import * as z from 'zod';
import { bool, num, part, resource, str, strs, time } from './base.ts';

const LaunchTemplateSpecification = part({ LaunchTemplateId: str, LaunchTemplateName: str, Version: str });

/** id: the group's name. */
export const AutoScalingGroup = resource({
  AutoScalingGroupName: z.string(),
  AutoScalingGroupARN: str,
  LaunchConfigurationName: str,
  LaunchTemplate: LaunchTemplateSpecification.optional(),
  MixedInstancesPolicy: part({
    LaunchTemplate: part({ LaunchTemplateSpecification: LaunchTemplateSpecification.optional(), Overrides: z.array(part({ InstanceType: str })).optional() }).optional(),
  }).optional(),
  MinSize: num,
  MaxSize: num,
  DesiredCapacity: num,
  DefaultCooldown: num,
  DefaultInstanceWarmup: num,
  AvailabilityZones: strs,
  LoadBalancerNames: strs,
  TargetGroupARNs: strs,
  TrafficSources: z.array(part({ Identifier: str, Type: str })).optional(),
  HealthCheckType: str,
  HealthCheckGracePeriod: num,
  Instances: z.array(part({ InstanceId: str, AvailabilityZone: str, LifecycleState: str, HealthStatus: str })).optional(),
  SuspendedProcesses: z.array(part({ ProcessName: str, SuspensionReason: str })).optional(),
  VPCZoneIdentifier: str,
});
export type AutoScalingGroup = z.infer<typeof AutoScalingGroup>;

/** id: the configuration's name. User data is a `userData` resource. */
export const LaunchConfiguration = resource({
  LaunchConfigurationName: z.string(),
  ImageId: str,
  InstanceType: str,
  AssociatePublicIpAddress: bool,
  SecurityGroups: strs,
  MetadataOptions: part({ HttpTokens: str, HttpEndpoint: str, HttpPutResponseHopLimit: num }).optional(),
  IamInstanceProfile: str,
});
export type LaunchConfiguration = z.infer<typeof LaunchConfiguration>;

export const ScalingPolicy = resource({ PolicyName: str, PolicyARN: str, AutoScalingGroupName: z.string(), PolicyType: str, Enabled: bool });
export type ScalingPolicy = z.infer<typeof ScalingPolicy>;

export const ScheduledAction = resource({ ScheduledActionName: str, AutoScalingGroupName: z.string(), Recurrence: str, StartTime: time });
export type ScheduledAction = z.infer<typeof ScheduledAction>;

export const ScalingActivity = resource({
  ActivityId: z.string(), AutoScalingGroupName: z.string(), Description: str, StatusCode: str, StartTime: time, EndTime: time,
});
export type ScalingActivity = z.infer<typeof ScalingActivity>;
