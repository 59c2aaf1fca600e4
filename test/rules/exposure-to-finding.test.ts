import { expect, test } from 'vitest';
import type { Estate } from '../../src/model/index.ts';
import { analyseNetwork } from '../../src/network/index.ts';
import { adminPortExposed } from '../../src/rules/admin-port-exposed.ts';
import { publicSubnetInstance } from '../../src/rules/public-subnet-instance.ts';
import { estateOf, judgeOne, verdict, type EstateOptions, type Literals } from './case.ts';

/** One instance with SSH open to the world, in a subnet whose table sends everything to `gateway`. */
function estate(gateway: string, publicIp: string | undefined, options: EstateOptions = {}): Estate {
  const allow = (Egress: boolean) => ({ RuleNumber: 100, Protocol: '-1', RuleAction: 'allow', CidrBlock: '0.0.0.0/0', Egress });
  const there: Literals = {
    vpc: [{ id: 'vpc-1', VpcId: 'vpc-1', CidrBlock: '10.0.0.0/16' }],
    subnet: [{ id: 'subnet-1', SubnetId: 'subnet-1', VpcId: 'vpc-1', CidrBlock: '10.0.0.0/24' }],
    internetGateway: [{ id: 'igw-1', InternetGatewayId: 'igw-1', Attachments: [{ VpcId: 'vpc-1', State: 'available' }] }],
    routeTable: [{ id: 'rtb-1', RouteTableId: 'rtb-1', VpcId: 'vpc-1', Associations: [{ Main: true }], Routes: [{ DestinationCidrBlock: '0.0.0.0/0', State: 'active', ...(gateway.startsWith('igw-') ? { GatewayId: gateway } : { NatGatewayId: gateway }) }] }],
    networkAcl: [{ id: 'acl-1', NetworkAclId: 'acl-1', VpcId: 'vpc-1', IsDefault: true, Entries: [allow(false), allow(true)], Associations: [{ SubnetId: 'subnet-1' }] }],
    securityGroup: [{ id: 'sg-1', GroupId: 'sg-1', VpcId: 'vpc-1', IpPermissions: [{ IpProtocol: 'tcp', FromPort: 22, ToPort: 22, IpRanges: [{ CidrIp: '0.0.0.0/0' }] }] }],
    instance: [{ id: 'i-1', InstanceId: 'i-1', VpcId: 'vpc-1', SubnetId: 'subnet-1', State: { Name: 'running' } }],
    networkInterface: [{
      id: 'eni-1', NetworkInterfaceId: 'eni-1', VpcId: 'vpc-1', SubnetId: 'subnet-1', InterfaceType: 'interface', Groups: [{ GroupId: 'sg-1' }], Attachment: { InstanceId: 'i-1' },
      PrivateIpAddresses: [{ Primary: true, PrivateIpAddress: '10.0.0.5', Association: publicIp === undefined ? undefined : { PublicIp: publicIp } }],
    }],
    vpcBlockPublicAccessOptions: [{ id: 'eu-west-1', InternetGatewayBlockMode: 'off' }],
  };
  const kept = Object.fromEntries(Object.entries(there).filter(([kind]) => !(options.denied as readonly string[] | undefined)?.includes(kind)));
  return estateOf(kept, options);
}

test.each<[string, Estate, string, string]>([
  ['an internet gateway and a public address', estate('igw-1', '203.0.113.10'), 'fail critical', 'fail medium'],
  ['an internet gateway, no public address', estate('igw-1', undefined), 'fail medium', 'fail medium'],
  ['a NAT gateway', estate('nat-1', '203.0.113.10'), 'fail medium', 'pass'],
  ['route tables denied', estate('igw-1', '203.0.113.10', { denied: ['routeTable'] }), 'unknown', 'unknown'],
  ['ACLs denied', estate('igw-1', '203.0.113.10', { denied: ['networkAcl'] }), 'unknown', 'fail medium'],
  ['interfaces denied', estate('igw-1', '203.0.113.10', { denied: ['networkInterface'] }), 'unknown', 'fail medium'],
])('from the network\'s own rows: %s', (_, there, ssh, subnet) => {
  const insight = analyseNetwork(there);
  expect(verdict(judgeOne(adminPortExposed, there, 'sg-1', { insight }))).toBe(ssh);
  expect(verdict(judgeOne(publicSubnetInstance, there, 'i-1', { insight }))).toBe(subnet);
});
