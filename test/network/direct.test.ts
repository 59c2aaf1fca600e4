import { describe, expect, test } from 'vitest';
import type { Estate, Exposure } from '../../src/model/index.ts';
import { analyseNetwork } from '../../src/network/index.ts';
import * as acls from './fixtures/acls.ts';
import * as addresses from './fixtures/addresses.ts';
import { estateOf, OPEN_VPC } from './fixtures/estate.ts';
import * as groups from './fixtures/groups.ts';
import * as routes from './fixtures/routes.ts';

/**
 * A /24 cut out of the world leaves 24 blocks, of which 224.0.0.0/3 is no client's: 23.
 * `protocol ports verdict [closed gates] from sources` of every row, in order.
 */
function rows(estate: Estate): string[] {
  return analyseNetwork(estate).exposures.map(say);
}

function say(row: Exposure): string {
  const ports = row.protocolNumbers ?? row.icmpTypes ?? (row.fromPort === row.toPort ? row.fromPort : `${row.fromPort}-${row.toPort}`);
  return `${row.address} ${row.protocol} ${ports}: ${row.verdict} [${row.closedGates.join(' ')}] ${row.sources.length > 4 ? `${row.sources.length} blocks` : row.sources.join(' ')}`.trim();
}

const IPV4 = '198.51.100.10 tcp 22:';
const IPV6 = '2001:db8:a::10 tcp 22:';

test('the open VPC: one row, as contracted', () => {
  const insight = analyseNetwork(estateOf(OPEN_VPC));
  expect(insight.subnets).toEqual([expect.objectContaining({ subnetId: 'subnet-a', kind: 'public', routeTableId: 'rtb-a' })]);
  expect(insight.exposures).toEqual([{
    resourceId: 'i-a', networkInterfaceId: 'eni-a', address: '198.51.100.10', privateAddress: '10.0.0.10', family: 'ipv4',
    protocol: 'tcp', fromPort: 22, toPort: 22, sources: ['0.0.0.0/0'], verdict: 'exposed', closedGates: [], via: 'direct',
  }]);
});

describe('routes', () => {
  test.for<[string, Estate, string, string]>([
    ['the main table of its own VPC, not of another', routes.implicitMain, `${IPV4} latent [route] 0.0.0.0/0`, 'private'],
    ['an explicit private table', routes.explicitPrivate, `${IPV4} latent [route] 0.0.0.0/0`, 'isolated'],
    ['two halves are the world', routes.splitHalves, `${IPV4} exposed [] 0.0.0.0/0`, 'public'],
    ['a route for one office', routes.officeRoute, `${IPV4} exposed-restricted [] 203.0.113.7/32`, 'public'],
    ['a prefix list to the gateway', routes.byPrefixList, `${IPV4} exposed-restricted [] 203.0.113.0/24`, 'public'],
    ['a blackhole', routes.blackhole, `${IPV4} latent [route] 0.0.0.0/0`, 'isolated'],
    ['a detached gateway', routes.detached, `${IPV4} latent [route] 0.0.0.0/0`, 'isolated'],
    ['a gateway that is gone and yet active', routes.goneGateway, `${IPV4} unknown [] 0.0.0.0/0`, 'unknown'],
    ['the VPN takes a block out of the world', routes.vpnCutsOut, `${IPV4} exposed [] 23 blocks`, 'public'],
    ['a list of unknown entries may take anyone out', routes.unknownPrefixListRoute, `${IPV4} unknown [] 0.0.0.0/0`, 'unknown'],
    ['a gateway endpoint\'s list takes none but the service', routes.gatewayEndpoint, `${IPV4} exposed [] 0.0.0.0/0`, 'public'],
    ['tables denied', routes.deniedTables, `${IPV4} unknown [] 0.0.0.0/0`, 'unknown'],
  ])('%s', ([, estate, row, kind]) => {
    expect(rows(estate)).toEqual([row]);
    expect(analyseNetwork(estate).subnets.find((subnet) => subnet.subnetId === 'subnet-a')?.kind).toBe(kind);
  });

  test.for<[string, Estate]>([['an egress-only gateway', routes.egressOnly], ['0.0.0.0/0 does not imply ::/0', routes.ipv4RouteOnly]])('%s', ([, estate]) => {
    expect(rows(estate)).toContain(`${IPV6} latent [route] ::/0`);
  });

  test('an edge route table: through the middlebox, with less confidence', () => {
    const [row] = analyseNetwork(routes.edgeTable).exposures;
    expect(row).toMatchObject({ verdict: 'exposed', confidence: 0.5, notes: [expect.stringContaining('vpce-fw')] });
  });

  test('what is cut out is not among the sources', () => {
    expect(analyseNetwork(routes.vpnCutsOut).exposures[0]?.sources).not.toContain('203.0.113.0/24');
  });
});

describe('network ACLs', () => {
  test.for<[string, Estate, string]>([
    ['an earlier deny leaves the rest', acls.orderedDeny, `${IPV4} exposed [] 23 blocks`],
    ['a later deny is never asked', acls.lateDeny, `${IPV4} exposed [] 0.0.0.0/0`],
    ['only the office', acls.onlyOffice, `${IPV4} exposed-restricted [] 203.0.113.0/24`],
    ['no way back', acls.noReply, `${IPV4} latent [acl] 0.0.0.0/0`],
    ['a way back to some clients\' ports', acls.partReply, `${IPV4} exposed-partial [] 0.0.0.0/0`],
    ['two rules of one number', acls.sameNumber, `${IPV4} unknown [] 0.0.0.0/0`],
    ['a rule that cannot be read', acls.unreadable, `${IPV4} unknown [] 0.0.0.0/0`],
    ['denied', acls.denied, `${IPV4} unknown [] 0.0.0.0/0`],
  ])('%s', ([, estate, row]) => {
    expect(rows(estate)).toEqual([row]);
  });

  test.for<[string, Estate, string]>([
    ['the action that was denied', acls.denied, 'ec2:DescribeNetworkAcls was denied'],
    ['the number that occurs twice', acls.sameNumber, 'acl-a: two rules numbered 100 disagree'],
    ['the rule that cannot be read', acls.unreadable, 'acl-a: ingress rule 90 cannot be read'],
  ])('unknown names %s', ([, estate, missing]) => {
    expect(analyseNetwork(estate).exposures[0]?.missing).toEqual([missing]);
  });
});

describe('security groups', () => {
  test.for<[string, Estate, string[]]>([
    ['a prefix list', groups.byList, [`${IPV4} exposed-restricted [] 203.0.113.0/24`]],
    ['a list of unknown entries', groups.byUnknownList, [`${IPV4} unknown [] 0.0.0.0/0`]],
    ['an unknown list where everybody may anyway', groups.unknownListNoMatter, [`${IPV4} exposed [] 0.0.0.0/0`]],
    ['protocol 50 is not TCP', groups.protocol50, ['198.51.100.10 all 50: exposed [] 0.0.0.0/0']],
    ['ICMP echo only', groups.icmpOnly, ['198.51.100.10 icmp 8: exposed [] 0.0.0.0/0']],
    ['every protocol is one row', groups.everyProtocol, ['198.51.100.10 all 0-65535: exposed [] 0.0.0.0/0']],
    ['adjacent ranges of equal sources are one row', groups.adjacentRanges, ['198.51.100.10 tcp 8000-8100: exposed [] 0.0.0.0/0']],
    ['a reference admits no internet client', groups.missingReference, ['198.51.100.10 all 0-65535: not-exposed [group]']],
    ['a block that cannot be read', groups.unreadableBlock, [`${IPV4} unknown [] 0.0.0.0/0`]],
    ['a group that is not there', groups.missingGroup, ['198.51.100.10 all 0-65535: unknown [] 0.0.0.0/0']],
    ['groups denied', groups.deniedGroups, ['198.51.100.10 all 0-65535: unknown [] 0.0.0.0/0']],
  ])('%s', ([, estate, expected]) => {
    expect(rows(estate)).toEqual(expected);
  });

  test('unknown names the list', () => {
    expect(analyseNetwork(groups.byUnknownList).exposures[0]?.missing).toEqual([expect.stringContaining('pl-unknown')]);
  });
});

describe('addresses', () => {
  test.for<[string, Estate, string[]]>([
    ['no public address', addresses.noPublicAddress, ['10.0.0.10 tcp 22: latent [address] 0.0.0.0/0']],
    ['an elastic address on a secondary private one of the second interface', addresses.secondInterface, ['10.0.0.10 tcp 22: latent [address] 0.0.0.0/0', '198.51.100.21 tcp 22: exposed [] 0.0.0.0/0']],
    ['IPv6 only', addresses.ipv6Only, ['10.0.0.10 tcp 22: latent [address] 0.0.0.0/0', `${IPV6} exposed [] ::/0`]],
    ['a delegated IPv6 prefix', addresses.ipv6Prefix, ['10.0.0.10 tcp 22: latent [address] 0.0.0.0/0', '2001:db8:a:0:1::/80 tcp 22: exposed [] ::/0']],
    ['DenyAllIgwTraffic', addresses.deniesGateway, ['10.0.0.10 tcp 22: latent [address] 0.0.0.0/0', `${IPV6} latent [address] ::/0`]],
    ['a unique local address', addresses.uniqueLocal, ['10.0.0.10 tcp 22: latent [address] 0.0.0.0/0', 'fd00::10 tcp 22: latent [address] ::/0']],
    ['an address outside its subnet', addresses.outsideSubnet, [`${IPV4} unknown [] 0.0.0.0/0`]],
    ['a carrier address is not an internet address', addresses.carrier, ['10.0.0.10 tcp 22: latent [address] 0.0.0.0/0']],
    ['a stopped instance keeps its elastic address', addresses.stopped, [`${IPV4} latent [address] 0.0.0.0/0`]],
    ['a NAT gateway takes nothing unasked', addresses.natGateway, []],
    ['interfaces denied, instances tell', addresses.interfacesDenied, [`${IPV4} exposed [] 0.0.0.0/0`]],
    ['interfaces denied, instances do not tell', addresses.bareInstances, ['10.0.0.10 tcp 22: unknown [] 0.0.0.0/0']],
  ])('%s', ([, estate, expected]) => {
    expect(rows(estate)).toEqual(expected);
  });
});

describe('block public access', () => {
  test.for<[string, Estate, string]>([
    ['on', addresses.accountBlocks, `${IPV4} latent [account] 0.0.0.0/0`],
    ['lifted for the subnet', addresses.accountExcludes, `${IPV4} exposed [] 0.0.0.0/0`],
    ['lifted for egress only', addresses.accountExcludesEgress, `${IPV4} latent [account] 0.0.0.0/0`],
    ['an exclusion on its way out', addresses.exclusionChanging, `${IPV4} unknown [] 0.0.0.0/0`],
    ['denied', addresses.accountDenied, `${IPV4} unknown [] 0.0.0.0/0`],
    ['not in this partition', addresses.accountUnsupported, `${IPV4} exposed [] 0.0.0.0/0`],
    ['told by the subnet', addresses.accountBySubnet, `${IPV4} exposed [] 0.0.0.0/0`],
  ])('%s', ([, estate, row]) => {
    expect(rows(estate)).toEqual([row]);
  });
});

test('an empty estate and an empty VPC give nothing and do not fail', () => {
  expect(rows(estateOf({}))).toEqual([]);
  expect(rows(estateOf({ vpc: OPEN_VPC.vpc }))).toEqual([]);
});
