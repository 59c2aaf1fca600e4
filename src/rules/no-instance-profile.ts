import { wellArchitected } from './controls.ts';
import { isTerminated, TERMINATED } from './facts/instance-life.ts';
import { defineRule, fail, pass } from './rule.ts';

const NONE = fail({ text: 'no instance profile is associated', basis: 'configuration' });

/** No role: whatever calls AWS from here brings keys of its own. */
export const noInstanceProfile = defineRule({
  id: 'no-instance-profile',
  code: 'I05',
  title: 'The instance has a role',
  severity: 'medium',
  subject: 'instance',
  needs: [],
  controls: wellArchitected('SEC02-BP02'),
  why: 'An application here that calls AWS must hold long-lived keys somewhere. They have to be found before an image is built, or the image carries them.',
  remediation: {
    summary: 'Find the static keys that the application uses, give the instance a role with the same narrow rights, then delete the keys.',
    command: 'aws ec2 associate-iam-instance-profile --instance-id <instance-id> --iam-instance-profile Name=<instance-profile-name>',
    cost: 'No charge; a day to find what the keys are used for and to write the policy.',
    interrupts: 'no',
  },
  phase: 'stabilise',
  sources: [
    'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/iam-roles-for-amazon-ec2.html',
    'https://docs.aws.amazon.com/wellarchitected/latest/framework/sec_identities_unique.html',
  ],
  judge(instance, context) {
    if (isTerminated(instance)) return TERMINATED;
    if (instance.IamInstanceProfile?.Arn !== undefined || instance.IamInstanceProfile?.Id !== undefined) return pass();
    const keys = (context.insight.bootOf(instance.id)?.secrets ?? []).filter(({ kind }) => /aws|akia|access.?key/i.test(kind));
    return keys.length === 0 ? NONE : fail(
      ...NONE.evidence,
      ...keys.map(({ kind, line }) => ({ text: `the user data holds a secret of kind ${kind}`, basis: 'text' as const, line })),
    );
  },
});
