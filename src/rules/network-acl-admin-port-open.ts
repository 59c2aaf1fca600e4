import type { ResourceOf } from '../model/index.ts';
import { cis, securityHub, wellArchitected } from './controls.ts';
import { defineRule, fail, pass } from './rule.ts';
import { breadthOf } from './source-breadth.ts';

/** SSH and RDP, as EC2.21 has it. */
const PORTS: readonly number[] = [22, 3389];

type Entry = NonNullable<ResourceOf<'networkAcl'>['Entries']>[number];

/**
 * Context, never a risk of its own where a security group closes the port: so info. Entries are walked in order; an allow counts
 * for what earlier denies have not taken whole (a deny of the same or a larger source).
 */
export const networkAclAdminPortOpen = defineRule({
  id: 'network-acl-admin-port-open',
  code: 'X06',
  title: 'Network ACLs admit no SSH or RDP from the internet',
  severity: 'info',
  subject: 'networkAcl',
  needs: [],
  controls: [...securityHub('EC2.21'), ...cis('6.2'), ...wellArchitected('SEC05-BP02')],
  why: 'Network ACLs are often forgotten when the new VPC is drawn; this one closes nothing that the groups leave open.',
  remediation: {
    summary: 'Deny the port ahead of the entry that admits it, or narrow that entry.',
    command: 'aws ec2 create-network-acl-entry --network-acl-id <network-acl-id> --ingress --rule-number <number-below-the-allow> --protocol 6 --port-range From=22,To=22 --cidr-block 0.0.0.0/0 --rule-action deny',
    cost: 'No charge; check the flow logs for accepted traffic on the port first.',
    interrupts: 'brief',
  },
  phase: 'migrate',
  sources: [
    'https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-21',
    'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html',
  ],
  judge(acl) {
    const ingress = (acl.Entries ?? []).filter((entry) => entry.Egress === false).sort((a, b) => (a.RuleNumber ?? 0) - (b.RuleNumber ?? 0));
    const open = PORTS.flatMap((port) => {
      const allows = admittedFrom(ingress, port);
      return breadthOf(allows.map(cidrOf)) === 'private' ? [] : [{ port, allows }];
    });
    if (open.length === 0) return pass();
    return fail(...open.map(({ port, allows }) => ({
      text: `admits tcp ${port} from ${allows.map((entry) => `${cidrOf(entry)} (rule ${entry.RuleNumber ?? '?'})`).join(', ')}`, basis: 'configuration' as const,
    })));
  },
});

/** The entries that admit a port, in order, up to where a deny takes everything. */
function admittedFrom(ingress: readonly Entry[], port: number): Entry[] {
  const admitted: Entry[] = [];
  const denied = new Set<string>();
  for (const entry of ingress) {
    if (!matches(entry, port)) continue;
    const cidr = cidrOf(entry);
    const family = cidr.includes(':') ? '::/0' : '0.0.0.0/0';
    if (denied.has(cidr) || denied.has(family)) continue;
    if (entry.RuleAction === 'deny') denied.add(cidr);
    else admitted.push(entry);
  }
  return admitted;
}

function matches(entry: Entry, port: number): boolean {
  if (entry.Protocol === '-1') return true;
  if (entry.Protocol !== '6') return false;
  return port >= (entry.PortRange?.From ?? 0) && port <= (entry.PortRange?.To ?? 65_535);
}

function cidrOf(entry: Entry): string {
  return entry.CidrBlock ?? entry.Ipv6CidrBlock ?? '';
}
