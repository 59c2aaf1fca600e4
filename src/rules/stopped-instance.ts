import { securityHub, wellArchitected } from './controls.ts';
import { dateOf, daysSince } from './facts/age.ts';
import { defineRule, fail, notApplicable, pass, undecided } from './rule.ts';

/** `User initiated (2026-03-14 09:26:53 GMT)`. */
const STOPPED_AT = /\((\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2}) (?:GMT|UTC)\)/;

/** An instance that has been stopped for longer than anyone waits for it. */
export const stoppedInstance = defineRule({
  id: 'stopped-instance',
  code: 'I10',
  title: 'No instance stays stopped for long',
  severity: 'low',
  subject: 'instance',
  needs: [],
  wants: ['volume'],
  controls: [...securityHub('EC2.4'), ...wellArchitected('COST04-BP03')],
  why: 'It belongs to no wave, yet its volumes and addresses are paid for, and someone may believe that it can still be started. Keep an image, leave it out of the plan.',
  remediation: {
    summary: 'Make an image, ask the owner, terminate the instance.',
    command: 'aws ec2 create-image --instance-id <instance-id> --name <image-name>',
    cost: 'Saves the storage of its volumes, less the snapshots (about USD 0.05 per GB-month); an hour.',
    interrupts: 'no',
  },
  phase: 'optimise',
  sources: ['https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-4'],
  thresholds: {
    days: { value: 30, unit: 'days', source: 'https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-4 (AllowedDays)' },
  },
  judge(instance, context) {
    if (instance.State?.Name === undefined) return undecided('the state of the instance is not stated');
    if (instance.State.Name !== 'stopped') return notApplicable(`the instance is ${instance.State.Name}`);
    const [, date, time] = STOPPED_AT.exec(instance.StateTransitionReason ?? '') ?? [];
    const stoppedAt = date === undefined ? undefined : `${date}T${time}Z`;
    const days = daysSince(stoppedAt, context.now);
    if (stoppedAt === undefined || days === undefined) return undecided('it is stopped, and StateTransitionReason does not say since when');
    const most = context.threshold('days');
    if (days <= most) return pass({ text: `stopped on ${dateOf(stoppedAt)}, ${days} days ago (limit ${most} days)`, basis: 'configuration' });
    const sizes = (instance.BlockDeviceMappings ?? []).map(({ Ebs }) => (Ebs?.VolumeId === undefined ? undefined : context.get('volume', Ebs.VolumeId)?.Size));
    const gib = sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0);
    const stopped = { text: `stopped on ${dateOf(stoppedAt)}, ${days} days ago (limit ${most} days)`, basis: 'configuration' } as const;
    return gib === 0 ? fail(stopped) : fail(stopped, { text: `its volumes hold ${sizes.includes(undefined) ? 'at least ' : ''}${gib} GiB that are paid for`, basis: 'configuration' });
  },
});
