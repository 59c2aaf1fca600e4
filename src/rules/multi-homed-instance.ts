import { securityHub } from './controls.ts';
import { isContainerHost } from './facts/fleet.ts';
import { isTerminated, TERMINATED } from './facts/instance-life.ts';
import { defineRule, fail, notApplicable, pass, undecided } from './rule.ts';

/** More than one network interface, or the old paravirtual kind of virtualisation. */
export const multiHomedInstance = defineRule({
  id: 'multi-homed-instance',
  code: 'I11',
  title: 'Instances have one network interface and hardware virtualisation',
  severity: 'info',
  subject: 'instance',
  needs: [],
  controls: securityHub('EC2.17', 'EC2.24'),
  why: 'A host with a foot in two networks often routes between them, and nothing in the target will do that unasked. A paravirtual machine cannot be moved to a current instance type as it is.',
  remediation: {
    summary: 'Find out what uses the second interface and give it a route or a service of its own; rebuild a paravirtual machine from a current image.',
    command: 'aws ec2 detach-network-interface --attachment-id <attachment-id>',
    cost: 'No charge; a day to learn what the interface is for, a rebuild for a paravirtual machine.',
    interrupts: 'brief',
  },
  phase: 'decouple',
  sources: [
    'https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-17',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-24',
  ],
  thresholds: {
    interfaces: { value: 1, unit: 'network interfaces', source: 'https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-17' },
  },
  judge(instance, context) {
    if (isTerminated(instance)) return TERMINATED;
    if (instance.VirtualizationType === 'paravirtual') return { ...fail({ text: 'VirtualizationType is paravirtual', basis: 'configuration' }), severity: 'high' };
    const interfaces = instance.NetworkInterfaces;
    if (interfaces === undefined) return undecided('the description of the instance does not list its network interfaces');
    if (interfaces.length > context.threshold('interfaces')) {
      if (isContainerHost(instance)) return notApplicable('a container host gets its interfaces from the orchestrator');
      const ids = interfaces.flatMap(({ NetworkInterfaceId }) => NetworkInterfaceId ?? []).sort();
      return fail({ text: `${interfaces.length} network interfaces (${ids.join(', ')}), more than ${context.threshold('interfaces')}`, basis: 'configuration' });
    }
    return pass();
  },
});
