import { securityHub, wellArchitected } from './controls.ts';
import { defineRule, fail, notApplicable, pass } from './rule.ts';

export const sourceDestinationCheckDisabled = defineRule({
  id: 'source-destination-check-disabled',
  code: 'X15',
  title: 'Interfaces check source and destination',
  severity: 'medium',
  subject: 'networkInterface',
  needs: [],
  controls: [...securityHub('EC2.180'), ...wellArchitected('SEC05-BP02')],
  why: 'The host forwards traffic for others: a NAT instance, router or proxy is a dependency that no diagram shows, and it must keep working until the last client has moved.',
  remediation: {
    summary: 'Where the host does not route, turn the check on; where it does, plan its replacement by a NAT gateway or endpoint.',
    command: 'aws ec2 modify-network-interface-attribute --network-interface-id <network-interface-id> --source-dest-check',
    cost: 'No charge for the check; a NAT gateway costs from USD 0.045 per hour and GB, depending on the region.',
    interrupts: 'yes',
  },
  phase: 'decouple',
  sources: ['https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-180'],
  judge(eni, context) {
    // Interfaces that AWS manages for a service route by design.
    if ((eni.InterfaceType ?? 'interface') !== 'interface' || eni.RequesterManaged === true) return notApplicable('AWS manages this interface');
    if (eni.SourceDestCheck !== false) return pass();
    const instanceId = eni.Attachment?.InstanceId;
    const role = instanceId === undefined ? undefined : context.insight.workloadOf(instanceId)?.role;
    return fail({
      text: `SourceDestCheck is off${instanceId === undefined ? '' : ` on ${instanceId}`}${role === undefined || role === 'unknown' ? '' : ` (role: ${role})`}`,
      basis: 'configuration', ...(instanceId === undefined ? undefined : { resourceId: instanceId }),
    });
  },
});
