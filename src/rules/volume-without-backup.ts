import { securityHub, wellArchitected } from './controls.ts';
import { dateOf, daysSince } from './facts/age.ts';
import { PROPOSAL } from './facts/proposal.ts';
import { defineRule, fail, notApplicable, pass, undecided } from './rule.ts';

/** An attached volume of which neither AWS Backup nor a recent snapshot has a copy. */
export const volumeWithoutBackup = defineRule({
  id: 'volume-without-backup',
  code: 'D02V',
  title: 'Attached volumes have a recent backup',
  severity: 'high',
  subject: 'volume',
  needs: [],
  wants: ['snapshot', 'protectedResource', 'instance'],
  controls: [...securityHub('EC2.28'), ...wellArchitected('REL09-BP03', 'REL09-BP02')],
  why: 'The first thing a migration needs is a way back, and the disks of a monolith are often the only place where its data are.',
  remediation: {
    summary: 'Put the volume under an AWS Backup plan, and restore one copy before the first step.',
    command: 'aws backup create-backup-selection --backup-plan-id <backup-plan-id> --backup-selection file://<selection-file>',
    cost: 'About USD 0.05 per GB-month of changed blocks; half a day, a day with the rehearsal.',
    interrupts: 'no',
  },
  phase: 'stabilise',
  sources: [
    'https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-28',
    'https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html',
  ],
  thresholds: { days: { value: 7, unit: 'days since the last copy', source: PROPOSAL } },
  judge(volume, context) {
    const attached = (volume.Attachments ?? []).flatMap(({ InstanceId }) => InstanceId ?? []);
    if (attached.length === 0) return notApplicable('the volume is attached to nothing');
    if (attached.every((id) => context.get('instance', id)?.tags['aws:autoscaling:groupName'] !== undefined)) {
      return notApplicable('it belongs to an instance of an Auto Scaling group, which is replaced and not restored');
    }
    const snapshots = context.where('snapshot', 'volume', ({ VolumeId }) => [VolumeId], volume.id).filter(({ State }) => State !== 'error');
    const backups = context.where('protectedResource', 'volume', ({ ResourceArn }) => [ResourceArn.split(':volume/')[1]], volume.id);
    const times = [...snapshots.map(({ StartTime }) => StartTime), ...backups.map(({ LastBackupTime }) => LastBackupTime)].flatMap((time) => time ?? []).sort();
    const last = times.at(-1);
    const days = daysSince(last, context.now);
    const most = context.threshold('days');
    if (days !== undefined && days <= most) return pass();
    const gap = [context.completeness('snapshot'), context.completeness('protectedResource')].flatMap((each) => (each.state === 'complete' ? [] : [each.reason]));
    const copies = last === undefined || days === undefined ? 'no snapshot and no recovery point' : `the last copy is of ${dateOf(last)}, ${days} days ago`;
    if (gap.length > 0) return undecided(`${copies} was found, and not all were looked at: ${gap.join('; ')}`);
    return fail({ text: `${copies} (at most ${most} days); attached to ${attached.join(', ')}`, basis: 'configuration' });
  },
});
