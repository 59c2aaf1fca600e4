import { KIND_NAMES, KINDS, type CoverageEntry, type Estate, type ResourceOf, type Resources } from '../../src/model/index.ts';
import { randomSource, type Random } from './random.ts';

const ACCOUNT = '111122223333';
const REGION = 'us-east-1';
const BASE = { account: ACCOUNT, region: REGION };
const NOW = '2026-11-20T00:00:00.000Z';
const LB = `arn:aws:elasticloadbalancing:${REGION}:${ACCOUNT}`;
const INSTANCES_PER_APP = 5;
/** Of the blocks that rules name: so many are public, and from so many offices. */
const OFFICE_SHARE = 0.05;
const OFFICES = 16;
const PORTS = [22, 80, 443, 3000, 3306, 5432, 6379, 8080, 8443, 9090, 9200, 11211] as const;

export interface EstateSize {
  readonly instances: number;
  readonly groups: number;
  /** Security group rules in all: one per source of a permission. */
  readonly rules: number;
  readonly subnets: number;
}

/** The proportions that the speed goal is stated for: 100,000 instances, 30,000 groups with 1,000,000 rules, 5,000 subnets. */
export function sizeFor(instances: number): EstateSize {
  return { instances, groups: Math.ceil(instances * 0.3), rules: instances * 10, subnets: Math.ceil(instances * 0.05) };
}

/**
 * A large estate of one region, the same for the same seed. As in real ones there are few distinct ACLs and tables, most groups are
 * copies of some hundred templates, and the rest are all different; every fifth instance is behind a balancer, one in twelve has a public address.
 */
export function generateEstate(size: EstateSize, seed = 1): Estate {
  const random = randomSource(seed);
  const vpcs = Math.max(1, Math.round(size.subnets / 125));
  const network = networkOf(size, vpcs);
  const securityGroup = groupsOf(size, vpcs, random);
  const { instance, networkInterface, volume } = instancesOf(size, vpcs, network.subnet, random);
  const balancing = balancersOf(instance, network.subnet, securityGroup, vpcs);
  const resources: Resources = {
    ...network, ...balancing, securityGroup, instance, networkInterface, volume,
    image: Array.from({ length: 20 }, (_, i) => ({ ...BASE, tags: {}, id: imageId(i), ImageId: imageId(i), Name: `base-${i}`, OwnerId: ACCOUNT, CreationDate: '2026-03-01T00:00:00.000Z', State: 'available', Architecture: 'x86_64' })),
    prefixListEntries: [{ ...BASE, tags: {}, id: 'pl-0office', Entries: [{ Cidr: '203.0.113.0/24' }, { Cidr: '198.51.100.0/25' }] }],
    managedPrefixList: [{ ...BASE, tags: {}, id: 'pl-0office', PrefixListId: 'pl-0office', PrefixListName: 'office', AddressFamily: 'IPv4', OwnerId: ACCOUNT, MaxEntries: 10, State: 'create-complete' }],
    vpcBlockPublicAccessOptions: [{ ...BASE, tags: {}, id: REGION, InternetGatewayBlockMode: 'off', State: 'default-state' }],
  };
  const coverage = KIND_NAMES.map((kind): CoverageEntry => ({
    service: KINDS[kind].service, operation: KINDS[kind].operation, action: KINDS[kind].action,
    region: REGION, account: ACCOUNT, outcome: 'ok', items: resources[kind]?.length ?? 0, pages: 1,
  }));
  return { accounts: [{ id: ACCOUNT, partition: 'aws' }], regions: [REGION], collectedAt: NOW, source: 'demo', resources, coverage };
}

/** As a stored estate is read: every string its own and flat, no object shared. One by one, so that never two estates are in memory. */
function asRead<T>(resource: T): T {
  return JSON.parse(JSON.stringify(resource)) as T;
}

type Subnet = ResourceOf<'subnet'>;

function networkOf(size: EstateSize, vpcs: number) {
  const subnet = Array.from({ length: size.subnets }, (_, i): Subnet => {
    const vpc = i % vpcs;
    const at = Math.floor(i / vpcs);
    return asRead({
      ...BASE, tags: { Name: `subnet-${i}` }, id: subnetId(i), SubnetId: subnetId(i), VpcId: vpcId(vpc), CidrBlock: `10.${vpc % 200}.${at % 256}.0/24`,
      AvailabilityZone: `${REGION}${'abc'[at % 3] ?? 'a'}`, MapPublicIpOnLaunch: isPublic(at), AvailableIpAddressCount: 200,
    });
  });
  const local = (vpc: number) => ({ DestinationCidrBlock: `10.${vpc % 200}.0.0/16`, GatewayId: 'local', State: 'active', Origin: 'CreateRouteTable' });
  const each = <T>(make: (vpc: number) => T): T[] => Array.from({ length: vpcs }, (_, vpc) => make(vpc));
  return {
    subnet,
    vpc: each((vpc) => ({ ...BASE, tags: {}, id: vpcId(vpc), VpcId: vpcId(vpc), CidrBlock: `10.${vpc % 200}.0.0/16`, IsDefault: false })),
    internetGateway: each((vpc) => ({ ...BASE, tags: {}, id: `igw-${vpc}`, InternetGatewayId: `igw-${vpc}`, Attachments: [{ VpcId: vpcId(vpc), State: 'available' }] })),
    natGateway: each((vpc) => ({ ...BASE, tags: {}, id: `nat-${vpc}`, NatGatewayId: `nat-${vpc}`, VpcId: vpcId(vpc), SubnetId: subnetId(vpc), State: 'available', ConnectivityType: 'public' })),
    routeTable: each((vpc) => {
      const table = (name: string, Associations: ResourceOf<'routeTable'>['Associations'], route: Record<string, string>) => ({
        ...BASE, tags: {}, id: `rtb-${vpc}-${name}`, RouteTableId: `rtb-${vpc}-${name}`, VpcId: vpcId(vpc), Associations,
        Routes: [local(vpc), { DestinationCidrBlock: '0.0.0.0/0', State: 'active', Origin: 'CreateRoute', ...route }],
      });
      const publicSubnets = subnet.filter((s, i) => s.VpcId === vpcId(vpc) && isPublic(Math.floor(i / vpcs)));
      return [
        table('main', [{ Main: true }], { NatGatewayId: `nat-${vpc}` }),
        table('public', publicSubnets.map((s) => ({ Main: false, SubnetId: s.id })), { GatewayId: `igw-${vpc}` }),
      ];
    }).flat(),
    networkAcl: each((vpc) => {
      const allow = (RuleNumber: number, Egress: boolean, RuleAction: string, CidrBlock: string) => ({ RuleNumber, Protocol: '-1', RuleAction, Egress, CidrBlock });
      const own = subnet.filter((s) => s.VpcId === vpcId(vpc));
      const acl = (name: string, IsDefault: boolean, of: readonly Subnet[], extra: ResourceOf<'networkAcl'>['Entries']) => ({
        ...BASE, tags: {}, id: `acl-${vpc}-${name}`, NetworkAclId: `acl-${vpc}-${name}`, VpcId: vpcId(vpc), IsDefault, Associations: of.map((s) => ({ SubnetId: s.id })),
        Entries: [...(extra ?? []), ...[false, true].flatMap((egress) => [allow(100, egress, 'allow', '0.0.0.0/0'), allow(32767, egress, 'deny', '0.0.0.0/0')])],
      });
      return [
        acl('default', true, own.filter((_, i) => i % 4 !== 0), []),
        acl('strict', false, own.filter((_, i) => i % 4 === 0), [allow(50, false, 'deny', '198.51.100.0/24'), { RuleNumber: 60, Protocol: '6', RuleAction: 'deny', Egress: false, CidrBlock: '0.0.0.0/0', PortRange: { From: 3389, To: 3389 } }]),
      ];
    }).flat(),
  };
}

type Permission = NonNullable<ResourceOf<'securityGroup'>['IpPermissions']>[number];

function groupsOf(size: EstateSize, vpcs: number, random: Random): ResourceOf<'securityGroup'>[] {
  const perGroup = Math.max(1, Math.round(size.rules / size.groups));
  const templates = Array.from({ length: 400 }, (_, i) => permissionsOf(perGroup, i, random));
  return Array.from({ length: size.groups }, (_, i) => asRead({
    ...BASE, tags: { Name: `group-${i}` }, id: groupId(i), GroupId: groupId(i), GroupName: i < vpcs ? 'default' : `group-${i}`, VpcId: vpcId(i % vpcs), OwnerId: ACCOUNT, Description: 'generated',
    IpPermissions: random.chance(0.7) ? templates[random.below(templates.length)] ?? [] : permissionsOf(perGroup, i, random),
    IpPermissionsEgress: [{ IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] }],
  }));
}

/** So many rules: mostly internal blocks, some offices, now and then the world, and a reference to another group. */
function permissionsOf(rules: number, seed: number, random: Random): Permission[] {
  const permissions: Permission[] = [];
  for (let left = rules; left > 0;) {
    const port = random.pick(PORTS);
    const sources = Math.min(left, 1 + random.below(8));
    const world = random.chance(0.02);
    permissions.push({
      IpProtocol: 'tcp', FromPort: port, ToPort: port,
      IpRanges: world ? [{ CidrIp: '0.0.0.0/0' }] : Array.from({ length: sources }, () => ({
        CidrIp: random.chance(OFFICE_SHARE) ? `203.0.113.${random.below(OFFICES) * 8}/29` : `10.${random.below(200)}.${random.below(256)}.0/24`, Description: 'generated',
      })),
      Ipv6Ranges: [],
      PrefixListIds: random.chance(0.02) ? [{ PrefixListId: 'pl-0office' }] : [],
      UserIdGroupPairs: random.chance(0.3) ? [{ GroupId: groupId(seed), UserId: ACCOUNT }] : [],
    });
    left -= sources;
  }
  return permissions;
}

function instancesOf(size: EstateSize, vpcs: number, subnets: readonly Subnet[], random: Random) {
  const instance: ResourceOf<'instance'>[] = [];
  const networkInterface: ResourceOf<'networkInterface'>[] = [];
  const volume: ResourceOf<'volume'>[] = [];
  const groupsPerVpc = Math.max(1, Math.floor(size.groups / vpcs));
  for (let i = 0; i < size.instances; i++) {
    const at = i % subnets.length;
    const subnet = subnets[at];
    const vpc = at % vpcs;
    const SecurityGroups = groupsOfApp(Math.floor(Math.floor(i / vpcs) / INSTANCES_PER_APP), groupsPerVpc).map((group) => ({ GroupId: groupId(vpc + vpcs * group) }));
    const ip = `10.${vpc % 200}.${Math.floor(at / vpcs) % 256}.${4 + (Math.floor(i / subnets.length) % 250)}`;
    const PublicIp = isPublic(Math.floor(at / vpcs)) && random.chance(0.5) ? `198.51.${(i >> 8) % 256}.${i % 256}` : undefined;
    const eni = `eni-${i.toString(16).padStart(17, '0')}`;
    const InstanceType = random.pick(['t3.medium', 'm5.large', 'c5.xlarge', 'm6i.large']);
    instance.push(asRead({
      ...BASE, tags: { Name: `app-${i % 500}-${i}`, Environment: random.pick(['prod', 'test']) }, id: instanceId(i), InstanceId: instanceId(i), InstanceType, ImageId: imageId(i % 20),
      State: { Name: random.chance(0.95) ? 'running' : 'stopped', Code: 16 }, LaunchTime: '2026-01-01T00:00:00.000Z', VpcId: vpcId(vpc), SubnetId: subnetId(at), PrivateIpAddress: ip,
      ...(PublicIp === undefined ? {} : { PublicIpAddress: PublicIp }), Architecture: 'x86_64', PlatformDetails: 'Linux/UNIX', Monitoring: { State: 'disabled' },
      MetadataOptions: { HttpTokens: random.pick(['optional', 'required']), HttpEndpoint: 'enabled', HttpPutResponseHopLimit: 1 },
      Placement: { AvailabilityZone: subnet?.AvailabilityZone ?? `${REGION}a`, Tenancy: 'default' }, SecurityGroups, NetworkInterfaces: [{ NetworkInterfaceId: eni }],
      RootDeviceName: '/dev/xvda', BlockDeviceMappings: [{ DeviceName: '/dev/xvda', Ebs: { VolumeId: volumeId(i), DeleteOnTermination: true } }],
    }));
    networkInterface.push(asRead({
      ...BASE, tags: {}, id: eni, NetworkInterfaceId: eni, InterfaceType: 'interface', Status: 'in-use', VpcId: vpcId(vpc), SubnetId: subnetId(at), SourceDestCheck: true,
      PrivateIpAddress: ip, Groups: SecurityGroups, Attachment: { InstanceId: instanceId(i), DeviceIndex: 0 },
      PrivateIpAddresses: [{ Primary: true, PrivateIpAddress: ip, ...(PublicIp === undefined ? {} : { Association: { PublicIp } }) }], Ipv6Addresses: [],
    }));
    volume.push(asRead({
      ...BASE, tags: {}, id: volumeId(i), VolumeId: volumeId(i), VolumeType: random.pick(['gp2', 'gp3']), Size: 50, Encrypted: random.chance(0.6), State: 'in-use',
      AvailabilityZone: subnet?.AvailabilityZone ?? `${REGION}a`, Attachments: [{ InstanceId: instanceId(i), Device: '/dev/xvda', State: 'attached' }],
    }));
  }
  return { instance, networkInterface, volume };
}

/** The instances of one application carry the same groups; which ones is drawn from the application's number. */
function groupsOfApp(app: number, groups: number): number[] {
  const random = randomSource(app + 1);
  return [...new Set(Array.from({ length: 1 + random.below(3) }, () => random.below(groups)))];
}

/** One balancer for 500 instances, alternately application and network, each with one listener, one group and 100 targets. */
function balancersOf(instances: readonly ResourceOf<'instance'>[], subnets: readonly Subnet[], groups: readonly ResourceOf<'securityGroup'>[], vpcs: number) {
  const count = Math.max(1, Math.floor(instances.length / 500));
  const byVpc = Map.groupBy(instances, (instance) => instance.VpcId ?? '');
  const publicByVpc = Map.groupBy(subnets.filter((s) => s.MapPublicIpOnLaunch), (s) => s.VpcId ?? '');
  const groupByVpc = new Map(groups.map((group) => [group.VpcId ?? '', group.id]));
  const each = <T>(make: (i: number, vpc: string) => T): T[] => Array.from({ length: count }, (_, i) => make(i, vpcId(i % vpcs)));
  const kind = (i: number) => (i % 2 === 0 ? 'app' : 'net');
  const lb = (i: number) => `${LB}:loadbalancer/${kind(i)}/lb-${i}/0123456789abcdef`;
  const tg = (i: number) => `${LB}:targetgroup/tg-${i}/0123456789abcdef`;
  const listenerArn = (i: number) => `${LB}:listener/${kind(i)}/lb-${i}/0123456789abcdef/0123456789abcdef`;
  return {
    loadBalancer: each((i, vpc) => ({
      ...BASE, tags: {}, id: lb(i), arn: lb(i), LoadBalancerArn: lb(i), LoadBalancerName: `lb-${i}`, DNSName: `lb-${i}.example.com`, Scheme: i % 5 === 4 ? 'internal' : 'internet-facing', VpcId: vpc,
      Type: i % 2 === 0 ? 'application' : 'network', IpAddressType: 'ipv4', State: { Code: 'active' }, SecurityGroups: i % 4 === 3 ? [] : [groupByVpc.get(vpc) ?? groupId(0)],
      AvailabilityZones: (publicByVpc.get(vpc) ?? []).slice(0, 3).map((s) => ({ ZoneName: s.AvailabilityZone, SubnetId: s.id })),
    })),
    loadBalancerAttributes: each((i) => ({ ...BASE, tags: {}, id: lb(i), Attributes: { 'deletion_protection.enabled': 'false', 'ipv6.deny_all_igw_traffic': 'false' } })),
    listener: each((i) => ({
      ...BASE, tags: {}, id: listenerArn(i), arn: listenerArn(i), ListenerArn: listenerArn(i), LoadBalancerArn: lb(i), Port: 443, Protocol: i % 2 === 0 ? 'HTTPS' : 'TLS',
      SslPolicy: 'ELBSecurityPolicy-TLS13-1-2-2021-06', DefaultActions: [{ Type: 'forward', TargetGroupArn: tg(i) }],
    })),
    listenerRule: [],
    targetGroup: each((i, vpc) => ({ ...BASE, tags: {}, id: tg(i), arn: tg(i), TargetGroupArn: tg(i), TargetGroupName: `tg-${i}`, Protocol: i % 2 === 0 ? 'HTTP' : 'TCP', Port: 8080, VpcId: vpc, TargetType: 'instance', LoadBalancerArns: [lb(i)], HealthCheckPath: '/' })),
    targetGroupAttributes: each((i) => ({ ...BASE, tags: {}, id: tg(i), Attributes: { 'deregistration_delay.timeout_seconds': '300' } })),
    targetHealth: each((i, vpc) => ({
      ...BASE, tags: {}, id: tg(i),
      TargetHealthDescriptions: (byVpc.get(vpc) ?? []).slice(Math.floor(i / vpcs) * 100, Math.floor(i / vpcs) * 100 + 100).map((instance) => ({ Target: { Id: instance.id, Port: 8080 }, TargetHealth: { State: 'healthy' } })),
    })),
  };
}

function isPublic(at: number): boolean {
  return at % 6 === 0;
}

const hex = (i: number) => i.toString(16).padStart(17, '0');
const vpcId = (i: number) => `vpc-${hex(i)}`;
const subnetId = (i: number) => `subnet-${hex(i)}`;
const groupId = (i: number) => `sg-${hex(i)}`;
const instanceId = (i: number) => `i-${hex(i)}`;
const volumeId = (i: number) => `vol-${hex(i)}`;
const imageId = (i: number) => `ami-${hex(i)}`;
