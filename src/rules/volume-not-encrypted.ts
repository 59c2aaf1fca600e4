import { cis, securityHub, wellArchitected } from './controls.ts';
import { defineRule, fail, notApplicable, pass, undecided } from './rule.ts';

/** An attached EBS volume without encryption. */
export const volumeNotEncrypted = defineRule({
  id: 'volume-not-encrypted',
  code: 'I04',
  title: 'Attached volumes are encrypted',
  severity: 'medium',
  subject: 'volume',
  needs: [],
  wants: ['ebsEncryptionByDefault'],
  controls: [...securityHub('EC2.3', 'EC2.7'), ...cis('6.1.1'), ...wellArchitected('SEC08-BP02')],
  why: 'A landing zone that admits only encrypted storage refuses images and snapshots made from this volume until they are copied: that copy belongs into the plan and into its downtime.',
  remediation: {
    summary: 'Snapshot the volume, copy the snapshot with encryption, make a volume of the copy, swap the two; and turn encryption on by default.',
    command: 'aws ec2 copy-snapshot --source-region <region> --source-snapshot-id <snapshot-id> --encrypted --kms-key-id <kms-key-id>',
    cost: 'Snapshot storage while both copies exist (about USD 0.05 per GB-month), USD 1 per month for a key of your own; hours for each volume.',
    interrupts: 'brief',
  },
  phase: 'stabilise',
  sources: [
    'https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-3',
    'https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html',
  ],
  judge(volume, context) {
    if (volume.Encrypted === true) return pass();
    if (volume.Encrypted === undefined) return undecided('the description of the volume does not state Encrypted');
    const instances = (volume.Attachments ?? []).flatMap(({ InstanceId }) => InstanceId ?? []);
    if (instances.length === 0) return notApplicable('the volume is attached to nothing');
    const [byDefault] = context.list('ebsEncryptionByDefault');
    const setting = { text: `Encrypted is false; attached to ${instances.join(', ')}`, basis: 'configuration' } as const;
    if (byDefault?.EbsEncryptionByDefault === undefined) return fail(setting);
    return fail(setting, { text: `encryption by default is ${byDefault.EbsEncryptionByDefault ? 'on: new volumes are encrypted' : 'off: new volumes will not be encrypted either'}`, basis: 'configuration' });
  },
});
