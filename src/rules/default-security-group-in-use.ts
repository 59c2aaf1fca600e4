import { cis, securityHub, wellArchitected } from './controls.ts';
import { defineRule, fail, notApplicable, pass, undecided } from './rule.ts';

export const defaultSecurityGroupInUse = defineRule({
  id: 'default-security-group-in-use',
  code: 'X07',
  title: 'The default security group is empty and unused',
  severity: 'medium',
  subject: 'securityGroup',
  needs: [],
  wants: ['networkInterface'],
  controls: [...securityHub('EC2.2'), ...cis('6.5'), ...wellArchitected('SEC05-BP02')],
  why: 'Members of the default group trust each other on every port, which hides the true dependencies between tiers.',
  remediation: {
    summary: 'Give its members groups of their own, then revoke every rule of the default group.',
    command: 'aws ec2 modify-network-interface-attribute --network-interface-id <network-interface-id> --groups <own-group-id>',
    cost: 'No charge; derive the ports in use from the flow logs first.',
    interrupts: 'brief',
  },
  phase: 'decouple',
  sources: ['https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-2'],
  judge(group, context) {
    if (group.GroupName !== 'default') return notApplicable('not the default group of a VPC');
    const ingress = group.IpPermissions?.length ?? 0;
    const egress = group.IpPermissionsEgress?.length ?? 0;
    const rules = { text: `${ingress} inbound and ${egress} outbound rules`, basis: 'configuration' as const };
    const users = context.where('networkInterface', 'group', (eni) => (eni.Groups ?? []).map((used) => used.GroupId), group.id);
    if (users.length > 0) {
      const shown = users.slice(0, 10).map((eni) => ({
        text: `used by ${eni.id}${eni.Attachment?.InstanceId === undefined ? '' : ` of ${eni.Attachment.InstanceId}`}`, basis: 'configuration' as const, resourceId: eni.Attachment?.InstanceId ?? eni.id,
      }));
      return { ...fail(rules, ...shown, ...(users.length > 10 ? [{ text: `and ${users.length - 10} more` }] : [])), severity: 'high' };
    }
    if (ingress + egress > 0) return fail(rules);
    const interfaces = context.completeness('networkInterface');
    return interfaces.state === 'complete' ? pass() : undecided(`whether anything uses it is not known: ${interfaces.reason}`);
  },
});
