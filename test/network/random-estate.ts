import type { Estate, ResourceOf } from '../../src/model/index.ts';
import type { Random } from '../bench/random.ts';
import { ACCOUNT, REGION, estateOf } from './fixtures/estate.ts';

/** Blocks that rules, routes and lists are drawn from: halves, nested blocks, single hosts, private and whole. */
export const BLOCKS = {
  ipv4: ['0.0.0.0/0', '0.0.0.0/0', '0.0.0.0/1', '128.0.0.0/1', '64.0.0.0/2', '203.0.113.0/24', '203.0.113.0/25', '203.0.113.64/26', '198.51.100.0/24', '198.51.100.7/32', '192.0.2.0/24', '10.0.0.0/8'],
  ipv6: ['::/0', '::/0', '2000::/3', '2001:db8::/32', '2001:db8:f::/48', '2001:db8:f:8000::/49', '2001:db8:f::7/128', '2600::/12', 'fc00::/7'],
} as const;
export const PORTS = [0, 21, 22, 80, 443, 1023, 1024, 8080, 32767, 32768, 49152, 60999, 65535] as const;
const PROTOCOLS = ['-1', '-1', 'tcp', 'tcp', 'tcp', 'udp', 'icmp', 'icmpv6', '50', '6'] as const;
const ACL_PROTOCOLS = ['-1', '-1', '6', '6', '6', '17', '1', '58', '50'] as const;
export const ICMP_TYPES = [0, 3, 8, 13, 128, 129] as const;
const LISTS = ['pl-1', 'pl-2', 'pl-3'] as const;

type Entry = NonNullable<ResourceOf<'networkAcl'>['Entries']>[number];
type Route = NonNullable<ResourceOf<'routeTable'>['Routes']>[number];
type Permission = NonNullable<ResourceOf<'securityGroup'>['IpPermissions']>[number];

/** Two VPCs that differ, with all that can be at odds between routes, lists, groups, addresses and the account. */
export function randomEstate(random: Random): Estate {
  const vpcs = ['vpc-a', 'vpc-b'];
  const some = <T>(most: number, make: (i: number) => T): T[] => Array.from({ length: random.below(most + 1) }, (_, i) => make(i));
  const subnets = vpcs.flatMap((vpc, v) => [0, 1].map((i) => ({ id: `subnet-${vpc}-${i}`, SubnetId: `subnet-${vpc}-${i}`, VpcId: vpc, CidrBlock: `10.${v}.${i}.0/24` })));
  const blocked = random.chance(0.3);
  return estateOf({
    vpcBlockPublicAccessOptions: [{ id: REGION, InternetGatewayBlockMode: blocked ? random.pick(['block-ingress', 'block-bidirectional']) : 'off' }],
    vpcBlockPublicAccessExclusion: some(2, (i) => ({
      id: `x-${i}`, State: random.pick(['create-complete', 'create-complete', 'delete-complete']), InternetGatewayExclusionMode: random.pick(['allow-bidirectional', 'allow-egress']),
      ResourceArn: `arn:aws:ec2:${REGION}:${ACCOUNT}:${random.pick(['vpc/vpc-a', 'vpc/vpc-b', 'subnet/subnet-vpc-a-0', 'subnet/subnet-vpc-b-1'])}`,
    })),
    vpc: vpcs.map((id) => ({ id, VpcId: id })),
    subnet: subnets,
    internetGateway: vpcs.map((vpc) => ({ id: `igw-${vpc}`, InternetGatewayId: `igw-${vpc}`, Attachments: random.chance(0.9) ? [{ VpcId: vpc, State: 'available' }] : [] })),
    routeTable: vpcs.flatMap((vpc, v) => [0, 1].map((i) => ({
      id: `rtb-${vpc}-${i}`, RouteTableId: `rtb-${vpc}-${i}`, VpcId: vpc,
      Associations: i === 0 ? [{ Main: true }] : random.chance(0.5) ? [{ Main: false, SubnetId: `subnet-${vpc}-0` }] : [],
      Routes: routes(random, vpc, `10.${v}.0.0/16`),
    }))),
    networkAcl: subnets.map((subnet) => ({ id: `acl-${subnet.id}`, NetworkAclId: `acl-${subnet.id}`, VpcId: subnet.VpcId, Associations: [{ SubnetId: subnet.id }], Entries: entries(random) })),
    prefixListEntries: LISTS.map((id) => ({ id, Entries: some(3, () => ({ Cidr: random.pick(BLOCKS[id === 'pl-3' ? 'ipv6' : 'ipv4']) })) })),
    managedPrefixList: LISTS.map((id) => ({ id, PrefixListId: id, AddressFamily: id === 'pl-3' ? 'IPv6' : 'IPv4' })),
    securityGroup: [0, 1, 2, 3].map((i) => ({ id: `sg-${i}`, GroupId: `sg-${i}`, VpcId: 'vpc-a', IpPermissions: some(4, () => permission(random)) })),
    networkInterface: subnets.map((subnet, i) => {
      const base = `10.${subnet.VpcId === 'vpc-a' ? 0 : 1}.${subnet.id.endsWith('0') ? 0 : 1}`;
      return {
        id: `eni-${i}`, NetworkInterfaceId: `eni-${i}`, InterfaceType: 'interface', Status: 'in-use', VpcId: subnet.VpcId, SubnetId: subnet.id, DenyAllIgwTraffic: random.chance(0.2),
        Groups: [...new Set([random.below(4), random.below(4)])].map((g) => ({ GroupId: `sg-${g}` })), Attachment: { InstanceId: `i-${i}`, DeviceIndex: 0 }, PrivateIpAddress: `${base}.10`,
        PrivateIpAddresses: [
          { Primary: true, PrivateIpAddress: `${base}.10`, ...(random.chance(0.6) ? { Association: { PublicIp: `198.51.100.${100 + i}` } } : {}) },
          { Primary: false, PrivateIpAddress: `${base}.11`, ...(random.chance(0.3) ? { Association: { PublicIp: `198.51.100.${200 + i}` } } : {}) },
        ],
        Ipv6Addresses: random.chance(0.7) ? [{ Ipv6Address: random.chance(0.85) ? `2001:db8:aaaa::${i + 1}` : `fd00::${i + 1}` }] : [],
      };
    }),
  });
}

function routes(random: Random, vpc: string, local: string): Route[] {
  const target = (): Partial<Route> => random.pick<Partial<Route>>([
    { GatewayId: `igw-${vpc}` }, { GatewayId: `igw-${vpc}` }, { GatewayId: `igw-${vpc}` }, { GatewayId: `igw-${vpc}`, State: 'blackhole' },
    { NatGatewayId: 'nat-1' }, { EgressOnlyInternetGatewayId: 'eigw-1' }, { GatewayId: 'vgw-1', Origin: 'EnableVgwRoutePropagation' }, { TransitGatewayId: 'tgw-1' },
  ]);
  const chosen = (all: readonly string[], most: number) => [...new Set(Array.from({ length: random.below(most + 1) }, () => random.pick(all)))];
  return [
    { DestinationCidrBlock: local, GatewayId: 'local', State: 'active' },
    ...chosen(BLOCKS.ipv4, 5).map((block): Route => ({ State: 'active', DestinationCidrBlock: block, ...target() })),
    ...chosen(BLOCKS.ipv6, 4).map((block): Route => ({ State: 'active', DestinationIpv6CidrBlock: block, ...target() })),
    ...(random.chance(0.3) ? [{ State: 'active', DestinationPrefixListId: random.pick(['pl-1', 'pl-3']), ...target() } as Route] : []),
  ];
}

function entries(random: Random): Entry[] {
  const open = random.chance(0.3);
  return [false, true].flatMap((Egress) => {
    const drawn = Array.from({ length: random.below(6) }, (_, i) => entry(random, Egress, 10 * (i + 1)));
    const rest = open || random.chance(0.5) ? [
      { RuleNumber: 1000, Egress, Protocol: '-1', RuleAction: 'allow', CidrBlock: '0.0.0.0/0' }, { RuleNumber: 1001, Egress, Protocol: '-1', RuleAction: 'allow', Ipv6CidrBlock: '::/0' },
    ] : [];
    // Out of order on purpose: the number counts, not the place.
    return [...(open ? [] : drawn), ...rest].reverse();
  });
}

function entry(random: Random, Egress: boolean, RuleNumber: number): Entry {
  const Protocol = random.pick(ACL_PROTOCOLS);
  const [From, To] = range(random);
  const ipv4 = random.chance(0.6);
  return {
    RuleNumber, Egress, Protocol, RuleAction: random.pick(['allow', 'allow', 'deny']),
    ...(ipv4 ? { CidrBlock: random.pick(BLOCKS.ipv4) } : { Ipv6CidrBlock: random.pick(BLOCKS.ipv6) }),
    ...(Protocol === '6' || Protocol === '17' ? { PortRange: { From, To } } : {}),
    ...(Protocol === '1' || Protocol === '58' ? { IcmpTypeCode: { Type: random.chance(0.3) ? -1 : random.pick(ICMP_TYPES), Code: random.pick([-1, 0, 4]) } } : {}),
  };
}

function permission(random: Random): Permission {
  const IpProtocol = random.pick(PROTOCOLS);
  const [FromPort, ToPort] = IpProtocol.startsWith('icmp') ? [random.pick([-1, ...ICMP_TYPES]), random.pick([-1, 0])] : range(random);
  return {
    IpProtocol, ...(IpProtocol === '-1' ? {} : { FromPort, ToPort: FromPort === -1 ? -1 : ToPort }),
    IpRanges: random.chance(0.6) ? [{ CidrIp: random.pick(BLOCKS.ipv4) }, { CidrIp: random.pick(BLOCKS.ipv4) }] : [],
    Ipv6Ranges: random.chance(0.5) ? [{ CidrIpv6: random.pick(BLOCKS.ipv6) }] : [],
    PrefixListIds: random.chance(0.2) ? [{ PrefixListId: random.pick(LISTS) }] : [],
    UserIdGroupPairs: random.chance(0.2) ? [{ GroupId: 'sg-1', UserId: ACCOUNT }] : [],
  };
}

function range(random: Random): [number, number] {
  const [a, b] = [random.pick(PORTS), random.pick(PORTS)];
  return a < b ? [a, b] : [b, a];
}
