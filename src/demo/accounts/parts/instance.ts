import type { JsonObject } from '../../json.ts';
import { tagList } from '../account-draft.ts';
import type { AccountDraft } from '../account-draft.ts';

export interface InstanceSpec {
  /** The `Name` tag, and what the ids are made from. */
  readonly name: string;
  readonly type: string;
  readonly image: string;
  readonly vpc: string;
  readonly subnet: string;
  readonly zone: string;
  readonly privateIp: string;
  /** A public address of the subnet's pool, or an Elastic IP with its allocation. */
  readonly publicIp?: string;
  readonly allocation?: string;
  readonly groups: readonly { readonly id: string; readonly name: string }[];
  /** Volumes: the first is the root. */
  readonly volumes: readonly { readonly sizeGiB: number; readonly type: string; readonly encrypted?: boolean; readonly device: string }[];
  readonly launched: string;
  readonly tags?: Readonly<Record<string, string>>;
  readonly profile?: string;
  readonly key?: string;
  readonly detailedMonitoring?: boolean;
  readonly httpTokens?: 'optional' | 'required';
  /** When the instance was stopped by its owner, `2026-07-02 09:14:33 GMT`. */
  readonly stopped?: string;
  readonly userData?: string;
}

/** Adds an instance with its network interface, volumes, public address, user data and credit setting; returns its id. */
export function addInstance(draft: AccountDraft, spec: InstanceSpec): string {
  const { account, region } = draft;
  const id = draft.id('i', spec.name);
  const eni = draft.id('eni', spec.name);
  const groups = spec.groups.map((group) => ({ GroupId: group.id, GroupName: group.name }));
  const publicIp = spec.stopped === undefined || spec.allocation !== undefined ? spec.publicIp : undefined;
  const owner = { IpOwnerId: spec.allocation === undefined ? 'amazon' : account, PublicDnsName: '', PublicIp: publicIp };
  const allocated = spec.allocation === undefined ? {} : { AllocationId: spec.allocation, AssociationId: draft.id('eipassoc', spec.name) };
  // DescribeInstances leaves out the allocation that DescribeNetworkInterfaces has.
  const inInstance = publicIp === undefined ? {} : { Association: owner };
  const inInterface = publicIp === undefined ? {} : { Association: { ...owner, ...allocated } };
  const attachment = { AttachTime: spec.launched, AttachmentId: draft.id('eni-attach', spec.name), DeleteOnTermination: true, DeviceIndex: 0, Status: 'attached' };
  const privateDns = `ip-${spec.privateIp.replaceAll('.', '-')}.ec2.internal`;
  const address = { Primary: true, PrivateDnsName: privateDns, PrivateIpAddress: spec.privateIp };
  const face = {
    Groups: groups, Ipv6Addresses: [], MacAddress: macOf(eni), NetworkInterfaceId: eni, OwnerId: account, PrivateDnsName: privateDns,
    PrivateIpAddress: spec.privateIp, SourceDestCheck: true, SubnetId: spec.subnet, VpcId: spec.vpc, InterfaceType: 'interface', Description: '', Status: 'in-use',
  };
  const burstable = spec.type.startsWith('t');

  draft.add('ec2-describe-instances', 'Reservations', {
    ReservationId: draft.id('r', spec.name), OwnerId: account, Groups: [],
    Instances: [{
      AmiLaunchIndex: 0, Architecture: 'x86_64', BlockDeviceMappings: spec.volumes.map((volume, at) => ({
        DeviceName: volume.device,
        Ebs: { AttachTime: spec.launched, DeleteOnTermination: at === 0, Status: 'attached', VolumeId: draft.id('vol', `${spec.name}-${at}`) },
      })),
      ClientToken: '', EbsOptimized: !burstable, EnaSupport: true, Hypervisor: 'xen', ImageId: spec.image, InstanceId: id, InstanceType: spec.type,
      ...(spec.profile === undefined ? {} : { IamInstanceProfile: { Arn: `arn:aws:iam::${account}:instance-profile/${spec.profile}`, Id: 'DEMOPROFILEID' } }),
      ...(spec.key === undefined ? {} : { KeyName: spec.key }),
      LaunchTime: spec.launched,
      MetadataOptions: { State: 'applied', HttpTokens: spec.httpTokens ?? 'optional', HttpPutResponseHopLimit: 1, HttpEndpoint: 'enabled', HttpProtocolIpv6: 'disabled', InstanceMetadataTags: 'disabled' },
      Monitoring: { State: spec.detailedMonitoring === true ? 'enabled' : 'disabled' },
      NetworkInterfaces: [{ ...face, ...inInstance, PrivateIpAddresses: [{ ...address, ...inInstance }], Attachment: attachment }],
      Placement: { AvailabilityZone: spec.zone, GroupName: '', Tenancy: 'default' },
      PlatformDetails: 'Linux/UNIX', PrivateDnsName: privateDns, PrivateIpAddress: spec.privateIp, ProductCodes: [], PublicDnsName: '',
      ...(publicIp === undefined ? {} : { PublicIpAddress: publicIp }),
      RootDeviceName: spec.volumes[0]?.device ?? '/dev/xvda', RootDeviceType: 'ebs', SecurityGroups: groups, SourceDestCheck: true,
      State: spec.stopped === undefined ? { Code: 16, Name: 'running' } : { Code: 80, Name: 'stopped' },
      ...(spec.stopped === undefined ? { StateTransitionReason: '' } : {
        StateReason: { Code: 'Client.UserInitiatedShutdown', Message: 'Client.UserInitiatedShutdown: User initiated shutdown' },
        StateTransitionReason: `User initiated (${spec.stopped})`,
      }),
      SubnetId: spec.subnet, Tags: tagList({ Name: spec.name, ...spec.tags }), UsageOperation: 'RunInstances',
      UsageOperationUpdateTime: spec.launched, VirtualizationType: 'hvm', VpcId: spec.vpc,
      CpuOptions: { CoreCount: 1, ThreadsPerCore: burstable ? 1 : 2 },
    }],
  });
  draft.add('ec2-describe-network-interfaces', 'NetworkInterfaces', {
    ...face, ...inInterface, PrivateIpAddresses: [{ ...address, ...inInterface }], AvailabilityZone: spec.zone, RequesterManaged: false, TagSet: [], Attachment: { ...attachment, InstanceId: id, InstanceOwnerId: account },
  });
  addVolumes(draft, spec, id);
  if (spec.allocation !== undefined && spec.publicIp !== undefined) {
    draft.add('ec2-describe-addresses', 'Addresses', {
      AllocationId: spec.allocation, AssociationId: draft.id('eipassoc', spec.name), Domain: 'vpc', InstanceId: id, NetworkBorderGroup: region,
      NetworkInterfaceId: eni, NetworkInterfaceOwnerId: account, PrivateIpAddress: spec.privateIp, PublicIp: spec.publicIp, PublicIpv4Pool: 'amazon',
      Tags: tagList({ Name: spec.name }),
    });
  }
  draft.putFor('ec2-describe-instance-attribute-userData', id, userDataAnswer(id, spec.userData));
  if (burstable) draft.add('ec2-describe-instance-credit-specifications', 'InstanceCreditSpecifications', { InstanceId: id, CpuCredits: 'standard' });
  return id;
}

function addVolumes(draft: AccountDraft, spec: InstanceSpec, id: string): void {
  for (const [at, volume] of spec.volumes.entries()) {
    const volumeId = draft.id('vol', `${spec.name}-${at}`);
    draft.add('ec2-describe-volumes', 'Volumes', {
      Attachments: [{ AttachTime: spec.launched, Device: volume.device, InstanceId: id, State: 'attached', VolumeId: volumeId, DeleteOnTermination: at === 0 }],
      AvailabilityZone: spec.zone, CreateTime: spec.launched, Encrypted: volume.encrypted ?? false, Size: volume.sizeGiB, SnapshotId: '', State: 'in-use',
      VolumeId: volumeId, ...performanceOf(volume), VolumeType: volume.type, MultiAttachEnabled: false,
      ...(spec.tags === undefined ? {} : { Tags: tagList({ Name: `${spec.name}${at === 0 ? '-root' : '-data'}` }) }),
    });
  }
}

/** gp2 has 3 IOPS per GiB, at least 100; gp3 starts at 3,000 IOPS and 125 MiB/s. */
function performanceOf(volume: { readonly type: string; readonly sizeGiB: number }): JsonObject {
  if (volume.type === 'gp3') return { Iops: 3000, Throughput: 125 };
  return volume.type === 'gp2' ? { Iops: Math.max(100, volume.sizeGiB * 3) } : {};
}

function userDataAnswer(id: string, script: string | undefined): JsonObject {
  return { InstanceId: id, UserData: script === undefined ? {} : { Value: Buffer.from(script).toString('base64') } };
}

/** A locally administered address, from the digits of the interface's id. */
function macOf(eni: string): string {
  return `02:${(eni.slice(-10).match(/../g) ?? []).join(':')}`;
}
