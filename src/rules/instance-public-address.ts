import ipaddr from 'ipaddr.js';
import { securityHub, wellArchitected } from './controls.ts';
import { defineRule, fail, notApplicable, pass } from './rule.ts';

/** Every address of every interface, IPv6 included; whether a group lets anybody in is for the exposure rules. */
export const instancePublicAddress = defineRule({
  id: 'instance-public-address',
  code: 'X04',
  title: 'Instances have no public address',
  severity: 'medium',
  subject: 'instance',
  needs: ['networkInterface'],
  controls: [...securityHub('EC2.9'), ...wellArchitected('SEC05-BP01')],
  why: 'Partners may have allow-listed the address, and clients may have stored it: it is an external contract that the cut-over must keep or renegotiate.',
  remediation: {
    summary: 'Put the instance behind a load balancer and its outbound traffic behind a NAT gateway, then launch its successor in a private subnet; an Elastic IP is released from it.',
    command: 'aws ec2 disassociate-address --association-id <association-id>',
    cost: 'Saves USD 0.005 per hour for each public IPv4 address; a NAT gateway costs from USD 0.045 per hour and GB, depending on the region.',
    interrupts: 'yes',
  },
  phase: 'decouple',
  sources: [
    'https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-9',
    'https://aws.amazon.com/vpc/pricing/',
  ],
  judge(instance, context) {
    if (instance.State?.Name === 'terminated') return notApplicable('the instance is terminated');
    const addresses: string[] = [];
    for (const eni of context.where('networkInterface', 'instance', (row) => [row.Attachment?.InstanceId], instance.id)) {
      for (const row of eni.PrivateIpAddresses ?? []) if (row.Association?.PublicIp !== undefined) addresses.push(`${row.Association.PublicIp} on ${eni.id}`);
      if (eni.DenyAllIgwTraffic === true) continue;
      for (const row of eni.Ipv6Addresses ?? []) if (isGlobal(row.Ipv6Address)) addresses.push(`${row.Ipv6Address} on ${eni.id}`);
      for (const row of eni.Ipv6Prefixes ?? []) if (isGlobal(row.Ipv6Prefix?.split('/')[0])) addresses.push(`prefix ${row.Ipv6Prefix} on ${eni.id}`);
    }
    if (addresses.length === 0) return pass();
    return fail(...addresses.map((address) => ({ text: `public address ${address}`, basis: 'configuration' as const })));
  },
});

/** In 2000::/3, the space of globally routed IPv6 addresses (RFC 4291). Unique local addresses are not. */
function isGlobal(address: string | undefined): boolean {
  if (address === undefined || !ipaddr.IPv6.isValid(address)) return false;
  return ipaddr.IPv6.parse(address).match(ipaddr.IPv6.parse('2000::'), 3);
}
