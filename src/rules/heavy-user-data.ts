import { twelveFactor, wellArchitected } from './controls.ts';
import { templateWithSameText } from './facts/user-data-origin.ts';
import { PROPOSAL } from './facts/proposal.ts';
import { defineRule, fail, notApplicable, pass, undecided } from './rule.ts';

/** A start script that builds the machine. */
export const heavyUserData = defineRule({
  id: 'heavy-user-data',
  code: 'M10',
  title: 'Starting an instance does not mean building it',
  severity: 'medium',
  subject: 'userData',
  needs: [],
  wants: ['instance'],
  controls: [...wellArchitected('REL08-BP04', 'SEC06-BP02'), ...twelveFactor('V Build, release, run')],
  why: 'Boot is the deployment: slow, different every day with what the package mirrors hold, and impossible without them. The same steps belong into an image build, where they fail before users notice.',
  remediation: {
    summary: 'Move the steps into an image pipeline or a Dockerfile; leave to the start script what differs from one environment to the next.',
    command: 'aws imagebuilder create-image-pipeline --name <name> --image-recipe-arn <recipe-arn> --infrastructure-configuration-arn <infrastructure-configuration-arn>',
    cost: 'The build instance by the minute and image storage (about USD 0.05 per GB-month); two to five days for each script.',
    interrupts: 'no',
  },
  phase: 'decouple',
  sources: [
    'https://docs.aws.amazon.com/wellarchitected/latest/framework/rel_tracking_change_management_immutable_infrastructure.html',
    'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/user-data.html',
    'https://12factor.net/build-release-run',
  ],
  thresholds: { size: { value: 8192, unit: 'bytes, decoded', source: PROPOSAL } },
  judge(userData, context) {
    if (userData.encoding === 'empty') return notApplicable('there is no start script');
    const most = context.threshold('size');
    const boot = context.insight.bootOf(userData.id);
    const large = userData.size > most ? [{ text: `${userData.size} bytes, more than ${most}`, basis: 'configuration' as const }] : [];
    const reasons = (boot?.heavy === true ? boot.reasons : []).map((text) => ({ text, basis: 'text' as const }));
    if (large.length + reasons.length > 0 || boot?.heavy === true) {
      const template = templateWithSameText(userData, context);
      return template === undefined ? fail(...large, ...reasons) : notApplicable(`the text is that of ${template}, and is judged there`);
    }
    if (userData.encoding === 'binary') return undecided('the user data could not be decoded: look at it by hand');
    return boot ? pass() : undecided('the start script was not analysed');
  },
});
