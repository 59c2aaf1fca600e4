import { securityHub, wellArchitected } from './controls.ts';
import { opensEveryPort, permissionText, sourcesOf, WIDE_RANGE } from './permission.ts';
import { defineRule, fail, pass, undecided } from './rule.ts';
import { breadthOf } from './source-breadth.ts';

export const allPortsOpen = defineRule({
  id: 'all-ports-open',
  code: 'X05',
  title: 'No security group opens all ports to the whole internet',
  severity: 'high',
  subject: 'securityGroup',
  needs: [],
  wants: ['networkInterface', 'managedPrefixList', 'prefixListEntries'],
  controls: [...securityHub('EC2.18'), ...wellArchitected('SEC05-BP02')],
  why: 'The group does not say which ports the workload needs. They must be found in the flow logs before the groups of the target can be written.',
  remediation: {
    summary: 'Derive the ports in use from the flow logs, authorise those, then revoke the wide rule.',
    command: 'aws ec2 revoke-security-group-ingress --group-id <group-id> --security-group-rule-ids <security-group-rule-id>',
    cost: 'No charge; two to four weeks of flow logs to be sure of the ports.',
    interrupts: 'brief',
  },
  phase: 'stabilise',
  sources: ['https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-18'],
  thresholds: {
    ports: { value: WIDE_RANGE, unit: 'ports in one rule', source: 'proposal of this tool: a range that wide was not chosen for a service' },
  },
  judge(group, context) {
    const least = context.threshold('ports');
    const wide = (group.IpPermissions ?? []).filter((permission) => opensEveryPort(permission, least));
    if (wide.length === 0) return pass();
    const open = wide.filter((permission) => breadthOf(sourcesOf(permission, context).cidrs) === 'world');
    if (open.length === 0) {
      const unresolved = wide.flatMap((permission) => sourcesOf(permission, context).unresolved);
      return unresolved.length > 0 ? undecided(`who may come in is not known: ${unresolved.join('; ')}`) : pass();
    }
    const rules = open.map((permission) => ({
      text: `admits ${permissionText(permission)} from the whole internet (threshold ${least} ports)`, basis: 'configuration' as const,
    }));
    const users = context.where('networkInterface', 'group', (eni) => (eni.Groups ?? []).map((used) => used.GroupId), group.id);
    if (users.length > 0) return fail(...rules, { text: `${users.length} network interface${users.length === 1 ? ' uses' : 's use'} this group`, basis: 'configuration' });
    const interfaces = context.completeness('networkInterface');
    if (interfaces.state !== 'complete') return fail(...rules, { text: `what uses the group is not known: ${interfaces.reason}` });
    return { ...fail(...rules, { text: 'no network interface uses this group', basis: 'configuration' }), severity: 'info' };
  },
});
