import { wellArchitected } from './controls.ts';
import { defineRule, fail, notApplicable, pass, undecided } from './rule.ts';

/** Roles that belong at the edge of a network. */
const EDGE_ROLES: ReadonlySet<string> = new Set(['nat', 'bastion']);

/** Every subnet that the instance has an interface in, by the subnet's effective route table. */
export const publicSubnetInstance = defineRule({
  id: 'public-subnet-instance',
  code: 'N01',
  title: 'Instances sit in private subnets',
  severity: 'medium',
  subject: 'instance',
  needs: [],
  wants: ['networkInterface'],
  controls: wellArchitected('SEC05-BP01'),
  why: 'In a public subnet one address and one group rule stand between the host and the internet. The target puts compute in private subnets, so what goes out today by the internet gateway needs a NAT gateway or endpoints.',
  remediation: {
    summary: 'Launch the successor in a private subnet behind the load balancer; an instance cannot change its subnet.',
    command: 'aws ec2 run-instances --launch-template LaunchTemplateId=<launch-template-id> --subnet-id <private-subnet-id>',
    cost: 'A NAT gateway for outbound traffic, from USD 0.045 per hour and GB, depending on the region; gateway endpoints for Amazon S3 and DynamoDB are free.',
    interrupts: 'brief',
  },
  phase: 'decouple',
  sources: [
    'https://docs.aws.amazon.com/vpc/latest/userguide/configure-subnets.html#subnet-types',
    'https://docs.aws.amazon.com/wellarchitected/latest/framework/sec_network_protection_create_layers.html',
  ],
  judge(instance, context) {
    if (instance.State?.Name === 'terminated') return notApplicable('the instance is terminated');
    const subnetIds = new Set(instance.SubnetId === undefined ? [] : [instance.SubnetId]);
    for (const eni of context.where('networkInterface', 'instance', (row) => [row.Attachment?.InstanceId], instance.id)) {
      if (eni.SubnetId !== undefined) subnetIds.add(eni.SubnetId);
    }
    if (subnetIds.size === 0) return undecided('the subnet of the instance is not known');
    const subnets = [...subnetIds].map((id) => ({ id, subnet: context.insight.subnetKindOf(id) }));
    const open = subnets.filter(({ subnet }) => subnet?.kind === 'public');
    if (open.length > 0) {
      const judgement = fail(...open.map(({ id, subnet }) => ({ text: `${id} is public: ${subnet?.reason ?? ''}`, basis: 'configuration' as const, resourceId: id })));
      const role = context.insight.workloadOf(instance.id)?.role;
      return role !== undefined && EDGE_ROLES.has(role) ? { ...judgement, severity: 'low' } : judgement;
    }
    const unread = subnets.filter(({ subnet }) => subnet === undefined || subnet.kind === 'unknown');
    if (unread.length === 0) return pass();
    return undecided(unread.map(({ id, subnet }) => `${id}: ${subnet?.reason ?? 'the subnet is not in the estate'}`).join('; '));
  },
});
