import { securityHub, wellArchitected } from './controls.ts';
import { defineRule, fail, pass, undecided } from './rule.ts';

/** An address without an association, or bound to a stopped instance. */
export const idleElasticIp = defineRule({
  id: 'idle-elastic-ip',
  code: 'X14',
  title: 'Every Elastic IP address is in use',
  severity: 'low',
  subject: 'address',
  needs: [],
  wants: ['instance'],
  controls: [...securityHub('EC2.12'), ...wellArchitected('COST04-BP03')],
  why: 'An idle address costs money every hour. It may also be kept for the cut-over, or be allow-listed by a partner: ask before it is released, because it cannot be had back for sure.',
  remediation: {
    summary: 'Ask the owner whether the address is kept for the cut-over; if it is not, release it.',
    command: 'aws ec2 release-address --allocation-id <allocation-id>',
    cost: 'Saves USD 0.005 per hour (about USD 3.65 per month) for each address.',
    interrupts: 'no',
  },
  phase: 'optimise',
  sources: [
    'https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-12',
    'https://aws.amazon.com/vpc/pricing/',
  ],
  judge(address, context) {
    const ip = address.PublicIp ?? address.id;
    const bound = address.AssociationId ?? address.InstanceId ?? address.NetworkInterfaceId;
    if (bound === undefined) return fail({ text: `${ip} is not associated with anything`, basis: 'configuration' });
    if (address.InstanceId === undefined) return pass();
    const instance = context.get('instance', address.InstanceId);
    if (!instance) {
      const instances = context.completeness('instance');
      return instances.state === 'complete' ? pass() : undecided(`whether ${address.InstanceId} runs is not known: ${instances.reason}`);
    }
    if (instance.State?.Name !== 'stopped') return pass();
    return fail({ text: `${ip} is bound to ${instance.id}, which is stopped`, basis: 'configuration', resourceId: instance.id });
  },
});
