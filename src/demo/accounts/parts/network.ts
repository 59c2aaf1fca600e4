import type { JsonObject } from '../../json.ts';
import { tagList } from '../account-draft.ts';
import type { AccountDraft } from '../account-draft.ts';

export interface Group {
  readonly id: string;
  readonly name: string;
}

export interface GroupRule {
  /** `tcp`, `udp`, or `-1` for everything. */
  readonly protocol: string;
  readonly from?: number;
  readonly to?: number;
  readonly cidrs?: readonly { readonly cidr: string; readonly description?: string }[];
  readonly groups?: readonly string[];
}

/** Adds a security group with the default egress rule (everything); returns its id and name. */
export function addGroup(draft: AccountDraft, vpc: string, name: string, description: string, ingress: readonly GroupRule[], tags: Readonly<Record<string, string>> = {}): Group {
  const id = draft.id('sg', `${vpc}-${name}`);
  draft.add('ec2-describe-security-groups', 'SecurityGroups', {
    GroupId: id, GroupName: name, Description: description, OwnerId: draft.account, VpcId: vpc, Tags: tagList(tags),
    SecurityGroupArn: draft.arn('ec2', `security-group/${id}`),
    IpPermissions: ingress.map((rule) => permission(draft, rule)),
    IpPermissionsEgress: [permission(draft, { protocol: '-1', cidrs: [{ cidr: '0.0.0.0/0' }] })],
  });
  return { id, name };
}

function permission(draft: AccountDraft, rule: GroupRule): JsonObject {
  const ranges = rule.cidrs ?? [];
  const describe = (description: string | undefined): JsonObject => (description === undefined ? {} : { Description: description });
  return {
    IpProtocol: rule.protocol, ...(rule.from === undefined ? {} : { FromPort: rule.from, ToPort: rule.to ?? rule.from }),
    IpRanges: ranges.filter(({ cidr }) => !cidr.includes(':')).map(({ cidr, description }) => ({ CidrIp: cidr, ...describe(description) })),
    Ipv6Ranges: ranges.filter(({ cidr }) => cidr.includes(':')).map(({ cidr, description }) => ({ CidrIpv6: cidr, ...describe(description) })),
    PrefixListIds: [],
    UserIdGroupPairs: (rule.groups ?? []).map((GroupId) => ({ GroupId, UserId: draft.account })),
  };
}

export interface SubnetSpec {
  readonly vpc: string;
  readonly name: string;
  readonly cidr: string;
  readonly zone: string;
  readonly zoneId: string;
  readonly free: number;
  readonly tags?: Readonly<Record<string, string>>;
}

/** Adds a subnet that gives instances public addresses; returns its id. */
export function addSubnet(draft: AccountDraft, spec: SubnetSpec): string {
  const id = draft.id('subnet', spec.name);
  draft.add('ec2-describe-subnets', 'Subnets', {
    AvailabilityZoneId: spec.zoneId, MapCustomerOwnedIpOnLaunch: false, OwnerId: draft.account, AssignIpv6AddressOnCreation: false,
    Ipv6CidrBlockAssociationSet: [], Tags: tagList({ Name: spec.name, ...spec.tags }), SubnetArn: draft.arn('ec2', `subnet/${id}`), EnableDns64: false,
    Ipv6Native: false, PrivateDnsNameOptionsOnLaunch: { HostnameType: 'ip-name', EnableResourceNameDnsARecord: false, EnableResourceNameDnsAAAARecord: false },
    BlockPublicAccessStates: { InternetGatewayBlockMode: 'off' }, SubnetId: id, State: 'available', VpcId: spec.vpc, CidrBlock: spec.cidr,
    AvailableIpAddressCount: spec.free, AvailabilityZone: spec.zone, DefaultForAz: false, MapPublicIpOnLaunch: true,
  });
  return id;
}

/** Adds a route table with the local route, a default route, and its associations: `main`, or subnets by id. */
export function addRouteTable(draft: AccountDraft, spec: { vpc: string; name: string; cidr: string; gateway: string; main: boolean; subnets: readonly string[] }): string {
  const id = draft.id('rtb', spec.name);
  const associated = { State: 'associated' };
  draft.add('ec2-describe-route-tables', 'RouteTables', {
    Associations: [
      ...(spec.main ? [{ Main: true, RouteTableAssociationId: draft.id('rtbassoc', spec.name), RouteTableId: id, AssociationState: associated }] : []),
      ...spec.subnets.map((subnet) => ({ Main: false, RouteTableAssociationId: draft.id('rtbassoc', subnet), RouteTableId: id, SubnetId: subnet, AssociationState: associated })),
    ],
    PropagatingVgws: [], RouteTableId: id, OwnerId: draft.account, VpcId: spec.vpc, Tags: spec.main ? [] : tagList({ Name: spec.name }),
    Routes: [
      { DestinationCidrBlock: spec.cidr, GatewayId: 'local', Origin: 'CreateRouteTable', State: 'active' },
      { DestinationCidrBlock: '0.0.0.0/0', GatewayId: spec.gateway, Origin: 'CreateRoute', State: 'active' },
    ],
  });
  return id;
}

/** Adds a VPC with its DHCP defaults and internet gateway; returns both ids. */
export function addVpc(draft: AccountDraft, name: string, cidr: string, tags: Readonly<Record<string, string>> = {}): { vpc: string; gateway: string } {
  const vpc = draft.id('vpc', name);
  const gateway = draft.id('igw', name);
  draft.add('ec2-describe-vpcs', 'Vpcs', {
    OwnerId: draft.account, InstanceTenancy: 'default', VpcId: vpc, State: 'available', CidrBlock: cidr, DhcpOptionsId: draft.id('dopt', name), IsDefault: false,
    CidrBlockAssociationSet: [{ AssociationId: draft.id('vpc-cidr-assoc', name), CidrBlock: cidr, CidrBlockState: { State: 'associated' } }],
    BlockPublicAccessStates: { InternetGatewayBlockMode: 'off' }, Tags: tagList({ Name: name, ...tags }),
  });
  draft.add('ec2-describe-internet-gateways', 'InternetGateways', {
    Attachments: [{ State: 'available', VpcId: vpc }], InternetGatewayId: gateway, OwnerId: draft.account, Tags: tagList({ Name: name }),
  });
  return { vpc, gateway };
}

/** Adds the VPC's default network ACL: everything in, everything out. */
export function addDefaultNetworkAcl(draft: AccountDraft, vpc: string, subnets: readonly string[]): string {
  const id = draft.id('acl', vpc);
  const entries = [false, true].flatMap((Egress) => [
    { CidrBlock: '0.0.0.0/0', Egress, Protocol: '-1', RuleAction: 'allow', RuleNumber: 100 },
    { CidrBlock: '0.0.0.0/0', Egress, Protocol: '-1', RuleAction: 'deny', RuleNumber: 32767 },
  ]);
  draft.add('ec2-describe-network-acls', 'NetworkAcls', {
    NetworkAclId: id, VpcId: vpc, IsDefault: true, OwnerId: draft.account, Entries: entries, Tags: [],
    Associations: subnets.map((SubnetId) => ({ NetworkAclAssociationId: draft.id('aclassoc', SubnetId), NetworkAclId: id, SubnetId })),
  });
  return id;
}
