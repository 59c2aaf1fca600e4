import { tagList } from '../account-draft.ts';
import type { AccountDraft } from '../account-draft.ts';
import { instanceTypes } from '../parts/instance-types.ts';
import type { ClassicCompute, DaysAgo } from './compute.ts';
import type { ClassicNetwork } from './network.ts';

const ASSUME_EC2 = encodeURIComponent(JSON.stringify({
  Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }],
}));

/** Roles (the worker's may do everything), the one instance that Systems Manager knows, images, types. No trail, detector or recorder. */
export function addGovernance(draft: AccountDraft, compute: ClassicCompute, daysAgo: DaysAgo): void {
  addRole(draft, 'larkspur-web', [['AmazonS3FullAccess', 'arn:aws:iam::aws:policy/AmazonS3FullAccess'], ['AmazonSSMManagedInstanceCore', 'arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore']], daysAgo);
  addRole(draft, 'larkspur-worker', [['AdministratorAccess', 'arn:aws:iam::aws:policy/AdministratorAccess']], daysAgo);
  draft.add('ssm-describe-instance-information', 'InstanceInformationList', {
    InstanceId: compute.web1, PingStatus: 'Online', LastPingDateTime: daysAgo(0), AgentVersion: '3.0.1124.0', IsLatestVersion: false, PlatformType: 'Linux',
    PlatformName: 'Ubuntu', PlatformVersion: '20.04', ResourceType: 'EC2Instance', IPAddress: '10.20.0.11', ComputerName: 'ip-10-20-0-11',
  });
  draft.add('ssm-describe-instance-patch-states', 'InstancePatchStates', {
    InstanceId: compute.web1, PatchGroup: '', BaselineId: 'pb-0demo0000000001', OwnerInformation: '', InstalledCount: 214, InstalledOtherCount: 31, MissingCount: 87,
    FailedCount: 2, CriticalNonCompliantCount: 6, SecurityNonCompliantCount: 41, OtherNonCompliantCount: 40, Operation: 'Scan',
    OperationStartTime: daysAgo(9), OperationEndTime: daysAgo(9), LastNoRebootInstallOperationTime: daysAgo(400),
  });
  addImages(draft);
  for (const type of instanceTypes()) draft.add('ec2-describe-instance-types', 'InstanceTypes', type);
  for (const [zone, id] of [['a', 'use1-az1'], ['b', 'use1-az2'], ['c', 'use1-az4']] as const) {
    draft.add('ec2-describe-availability-zones', 'AvailabilityZones', {
      State: 'available', OptInStatus: 'opt-in-not-required', RegionName: draft.region, ZoneName: draft.region + zone, ZoneId: id, GroupName: draft.region,
      NetworkBorderGroup: draft.region, ZoneType: 'availability-zone', Messages: [],
    });
  }
}

function addRole(draft: AccountDraft, name: string, policies: readonly (readonly [string, string])[], daysAgo: DaysAgo): void {
  const role = { Path: '/', RoleName: name, RoleId: `DEMOROLE-${name}`, Arn: `arn:aws:iam::${draft.account}:role/${name}`, CreateDate: daysAgo(1500), AssumeRolePolicyDocument: ASSUME_EC2 };
  const profile = { Path: '/', InstanceProfileName: name, InstanceProfileId: `DEMOPROFILE-${name}`, Arn: `arn:aws:iam::${draft.account}:instance-profile/${name}`, CreateDate: daysAgo(1500), Roles: [role] };
  draft.add('iam-list-instance-profiles', 'InstanceProfiles', profile);
  draft.putFor('iam-get-instance-profile', name, { InstanceProfile: profile });
  draft.putFor('iam-list-attached-role-policies', name, { AttachedPolicies: policies.map(([PolicyName, PolicyArn]) => ({ PolicyName, PolicyArn })), IsTruncated: false });
  draft.putFor('iam-list-role-policies', name, { PolicyNames: [], IsTruncated: false });
}

/** The images of the running instances, and the shop's own, three years old. Owners are invented. */
function addImages(draft: AccountDraft): void {
  const common = { Architecture: 'x86_64', ImageType: 'machine', State: 'available', RootDeviceType: 'ebs', VirtualizationType: 'hvm', Hypervisor: 'xen', EnaSupport: true, PlatformDetails: 'Linux/UNIX', UsageOperation: 'RunInstances' };
  draft.add('ec2-describe-images', 'Images',
    {
      ...common, ImageId: draft.id('ami', 'ubuntu-focal'), Name: 'ubuntu/images/hvm-ssd/ubuntu-focal-20.04-amd64-server-20210223', OwnerId: '444455556666', Public: true,
      Description: 'Canonical, Ubuntu, 20.04 LTS, amd64 focal image build on 2021-02-23', CreationDate: '2021-02-24T04:15:41.000Z', DeprecationTime: '2023-02-24T04:15:41.000Z',
      ImageLocation: 'ubuntu-focal', RootDeviceName: '/dev/sda1',
    },
    {
      ...common, ImageId: draft.id('ami', 'amzn2'), Name: 'amzn2-ami-hvm-2.0.20200406.0-x86_64-gp2', OwnerId: '777788889999', ImageOwnerAlias: 'amazon', Public: true,
      Description: 'Amazon Linux 2 AMI 2.0.20200406.0 x86_64 HVM gp2', CreationDate: '2020-04-07T17:14:07.000Z', DeprecationTime: '2022-08-15T00:00:00.000Z',
      ImageLocation: 'amazon/amzn2-ami-hvm-2.0.20200406.0-x86_64-gp2', RootDeviceName: '/dev/xvda',
    },
    {
      ...common, ImageId: draft.id('ami', 'golden'), Name: 'larkspur-golden-2021-03', OwnerId: draft.account, Public: false, CreationDate: '2021-03-09T10:02:55.000Z',
      Description: 'web server after bootstrap', ImageLocation: `${draft.account}/larkspur-golden-2021-03`, RootDeviceName: '/dev/sda1', Tags: tagList({ Owner: 'jo' }),
    });
}

/** A small reporting database: one zone, no encryption, a MySQL whose community support has ended. */
export function addReportsDatabase(draft: AccountDraft, network: ClassicNetwork, daysAgo: DaysAgo): void {
  const name = 'larkspur-reports';
  draft.add('rds-describe-db-instances', 'DBInstances', {
    DBInstanceIdentifier: name, DBInstanceArn: draft.arn('rds', `db:${name}`), DBInstanceClass: 'db.t3.small', Engine: 'mysql', EngineVersion: '5.7.44',
    EngineLifecycleSupport: 'open-source-rds-extended-support', DBInstanceStatus: 'available', MasterUsername: 'reports', DBName: 'reports', AllocatedStorage: 40,
    Endpoint: { Address: `${name}.c0demo00000.${draft.region}.rds.amazonaws.com`, Port: 3306, HostedZoneId: 'Z2R2ITUGPM61AM' }, InstanceCreateTime: daysAgo(930),
    PreferredBackupWindow: '03:00-03:30', BackupRetentionPeriod: 0, DBSecurityGroups: [], AvailabilityZone: `${draft.region}b`, MultiAZ: false,
    VpcSecurityGroups: [{ VpcSecurityGroupId: network.groups.reports.id, Status: 'active' }], PreferredMaintenanceWindow: 'sun:05:00-sun:05:30',
    DBSubnetGroup: {
      DBSubnetGroupName: 'larkspur', DBSubnetGroupDescription: 'both subnets', VpcId: network.vpc, SubnetGroupStatus: 'Complete',
      Subnets: [[network.subnetA, 'a'], [network.subnetB, 'b']].map(([subnet, zone]) => ({ SubnetIdentifier: subnet, SubnetAvailabilityZone: { Name: `${draft.region}${zone}` }, SubnetStatus: 'Active' })),
    },
    AutoMinorVersionUpgrade: false, ReadReplicaDBInstanceIdentifiers: [], LicenseModel: 'general-public-license', PubliclyAccessible: false, StorageType: 'gp2',
    StorageEncrypted: false, DbiResourceId: 'db-DEMOLARKSPURREPORTS', CACertificateIdentifier: 'rds-ca-2019', DomainMemberships: [], CopyTagsToSnapshot: false,
    MonitoringInterval: 0, IAMDatabaseAuthenticationEnabled: false, PerformanceInsightsEnabled: false, DeletionProtection: false, AssociatedRoles: [], TagList: tagList({ App: 'reports' }),
  });
  draft.add('ec2-describe-network-interfaces', 'NetworkInterfaces', {
    NetworkInterfaceId: draft.id('eni', name), InterfaceType: 'interface', Status: 'in-use', Description: 'RDSNetworkInterface', VpcId: network.vpc, SubnetId: network.subnetB,
    AvailabilityZone: `${draft.region}b`, OwnerId: draft.account, RequesterId: 'amazon-rds', RequesterManaged: true, SourceDestCheck: true, PrivateIpAddress: '10.20.1.60',
    Groups: [{ GroupId: network.groups.reports.id, GroupName: network.groups.reports.name }], Ipv6Addresses: [], TagSet: [],
    PrivateIpAddresses: [{ Primary: true, PrivateIpAddress: '10.20.1.60' }],
    Attachment: { AttachTime: daysAgo(930), AttachmentId: draft.id('eni-attach', name), DeleteOnTermination: false, DeviceIndex: 1, InstanceOwnerId: 'amazon-rds', Status: 'attached' },
  });
}
