import ipaddr from 'ipaddr.js';
import type { Estate, ResourceOf } from '../../src/model/index.ts';

/**
 * One packet at a time, by the AWS user guides and nothing else: no sets, no sharing, no code of src/network. What the analysis says
 * of sets of clients must hold for every packet that is put here.
 */
export interface Packet {
  readonly family: 'ipv4' | 'ipv6';
  readonly client: string;
  /** IANA number. */
  readonly protocol: number;
  /** TCP or UDP port of the server. */
  readonly port: number;
  readonly icmp: { readonly type: number; readonly code: number };
}

export interface Knock {
  readonly eni: ResourceOf<'networkInterface'>;
  /** The public IPv4 address, or the IPv6 address, that the client uses; undefined for an interface that has no public IPv4. */
  readonly address: string | undefined;
}

/** Each gate by itself; `acl` for one port of the client's own. */
export interface GateAnswers {
  readonly account: boolean;
  readonly address: boolean;
  readonly route: boolean;
  readonly group: boolean;
  acl(clientPort: number): boolean;
}

export function evaluate(estate: Estate, { eni, address }: Knock, packet: Packet): GateAnswers {
  return {
    account: accountLetsIn(estate, eni),
    address: address !== undefined && (packet.family === 'ipv4' || (matches('2000::/3', address) && eni.DenyAllIgwTraffic !== true)),
    route: routeOf(estate, eni, packet),
    group: (eni.Groups ?? []).some(({ GroupId }) => estate.resources.securityGroup?.some((group) => group.id === GroupId && groupLetsIn(estate, group, packet))),
    acl: (clientPort) => aclLetsThrough(estate, eni, packet, clientPort),
  };
}

function accountLetsIn(estate: Estate, eni: ResourceOf<'networkInterface'>): boolean {
  if (estate.resources.vpcBlockPublicAccessOptions?.[0]?.InternetGatewayBlockMode === 'off') return true;
  return (estate.resources.vpcBlockPublicAccessExclusion ?? []).some((exclusion) => {
    const id = exclusion.ResourceArn?.split('/').at(-1);
    return exclusion.State === 'create-complete' && exclusion.InternetGatewayExclusionMode === 'allow-bidirectional' && (id === eni.SubnetId || id === eni.VpcId);
  });
}

function routeOf(estate: Estate, eni: ResourceOf<'networkInterface'>, packet: Packet): boolean {
  const tables = estate.resources.routeTable ?? [];
  const table = tables.find((t) => t.Associations?.some((a) => a.SubnetId === eni.SubnetId))
    ?? tables.find((t) => t.VpcId === eni.VpcId && t.Associations?.some((a) => a.Main));
  let best: { length: number; rank: number; open: boolean } | undefined;
  for (const route of table?.Routes ?? []) {
    const blocks = route.DestinationPrefixListId === undefined
      ? [route.DestinationCidrBlock ?? route.DestinationIpv6CidrBlock ?? '']
      : listEntries(estate, route.DestinationPrefixListId);
    const rank = route.GatewayId === 'local' ? 3 : route.Origin === 'EnableVgwRoutePropagation' ? 0 : route.DestinationPrefixListId === undefined ? 2 : 1;
    for (const block of blocks) {
      if (!matches(block, packet.client)) continue;
      const length = Number(block.split('/')[1]);
      if (best && (best.length > length || (best.length === length && best.rank > rank))) continue;
      const gateway = estate.resources.internetGateway?.find((igw) => igw.id === route.GatewayId);
      const attached = gateway?.Attachments?.some((a) => a.VpcId === eni.VpcId && a.State === 'available') ?? false;
      best = { length, rank, open: attached && route.State === 'active' };
    }
  }
  return best?.open ?? false;
}

function aclLetsThrough(estate: Estate, eni: ResourceOf<'networkInterface'>, packet: Packet, clientPort: number): boolean {
  const acl = estate.resources.networkAcl?.find((a) => a.Associations?.some((s) => s.SubnetId === eni.SubnetId));
  if (!acl || !firstMatch(acl, false, packet, packet.port, packet.icmp)) return false;
  if (packet.protocol === 1 && packet.family === 'ipv4') {
    const reply = { 8: 0, 13: 14, 15: 16, 17: 18 }[packet.icmp.type];
    return reply === undefined || firstMatch(acl, true, packet, 0, { type: reply, code: 0 });
  }
  if (packet.protocol === 58 && packet.family === 'ipv6') {
    const reply = { 128: 129, 139: 140 }[packet.icmp.type];
    return reply === undefined || firstMatch(acl, true, packet, 0, { type: reply, code: 0 });
  }
  return firstMatch(acl, true, packet, clientPort, packet.icmp);
}

function firstMatch(acl: ResourceOf<'networkAcl'>, egress: boolean, packet: Packet, port: number, icmp: Packet['icmp']): boolean {
  const rules = (acl.Entries ?? []).filter((rule) => rule.Egress === egress).sort((a, b) => (a.RuleNumber ?? 0) - (b.RuleNumber ?? 0));
  for (const rule of rules) {
    const block = packet.family === 'ipv4' ? rule.CidrBlock : rule.Ipv6CidrBlock;
    if (block === undefined || !matches(block, packet.client)) continue;
    if (rule.Protocol !== '-1' && Number(rule.Protocol) !== packet.protocol) continue;
    if (rule.Protocol === '6' || rule.Protocol === '17') {
      if (rule.PortRange && (port < (rule.PortRange.From ?? 0) || port > (rule.PortRange.To ?? 0))) continue;
    }
    if (rule.IcmpTypeCode && rule.Protocol === (packet.family === 'ipv4' ? '1' : '58')) {
      const { Type, Code } = rule.IcmpTypeCode;
      if (Type !== -1 && Type !== icmp.type) continue;
      if (Type !== -1 && Code !== -1 && Code !== icmp.code) continue;
    }
    return rule.RuleAction === 'allow';
  }
  return false;
}

function groupLetsIn(estate: Estate, group: ResourceOf<'securityGroup'>, packet: Packet): boolean {
  return (group.IpPermissions ?? []).some((permission) => {
    const blocks = [
      ...(packet.family === 'ipv4' ? permission.IpRanges?.map((r) => r.CidrIp ?? '') : permission.Ipv6Ranges?.map((r) => r.CidrIpv6 ?? '')) ?? [],
      ...(permission.PrefixListIds ?? []).flatMap((list) => listEntries(estate, list.PrefixListId ?? '')),
    ];
    if (!blocks.some((block) => matches(block, packet.client))) return false;
    const number = { '-1': -1, tcp: 6, udp: 17, icmp: 1, icmpv6: 58 }[permission.IpProtocol ?? ''] ?? Number(permission.IpProtocol);
    if (number === -1) return true;
    if (number !== packet.protocol) return false;
    const { FromPort = -1, ToPort = -1 } = permission;
    if (number === 6 || number === 17) return FromPort === -1 || (FromPort <= packet.port && packet.port <= ToPort);
    if (number === (packet.family === 'ipv4' ? 1 : 58)) return FromPort === -1 || (FromPort === packet.icmp.type && (ToPort === -1 || ToPort === packet.icmp.code));
    return true;
  });
}

function listEntries(estate: Estate, id: string): string[] {
  return (estate.resources.prefixListEntries ?? []).find((list) => list.id === id)?.Entries.map((entry) => entry.Cidr ?? '') ?? [];
}

const blocks = new Map<string, ReturnType<typeof ipaddr.parseCIDR>>();
const addresses = new Map<string, ReturnType<typeof ipaddr.parse>>();

/** Whether an address is in a block of its own family. */
export function matches(block: string, address: string): boolean {
  const parsedBlock = blocks.get(block) ?? ipaddr.parseCIDR(block);
  blocks.set(block, parsedBlock);
  const parsed = addresses.get(address) ?? ipaddr.parse(address);
  addresses.set(address, parsed);
  return parsed.kind() === parsedBlock[0].kind() && parsed.match(parsedBlock);
}
