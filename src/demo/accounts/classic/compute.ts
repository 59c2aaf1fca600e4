import { tagList } from '../account-draft.ts';
import type { AccountDraft } from '../account-draft.ts';
import { addInstance } from '../parts/instance.ts';
import type { ClassicNetwork } from './network.ts';
import { BASTION, SHOP_AND_DATABASE, WEB, WORKER } from './user-data.ts';

export interface ClassicCompute {
  readonly web1: string;
  readonly web2: string;
  readonly shop: string;
  readonly bastion: string;
  readonly worker: string;
  readonly legacy: string;
}

/** Day 0 is the sample's now: ages stay the same whatever the date. */
export type DaysAgo = (days: number) => string;

const GP2 = 'gp2';

/** Six instances: two web servers, the box with back office and database, a bastion, a worker, and one that was stopped and forgotten. */
export function addCompute(draft: AccountDraft, network: ClassicNetwork, daysAgo: DaysAgo): ClassicCompute {
  const { vpc, subnetA, subnetB, groups } = network;
  const focal = draft.id('ami', 'ubuntu-focal');
  const amazonLinux2 = draft.id('ami', 'amzn2');
  const zoneA = `${draft.region}a`;
  const zoneB = `${draft.region}b`;
  const key = 'larkspur-2019';
  const root = (sizeGiB: number): { sizeGiB: number; type: string; device: string } => ({ sizeGiB, type: GP2, device: '/dev/sda1' });

  const web1 = addInstance(draft, {
    name: 'larkspur-web-1', type: 'm4.large', image: focal, vpc, subnet: subnetA, zone: zoneA, privateIp: '10.20.0.11', publicIp: '198.51.100.11',
    groups: [groups.web], volumes: [root(50)], launched: daysAgo(612), tags: { Environment: 'production', App: 'shop', Owner: 'jo' },
    profile: 'larkspur-web', key, detailedMonitoring: true, userData: WEB,
  });
  const web2 = addInstance(draft, {
    name: 'larkspur-web-2', type: 'm4.large', image: focal, vpc, subnet: subnetB, zone: zoneB, privateIp: '10.20.1.12', publicIp: '198.51.100.12',
    groups: [groups.web], volumes: [root(50)], launched: daysAgo(611), tags: { Environment: 'production', App: 'shop' },
    profile: 'larkspur-web', key, userData: WEB,
  });
  const shop = addInstance(draft, {
    name: 'larkspur-shop-db', type: 'm4.xlarge', image: focal, vpc, subnet: subnetA, zone: zoneA, privateIp: '10.20.0.20', publicIp: '198.51.100.20',
    allocation: draft.id('eipalloc', 'shop'), groups: [groups.database], launched: daysAgo(1004),
    volumes: [root(30), { sizeGiB: 200, type: GP2, device: '/dev/sdf' }], tags: { Environment: 'Prod', App: 'shop', Owner: 'jo' },
    profile: 'larkspur-web', key, userData: SHOP_AND_DATABASE,
  });
  const bastion = addInstance(draft, {
    name: 'larkspur-bastion', type: 't2.micro', image: amazonLinux2, vpc, subnet: subnetA, zone: zoneA, privateIp: '10.20.0.5', publicIp: '198.51.100.5',
    allocation: draft.id('eipalloc', 'bastion'), groups: [groups.default, groups.web], volumes: [{ sizeGiB: 8, type: GP2, device: '/dev/xvda' }],
    launched: daysAgo(1004), key, userData: BASTION,
  });
  const worker = addInstance(draft, {
    name: 'larkspur-worker', type: 't2.medium', image: amazonLinux2, vpc, subnet: subnetB, zone: zoneB, privateIp: '10.20.1.30', publicIp: '198.51.100.30',
    groups: [groups.worker], volumes: [{ sizeGiB: 20, type: GP2, device: '/dev/xvda' }], launched: daysAgo(203),
    tags: { env: 'production', 'aws:autoscaling:groupName': 'larkspur-worker' }, profile: 'larkspur-worker', key, userData: WORKER,
  });
  const legacy = addInstance(draft, {
    // Its image is gone: DescribeImages does not know it any more.
    name: 'larkspur-legacy-php', type: 'm3.medium', image: draft.id('ami', 'deregistered'), vpc, subnet: subnetA, zone: zoneA, privateIp: '10.20.0.44',
    groups: [groups.default], volumes: [root(40), { sizeGiB: 100, type: GP2, device: '/dev/sdf' }], launched: daysAgo(1390),
    key, stopped: `${daysAgo(141).slice(0, 10)} 09:14:33 GMT`,
  });
  addLeftovers(draft, shop, daysAgo);
  addWorkerGroup(draft, network, worker, amazonLinux2, daysAgo);
  return { web1, web2, shop, bastion, worker, legacy };
}

/** An address nobody uses, a volume nobody mounts, and two old snapshots. */
function addLeftovers(draft: AccountDraft, shop: string, daysAgo: DaysAgo): void {
  draft.add('ec2-describe-addresses', 'Addresses', {
    AllocationId: draft.id('eipalloc', 'idle'), Domain: 'vpc', NetworkBorderGroup: draft.region, PublicIp: '198.51.100.77', PublicIpv4Pool: 'amazon', Tags: [],
  });
  draft.add('ec2-describe-volumes', 'Volumes', {
    Attachments: [], AvailabilityZone: `${draft.region}a`, CreateTime: daysAgo(800), Encrypted: false, Size: 50, SnapshotId: '', State: 'available',
    VolumeId: draft.id('vol', 'old-uploads'), Iops: 150, Tags: tagList({ Name: 'old-uploads' }), VolumeType: GP2, MultiAttachEnabled: false,
  });
  const data = draft.id('vol', 'larkspur-shop-db-1');
  for (const [age, description] of [[430, `before mysql upgrade (${shop})`], [97, 'manual']] as const) {
    draft.add('ec2-describe-snapshots', 'Snapshots', {
      Description: description, Encrypted: false, OwnerId: draft.account, Progress: '100%', SnapshotId: draft.id('snap', description), StartTime: daysAgo(age),
      State: 'completed', VolumeId: data, VolumeSize: 200, StorageTier: 'standard',
    });
  }
}

/** The worker runs in a group that can neither grow nor shrink, from a launch configuration of long ago. */
function addWorkerGroup(draft: AccountDraft, network: ClassicNetwork, worker: string, image: string, daysAgo: DaysAgo): void {
  const configuration = 'larkspur-worker-2020';
  const groupArn = draft.arn('autoscaling', 'autoScalingGroup:7c1d3c8e-0000-4000-8000-1a7c5b0de001:autoScalingGroupName/larkspur-worker');
  draft.add('autoscaling-describe-launch-configurations', 'LaunchConfigurations', {
    LaunchConfigurationName: configuration, ImageId: image, KeyName: 'larkspur-2019', SecurityGroups: [network.groups.worker.id], ClassicLinkVPCSecurityGroups: [],
    LaunchConfigurationARN: draft.arn('autoscaling', `launchConfiguration:7c1d3c8e-0000-4000-8000-1a7c5b0de002:launchConfigurationName/${configuration}`),
    UserData: Buffer.from(WORKER).toString('base64'), InstanceType: 't2.medium', KernelId: '', RamdiskId: '', BlockDeviceMappings: [],
    InstanceMonitoring: { Enabled: false }, IamInstanceProfile: 'larkspur-worker', CreatedTime: daysAgo(1610), EbsOptimized: false, AssociatePublicIpAddress: true,
  });
  draft.add('autoscaling-describe-auto-scaling-groups', 'AutoScalingGroups', {
    AutoScalingGroupName: 'larkspur-worker', AutoScalingGroupARN: groupArn, LaunchConfigurationName: configuration, MinSize: 1, MaxSize: 1, DesiredCapacity: 1,
    DefaultCooldown: 300, AvailabilityZones: [`${draft.region}b`], LoadBalancerNames: [], TargetGroupARNs: [], HealthCheckType: 'EC2', HealthCheckGracePeriod: 300,
    Instances: [{ InstanceId: worker, InstanceType: 't2.medium', AvailabilityZone: `${draft.region}b`, LifecycleState: 'InService', HealthStatus: 'Healthy', LaunchConfigurationName: configuration, ProtectedFromScaleIn: false }],
    CreatedTime: daysAgo(1610), SuspendedProcesses: [], VPCZoneIdentifier: network.subnetB, EnabledMetrics: [], TrafficSources: [],
    Tags: [{ ResourceId: 'larkspur-worker', ResourceType: 'auto-scaling-group', Key: 'env', Value: 'production', PropagateAtLaunch: true }],
    TerminationPolicies: ['Default'], NewInstancesProtectedFromScaleIn: false,
    ServiceLinkedRoleARN: `arn:aws:iam::${draft.account}:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling`,
  });
  draft.add('autoscaling-describe-scaling-activities', 'Activities', {
    ActivityId: '5d3c0a10-0000-4000-8000-1a7c5b0de003', AutoScalingGroupName: 'larkspur-worker', AutoScalingGroupARN: groupArn, Description: `Launching a new EC2 instance: ${worker}`,
    Cause: 'At the request of a health check replacement.', StartTime: daysAgo(203), EndTime: daysAgo(203), StatusCode: 'Successful', Progress: 100, Details: '{}',
  });
}
