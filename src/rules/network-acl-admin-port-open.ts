import type { ResourceOf } from '../model/index.ts';
import { FAMILIES, parseCidr, type Family } from '../network/cidr.ts';
import { cidrSet, EMPTY, subtract, toCidrs, union, type CidrSet } from '../network/cidr-set.ts';
import { gradeOf } from '../network/public-space.ts';
import { cis, securityHub, wellArchitected } from './controls.ts';
import { defineRule, fail, pass } from './rule.ts';

/** SSH and RDP, as EC2.21 has it. */
const PORTS: readonly number[] = [22, 3389];

/** Blocks that one line of evidence shows; the rest are counted. */
const SHOWN = 5;

type Entry = NonNullable<ResourceOf<'networkAcl'>['Entries']>[number];

/** Context, never a risk of its own where a security group closes the port: so info. */
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
    const open = PORTS.flatMap((port) => FAMILIES.flatMap((family) => {
      const sources = admitted(ingress, port, family);
      const grade = gradeOf(family, sources);
      return grade === 'private' ? [] : [{ port, from: grade === 'world' ? `the whole ${family === 'ipv4' ? 'IPv4' : 'IPv6'} internet` : blockText(toCidrs(family, sources)) }];
    }));
    if (open.length === 0) return pass();
    return fail(...open.map(({ port, from }) => ({ text: `admits tcp ${port} from ${from}`, basis: 'configuration' as const })));
  },
});

/** The sources that get through to a port: the first entry that matches an address decides. */
function admitted(ingress: readonly Entry[], port: number, family: Family): CidrSet {
  let allowed = EMPTY;
  let denied = EMPTY;
  for (const entry of ingress) {
    const block = parseCidr((family === 'ipv4' ? entry.CidrBlock : entry.Ipv6CidrBlock) ?? '');
    if (!block || block.family !== family || !matches(entry, port)) continue;
    if (entry.RuleAction === 'deny') denied = union(denied, cidrSet([block]));
    else allowed = union(allowed, subtract(cidrSet([block]), denied));
  }
  return allowed;
}

function blockText(blocks: readonly string[]): string {
  return blocks.length > SHOWN ? `${blocks.slice(0, SHOWN).join(', ')} and ${blocks.length - SHOWN} more blocks` : blocks.join(', ');
}

function matches(entry: Entry, port: number): boolean {
  if (entry.Protocol === '-1') return true;
  if (entry.Protocol !== '6') return false;
  return port >= (entry.PortRange?.From ?? 0) && port <= (entry.PortRange?.To ?? 65_535);
}
