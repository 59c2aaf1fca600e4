import { twelveFactor, wellArchitected } from './controls.ts';
import { dateOf, daysSince } from './facts/age.ts';
import { isOff, NOT_RUNNING } from './facts/instance-life.ts';
import { PROPOSAL } from './facts/proposal.ts';
import { defineRule, fail, pass, undecided } from './rule.ts';

/** An instance that has not been started anew for very long. */
export const longUptime = defineRule({
  id: 'long-uptime',
  code: 'M12',
  title: 'Instances are replaced regularly',
  severity: 'medium',
  subject: 'instance',
  needs: [],
  wants: ['networkInterface'],
  controls: [...wellArchitected('REL08-BP04'), ...twelveFactor('IX Disposability')],
  why: 'What was patched and configured by hand in that time lives on this machine alone, and whether it comes back after a restart is anyone\'s guess.',
  remediation: {
    summary: 'Write down what differs from the image, then replace the instance; in a group, let every instance live for a limited time.',
    command: 'aws autoscaling update-auto-scaling-group --auto-scaling-group-name <name> --max-instance-lifetime <seconds>',
    cost: 'No charge; one to three days to find the drift.',
    interrupts: 'brief',
  },
  phase: 'stabilise',
  sources: [
    'https://docs.aws.amazon.com/autoscaling/ec2/userguide/asg-max-instance-lifetime.html',
    'https://12factor.net/disposability',
  ],
  thresholds: { days: { value: 180, unit: 'days', source: PROPOSAL } },
  judge(instance, context) {
    if (isOff(instance)) return NOT_RUNNING;
    const days = daysSince(instance.LaunchTime, context.now);
    if (instance.LaunchTime === undefined || days === undefined) return undecided('the description of the instance does not state LaunchTime');
    const most = context.threshold('days');
    if (days <= most) return pass();
    const started = { text: `started on ${dateOf(instance.LaunchTime)}, ${days} days ago (limit ${most} days)`, basis: 'configuration' } as const;
    // LaunchTime starts again with every stop and start; the primary interface was attached at the first boot.
    const attached = (instance.NetworkInterfaces ?? [])
      .map(({ NetworkInterfaceId }) => (NetworkInterfaceId === undefined ? undefined : context.get('networkInterface', NetworkInterfaceId)?.Attachment))
      .find((attachment) => attachment?.DeviceIndex === 0)?.AttachTime;
    const made = daysSince(attached, context.now);
    return attached !== undefined && made !== undefined && made > days
      ? fail(started, { text: `first booted on ${dateOf(attached)}, ${made} days ago`, basis: 'configuration' })
      : fail(started);
  },
});
