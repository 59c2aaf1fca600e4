import type { Evidence } from '../model/index.ts';
import { wellArchitected } from './controls.ts';
import { isTerminated, TERMINATED } from './facts/instance-life.ts';
import { elasticAddressesOf } from './facts/public-addresses.ts';
import { defineRule, fail, pass, undecided } from './rule.ts';

/** Clients or partners know the machine itself: by a fixed address, or by a name that points straight at it. */
export const instanceIsPublicIdentity = defineRule({
  id: 'instance-is-public-identity',
  code: 'M14',
  title: 'No client depends on the address of an instance',
  severity: 'high',
  subject: 'instance',
  needs: ['address'],
  wants: ['recordSet', 'networkInterface'],
  controls: wellArchitected('REL02-BP01'),
  why: 'Traffic can only be moved where it passes something that can be pointed elsewhere. And partners may have put the address on their own allow-lists, inbound or outbound: such a contract moves slowly.',
  remediation: {
    summary: 'Put a load balancer in front and alias the name to it; keep an address that partners allow-list by moving it to an NLB (inbound) or a NAT gateway (outbound).',
    command: 'aws route53 change-resource-record-sets --hosted-zone-id <hosted-zone-id> --change-batch file://<change-file>',
    cost: 'About USD 16 per month and usage for a load balancer, USD 33 and usage for a NAT gateway; two to five days, and weeks of waiting for partners.',
    interrupts: 'brief',
  },
  phase: 'decouple',
  sources: [
    'https://docs.aws.amazon.com/wellarchitected/latest/framework/rel_planning_network_topology_ha_conn_users.html',
    'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/routing-to-elb-load-balancer.html',
  ],
  judge(instance, context) {
    if (isTerminated(instance)) return TERMINATED;
    const elastic = elasticAddressesOf(instance, context);
    const addresses = new Set<string>(elastic.flatMap(({ PublicIp }) => PublicIp ?? []));
    if (instance.PublicIpAddress !== undefined) addresses.add(instance.PublicIpAddress);
    for (const { NetworkInterfaceId } of instance.NetworkInterfaces ?? []) {
      const found = NetworkInterfaceId === undefined ? undefined : context.get('networkInterface', NetworkInterfaceId);
      for (const { Association } of found?.PrivateIpAddresses ?? []) if (Association?.PublicIp !== undefined) addresses.add(Association.PublicIp);
      for (const { Ipv6Address } of found?.Ipv6Addresses ?? []) if (Ipv6Address !== undefined) addresses.add(Ipv6Address);
    }
    const seen: Evidence[] = elastic.map(({ PublicIp, id }) => ({ text: `holds the Elastic IP address ${PublicIp ?? id}`, basis: 'configuration' }));
    for (const ip of [...addresses].sort()) {
      for (const record of context.where('recordSet', 'value', ({ ResourceRecords }) => (ResourceRecords ?? []).map(({ Value }) => Value), ip)) {
        seen.push({ text: `the ${record.Type ?? ''} record ${record.Name ?? record.id} points at ${ip}`, basis: 'configuration', resourceId: record.id });
      }
    }
    if (seen.length > 0) return fail(...seen);
    if (addresses.size === 0) return pass();
    const records = context.completeness('recordSet');
    return records.state === 'complete' ? pass() : undecided(`it has a public address, and whether a name points at it is not known: ${records.reason}`);
  },
});
