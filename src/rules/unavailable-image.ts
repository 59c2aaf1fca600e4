import { wellArchitected } from './controls.ts';
import { dateOf } from './facts/age.ts';
import { vendorOf } from './facts/image-owners.ts';
import { isTerminated, TERMINATED } from './facts/instance-life.ts';
import { defineRule, fail, pass, undecided } from './rule.ts';

/** The image that the instance was started from is gone, deprecated, or published by somebody unknown. */
export const unavailableImage = defineRule({
  id: 'unavailable-image',
  code: 'I12',
  title: 'The image of the instance is available, current and from a known publisher',
  severity: 'medium',
  subject: 'instance',
  needs: ['image'],
  controls: wellArchitected('SEC06-BP02'),
  why: 'An instance whose image is gone cannot be started again: neither disaster recovery nor a growing group will work, and nobody can rebuild it to compare.',
  remediation: {
    summary: 'Make an image of the instance now as a safety net; then build a maintained one from a current base.',
    command: 'aws ec2 create-image --instance-id <instance-id> --name <image-name> --no-reboot',
    cost: 'Snapshot storage (about USD 0.05 per GB-month); an hour for the net, days for the maintained image.',
    interrupts: 'no',
  },
  phase: 'stabilise',
  sources: [
    'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ami-deprecate.html',
    'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/deregister-ami.html',
  ],
  judge(instance, context) {
    if (isTerminated(instance)) return TERMINATED;
    if (instance.ImageId === undefined) return undecided('the description of the instance does not state ImageId');
    const image = context.get('image', instance.ImageId);
    if (!image) {
      const gone = fail({ text: `DescribeImages does not return ${instance.ImageId}: deregistered, or no longer shared with this account`, basis: 'configuration' });
      return { ...gone, severity: 'high', fromAbsence: true };
    }
    if (image.State !== undefined && image.State !== 'available') {
      return { ...fail({ text: `the image ${image.id} is ${image.State}`, basis: 'configuration' }), severity: 'high' };
    }
    if (image.DeprecationTime !== undefined && Date.parse(image.DeprecationTime) < context.now.getTime()) {
      return fail({ text: `the image ${image.id}${image.Name === undefined ? '' : ` (${image.Name})`} is deprecated since ${dateOf(image.DeprecationTime)}`, basis: 'configuration' });
    }
    const foreign = image.Public === true && image.OwnerId !== undefined && image.OwnerId !== context.scope.account && vendorOf(image) === undefined;
    return foreign ? fail({ text: `the image ${image.id} is a public one of account ${image.OwnerId}, which is no known publisher`, basis: 'configuration' }) : pass();
  },
});
