import type { Estate, Kind, ResourceOf } from '../../src/model/index.ts';
import { REGION } from './fixtures/estate.ts';

type Mutation = (estate: Estate) => Estate;
type Acl = ResourceOf<'networkAcl'>;

/** What an analysis would see if one gate, or one law of it, were broken. Each must be caught by packets. */
export const MUTATIONS: Readonly<Record<string, Mutation>> = {
  'account gate always open': (estate) => put(estate, 'vpcBlockPublicAccessOptions', (options) => ({ ...options, InternetGatewayBlockMode: 'off' })),
  'account gate always closed': (estate) => ({
    ...put(estate, 'vpcBlockPublicAccessOptions', (options) => ({ ...options, InternetGatewayBlockMode: 'block-bidirectional' })),
    resources: { ...put(estate, 'vpcBlockPublicAccessOptions', (options) => ({ ...options, InternetGatewayBlockMode: 'block-bidirectional' })).resources, vpcBlockPublicAccessExclusion: [] },
  }),
  'exclusions of egress count as both ways': (estate) => put(estate, 'vpcBlockPublicAccessExclusion', (exclusion) => ({ ...exclusion, InternetGatewayExclusionMode: 'allow-bidirectional' })),
  'DenyAllIgwTraffic ignored': (estate) => put(estate, 'networkInterface', (eni) => ({ ...eni, DenyAllIgwTraffic: false })),
  'unique local addresses taken for global ones': (estate) => estate.resources.networkInterface?.some((eni) => eni.Ipv6Addresses?.some((a) => a.Ipv6Address?.startsWith('fd')))
    ? put(estate, 'networkInterface', (eni) => ({ ...eni, DenyAllIgwTraffic: !eni.DenyAllIgwTraffic })) : estate,
  'only the primary private address counts': (estate) => put(estate, 'networkInterface', (eni) => ({ ...eni, PrivateIpAddresses: (eni.PrivateIpAddresses ?? []).filter((a) => a.Primary) })),
  'route gate always open': (estate) => put(estate, 'routeTable', (table) => ({
    ...table, Routes: [{ DestinationCidrBlock: '0.0.0.0/0', GatewayId: `igw-${table.VpcId ?? ''}`, State: 'active' }, { DestinationIpv6CidrBlock: '::/0', GatewayId: `igw-${table.VpcId ?? ''}`, State: 'active' }],
  })),
  'route gate always closed': (estate) => put(estate, 'routeTable', (table) => ({ ...table, Routes: [] })),
  'only literal default routes count': (estate) => put(estate, 'routeTable', (table) => ({
    ...table, Routes: (table.Routes ?? []).filter((r) => ['0.0.0.0/0', '::/0'].includes(r.DestinationCidrBlock ?? r.DestinationIpv6CidrBlock ?? '')),
  })),
  'blackholes carry traffic': (estate) => put(estate, 'routeTable', (table) => ({ ...table, Routes: (table.Routes ?? []).map((route) => ({ ...route, State: 'active' })) })),
  'detached gateways carry traffic': (estate) => put(estate, 'internetGateway', (igw) => ({ ...igw, Attachments: [{ VpcId: igw.id.replace('igw-', ''), State: 'available' }] })),
  'explicit associations ignored': (estate) => put(estate, 'routeTable', (table) => ({ ...table, Associations: (table.Associations ?? []).filter((a) => a.Main) })),
  'another VPC\'s main table': (estate) => put(estate, 'routeTable', (table) => ({ ...table, VpcId: table.VpcId === 'vpc-a' ? 'vpc-b' : 'vpc-a' })),
  'ACL gate always open': (estate) => put(estate, 'networkAcl', (acl) => ({ ...acl, Entries: [...allowAll(true), ...allowAll(false)] })),
  'ACL gate always closed': (estate) => put(estate, 'networkAcl', (acl) => ({ ...acl, Entries: [] })),
  'reply path ignored': (estate) => put(estate, 'networkAcl', (acl) => ({ ...acl, Entries: [...allowAll(true), ...(acl.Entries ?? []).filter((entry) => !entry.Egress)] })),
  'ACL rules in their listed order': (estate) => put(estate, 'networkAcl', (acl) => ({ ...acl, Entries: (acl.Entries ?? []).map((entry, i) => ({ ...entry, RuleNumber: i })) })),
  'ACL denies ignored': (estate) => put(estate, 'networkAcl', (acl) => ({ ...acl, Entries: (acl.Entries ?? []).filter((entry) => entry.RuleAction === 'allow') })),
  'group gate always open': (estate) => put(estate, 'securityGroup', (group) => ({ ...group, IpPermissions: [{ IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }], Ipv6Ranges: [{ CidrIpv6: '::/0' }] }] })),
  'group gate always closed': (estate) => put(estate, 'securityGroup', (group) => ({ ...group, IpPermissions: [] })),
  'only the first group counts': (estate) => put(estate, 'networkInterface', (eni) => ({ ...eni, Groups: eni.Groups?.slice(0, 1) })),
  'prefix lists ignored': (estate) => put(estate, 'prefixListEntries', (list) => ({ ...list, Entries: [] })),
  'only literal 0.0.0.0/0 counts in groups': (estate) => put(estate, 'securityGroup', (group) => ({
    ...group, IpPermissions: group.IpPermissions?.map((p) => ({ ...p, IpRanges: p.IpRanges?.filter((r) => r.CidrIp === '0.0.0.0/0') })),
  })),
  'any protocol number is all protocols': (estate) => put(estate, 'securityGroup', (group) => ({
    ...group, IpPermissions: group.IpPermissions?.map((p) => (p.IpProtocol === '50' ? { ...p, IpProtocol: '-1' } : p)),
  })),
};

function put<K extends Kind>(estate: Estate, kind: K, change: (resource: ResourceOf<K>) => ResourceOf<K>): Estate {
  const list: readonly ResourceOf<K>[] = estate.resources[kind] ?? [];
  return { ...estate, resources: { ...estate.resources, [kind]: list.map((resource) => change(resource)) } };
}

function allowAll(Egress: boolean): NonNullable<Acl['Entries']> {
  return [
    { RuleNumber: 1, Egress, Protocol: '-1', RuleAction: 'allow', CidrBlock: '0.0.0.0/0' },
    { RuleNumber: 2, Egress, Protocol: '-1', RuleAction: 'allow', Ipv6CidrBlock: '::/0' },
  ];
}

/** Data that a source may fail to give, and the estate without it. What is then still said must be true. */
export const LOSSES: Readonly<Record<string, Mutation>> = {
  'network ACLs denied': (estate) => lose(estate, 'networkAcl'),
  'route tables denied': (estate) => lose(estate, 'routeTable'),
  'security groups denied': (estate) => lose(estate, 'securityGroup'),
  'prefix list entries denied': (estate) => lose(estate, 'prefixListEntries'),
  'block public access denied': (estate) => lose(estate, 'vpcBlockPublicAccessOptions'),
  'exclusions denied': (estate) => lose(estate, 'vpcBlockPublicAccessExclusion'),
  // AWS itself marks a route to a detached gateway as a blackhole; that the drawn estates contradict it is to test the gateway's own word.
  'internet gateways denied': (estate) => {
    const detached = new Set(estate.resources.internetGateway?.filter((igw) => igw.Attachments?.length === 0).map((igw) => igw.id));
    return lose(put(estate, 'routeTable', (table) => ({ ...table, Routes: table.Routes?.map((route) => (detached.has(route.GatewayId ?? '') ? { ...route, State: 'blackhole' } : route)) })), 'internetGateway');
  },
  'subnets denied': (estate) => lose(estate, 'subnet'),
  'half of the groups': (estate) => partly(estate, 'securityGroup'),
  'half of the ACLs': (estate) => partly(estate, 'networkAcl'),
  'half of the tables': (estate) => partly(estate, 'routeTable'),
  'half of the lists': (estate) => partly(estate, 'prefixListEntries'),
  'one group block unreadable': (estate) => put(estate, 'securityGroup', (group) => ({
    ...group, IpPermissions: group.IpPermissions?.map((p, i) => (i === 0 ? { ...p, IpRanges: p.IpRanges?.map(() => ({ CidrIp: '300.0.0.0/8' })) } : p)),
  })),
  'ACL rule blocks unreadable': (estate) => put(estate, 'networkAcl', (acl) => ({ ...acl, Entries: acl.Entries?.map((e, i) => (i % 3 === 0 && e.CidrBlock !== undefined ? { ...e, CidrBlock: 'nonsense' } : e)) })),
};

function lose(estate: Estate, kind: Kind): Estate {
  return cover({ ...estate, resources: { ...estate.resources, [kind]: [] } }, kind, 'denied');
}

function partly(estate: Estate, kind: Kind): Estate {
  const half: Estate = { ...estate, resources: { ...estate.resources, [kind]: (estate.resources[kind] ?? []).filter((_, i) => i % 2 === 0) } };
  return cover(half, kind, 'partial');
}

function cover(estate: Estate, kind: Kind, outcome: 'denied' | 'partial'): Estate {
  const operations: Partial<Record<Kind, string>> = {
    networkAcl: 'DescribeNetworkAcls', routeTable: 'DescribeRouteTables', securityGroup: 'DescribeSecurityGroups', prefixListEntries: 'GetManagedPrefixListEntries', subnet: 'DescribeSubnets',
    vpcBlockPublicAccessOptions: 'DescribeVpcBlockPublicAccessOptions', vpcBlockPublicAccessExclusion: 'DescribeVpcBlockPublicAccessExclusions', internetGateway: 'DescribeInternetGateways',
  };
  return { ...estate, coverage: estate.coverage.map((entry) => (entry.region === REGION && entry.operation === operations[kind] ? { ...entry, outcome } : entry)) };
}
