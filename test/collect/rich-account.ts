import { sampleAccount, type SampleAccount } from '../../src/demo/index.ts';

type Answers = SampleAccount['answers'];
const classic = sampleAccount('classic');
const R = 'us-east-1';
const of = (resource: string) => encodeURIComponent(resource);

/** Planted secrets: none of these may be found in anything that a collection gives. */
export const SECRETS = ['Planted-Tag-Pa55w0rd', 'Planted-Template-Pa55w0rd', 'Planted-Description-Pa55w0rd'];
export const IDS = {
  accelerator: 'arn:aws:globalaccelerator::111122223333:accelerator/aaaa-1',
  acceleratorListener: 'arn:aws:globalaccelerator::111122223333:accelerator/aaaa-1/listener/bbbb',
  endpointGroup: 'arn:aws:globalaccelerator::111122223333:accelerator/aaaa-1/listener/bbbb/endpoint-group/cccc',
  trail: 'arn:aws:cloudtrail:us-east-1:111122223333:trail/all',
  template: 'lt-0aaaaaaaaaaaaaaa1',
};

const EXTRA: Answers = {
  [`${R}/iam-list-role-policies/larkspur-web`]: { PolicyNames: ['everything', 'buckets'], IsTruncated: false },
  [`${R}/iam-get-role-policy/${of('larkspur-web/everything')}`]: {
    RoleName: 'larkspur-web', PolicyName: 'everything', PolicyDocument: of(JSON.stringify({ Statement: { Effect: 'Allow', Action: '*', Resource: ['*'] } })),
  },
  [`${R}/iam-get-role-policy/${of('larkspur-web/buckets')}`]: {
    RoleName: 'larkspur-web', PolicyName: 'buckets', PolicyDocument: of(JSON.stringify({ Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }, { Effect: 'Deny', Action: '*', Resource: '*' }] })),
  },
  [`${R}/ec2-describe-managed-prefix-lists`]: { PrefixLists: [{ PrefixListId: 'pl-0aaaaaaaaaaaaaaa1', PrefixListName: 'office', AddressFamily: 'IPv4', MaxEntries: 10, OwnerId: '111122223333' }] },
  [`${R}/ec2-get-managed-prefix-list-entries/${of('pl-0aaaaaaaaaaaaaaa1')}`]: { Entries: [{ Cidr: '203.0.113.0/24', Description: 'office' }, { Cidr: '198.51.100.0/24' }] },
  [`${R}/ec2-describe-launch-templates`]: { LaunchTemplates: [{ LaunchTemplateId: IDS.template, LaunchTemplateName: 'web', DefaultVersionNumber: 1, LatestVersionNumber: 2, Tags: [{ Key: 'db_password', Value: SECRETS[0] }] }] },
  [`${R}/ec2-describe-launch-template-versions`]: {
    LaunchTemplateVersions: [{
      LaunchTemplateId: IDS.template, LaunchTemplateName: 'web', VersionNumber: 2, DefaultVersion: false,
      VersionDescription: `set PASSWORD=${SECRETS[2]}`,
      LaunchTemplateData: { ImageId: 'ami-0ccccccccccccccc3', InstanceType: 't3.small', UserData: Buffer.from(`#!/bin/bash\nexport DB_PASSWORD=${SECRETS[1]}\nyum install -y nginx\n`).toString('base64') },
    }],
  },
  [`${R}/elb-describe-load-balancers`]: { LoadBalancerDescriptions: [{ LoadBalancerName: 'old', DNSName: 'old.example.com', Scheme: 'internet-facing', ListenerDescriptions: [], AvailabilityZones: ['us-east-1a'] }] },
  [`${R}/elb-describe-load-balancer-attributes/old`]: { LoadBalancerAttributes: { CrossZoneLoadBalancing: { Enabled: false }, AccessLog: { Enabled: false } } },
  [`${R}/elb-describe-load-balancer-policies/old`]: { PolicyDescriptions: [{ PolicyName: 'p', PolicyTypeName: 'SSLNegotiationPolicyType' }] },
  [`${R}/elb-describe-instance-health/old`]: { InstanceStates: [{ InstanceId: 'i-0aaaaaaaaaaaaaaa1', State: 'InService' }] },
  [`${R}/elb-describe-tags`]: { TagDescriptions: [{ LoadBalancerName: 'old', Tags: [{ Key: 'env', Value: 'prod' }] }] },
  [`${R}/efs-describe-file-systems`]: { FileSystems: [{ FileSystemId: 'fs-0aaaaaaaaaaaaaaa1', OwnerId: '111122223333', CreationToken: 'c', CreationTime: '2025-01-01T00:00:00Z', LifeCycleState: 'available', NumberOfMountTargets: 1, SizeInBytes: { Value: 6144 }, PerformanceMode: 'generalPurpose', Tags: [] }] },
  [`${R}/efs-describe-mount-targets/${of('fs-0aaaaaaaaaaaaaaa1')}`]: { MountTargets: [{ MountTargetId: 'fsmt-0aaaaaaaaaaaaaaa1', FileSystemId: 'fs-0aaaaaaaaaaaaaaa1', SubnetId: 'subnet-1', LifeCycleState: 'available' }] },
  [`${R}/efs-describe-mount-target-security-groups/${of('fsmt-0aaaaaaaaaaaaaaa1')}`]: { SecurityGroups: ['sg-0aaaaaaaaaaaaaaa1'] },
  [`${R}/cloudtrail-describe-trails`]: { trailList: [{ Name: 'all', TrailARN: IDS.trail, HomeRegion: R, IsMultiRegionTrail: true, S3BucketName: 'logs' }] },
  [`${R}/cloudtrail-get-trail-status/${of(IDS.trail)}`]: { IsLogging: true },
  [`${R}/guardduty-list-detectors`]: { DetectorIds: ['12abc34d567e8fa901bc2d34e56789f0'] },
  [`${R}/guardduty-get-detector/12abc34d567e8fa901bc2d34e56789f0`]: { Status: 'ENABLED', ServiceRole: 'arn:aws:iam::111122223333:role/r' },
  [`${R}/rds-describe-db-snapshots`]: {
    DBSnapshots: [
      { DBSnapshotIdentifier: 'open', DBSnapshotArn: 'arn:aws:rds:us-east-1:111122223333:snapshot:open', SnapshotType: 'manual', DBInstanceIdentifier: 'a' },
      { DBSnapshotIdentifier: 'closed', DBSnapshotArn: 'arn:aws:rds:us-east-1:111122223333:snapshot:closed', SnapshotType: 'manual', DBInstanceIdentifier: 'a' },
    ],
  },
  [`${R}/rds-describe-db-snapshot-attributes/open`]: { DBSnapshotAttributesResult: { DBSnapshotIdentifier: 'open', DBSnapshotAttributes: [{ AttributeName: 'restore', AttributeValues: ['all'] }] } },
  [`${R}/rds-describe-db-snapshot-attributes/closed`]: { DBSnapshotAttributesResult: { DBSnapshotIdentifier: 'closed', DBSnapshotAttributes: [{ AttributeName: 'restore', AttributeValues: [] }] } },
  [`${R}/globalaccelerator-list-accelerators`]: { Accelerators: [{ AcceleratorArn: IDS.accelerator, Name: 'a', Enabled: true }] },
  [`${R}/globalaccelerator-list-listeners/${of(IDS.accelerator)}`]: { Listeners: [{ ListenerArn: IDS.acceleratorListener, Protocol: 'TCP' }] },
  [`${R}/globalaccelerator-list-endpoint-groups/${of(IDS.acceleratorListener)}`]: { EndpointGroups: [{ EndpointGroupArn: IDS.endpointGroup, EndpointGroupRegion: R, EndpointDescriptions: [{ EndpointId: 'eipalloc-0aaaaaaaaaaaaaaa1', Weight: 1 }] }] },
  [`${R}/configservice-describe-configuration-recorder-status`]: { ConfigurationRecordersStatus: [{ name: 'default', recording: true, lastStatus: 'SUCCESS' }] },
  [`${R}/backup-list-protected-resources`]: { Results: [{ ResourceArn: 'arn:aws:ec2:us-east-1:111122223333:volume/vol-1', ResourceType: 'EBS', LastBackupTime: '2026-11-19T00:00:00Z' }] },
  [`${R}/cloudfront-list-vpc-origins`]: { VpcOriginList: { Marker: '', MaxItems: 100, IsTruncated: false, Quantity: 1, Items: [{ Id: 'vo-1', Name: 'o', Status: 'Deployed', CreatedTime: '2026-01-01T00:00:00Z', LastModifiedTime: '2026-01-01T00:00:00Z', Arn: 'arn:aws:cloudfront::111122223333:vpcorigin/vo-1', AccountId: '111122223333', OriginEndpointArn: 'arn:aws:elasticloadbalancing:us-east-1:111122223333:loadbalancer/app/a/1' }] } },
};

/** The sample account with something of every kind that the sample itself has none of. */
export function richAccount(id = classic.id): SampleAccount {
  return { ...classic, id, answers: { ...classic.answers, ...EXTRA } };
}

/** An account in which nothing was ever made. */
export function emptyAccount(id = classic.id): SampleAccount {
  return { ...classic, id, answers: {}, metrics: [], cost: [] };
}
