import { END_OF_LIFE_AS_OF, extendedStandingOf, standingOf } from '../workload/end-of-life/index.ts';
import { wellArchitected } from './controls.ts';
import { describeStanding, END_OF_LIFE_THRESHOLDS, gravity } from './facts/end-of-life-severity.ts';
import { isTerminated, TERMINATED } from './facts/instance-life.ts';
import { operatingSystemOf } from './facts/operating-system.ts';
import { defineRule, fail, pass, undecided } from './rule.ts';

/** An operating system that gets no security fixes any more, or soon will not. */
export const endOfLifeOs = defineRule({
  id: 'end-of-life-os',
  code: 'M15',
  title: 'The operating system gets security fixes',
  severity: 'high',
  subject: 'instance',
  needs: [],
  wants: ['managedInstance', 'image'],
  controls: wellArchitected('SEC06-BP01', 'OPS05-BP05'),
  why: 'There is no maintained base image to build a container or a new machine on, and every library comes a step later too. The upgrade is a part of the migration whether it is planned or not.',
  remediation: {
    summary: 'Build the application on a supported release beside the old machine and move traffic over; do not upgrade in place.',
    command: 'aws ssm get-parameter --name /aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64 --query Parameter.Value --output text',
    cost: 'No charge for Linux without subscription; three to fifteen days, most of it for the libraries that come with it. A paid programme (ESU, ELS, Ubuntu Pro) buys time.',
    interrupts: 'brief',
  },
  phase: 'stabilise',
  sources: ['https://endoflife.date', 'https://docs.aws.amazon.com/linux/al2023/ug/ec2.html'],
  thresholds: END_OF_LIFE_THRESHOLDS,
  judge(instance, context) {
    if (isTerminated(instance)) return TERMINATED;
    const system = operatingSystemOf(instance, context);
    if (!system.known) return undecided(`the release of the operating system is not known: ${system.reason}`);
    const { release, evidence } = system;
    const standing = standingOf(release, context.now);
    if (!standing) return undecided(`the table does not state when ${release.title} ${release.cycle} ends`, evidence);
    const severity = gravity(standing, context.threshold('soon'), context.threshold('long'));
    if (severity === undefined) return pass();
    const ends = `security support of ${release.title} ${release.cycle} ${describeStanding(standing)} (limit ${context.threshold('soon')} days before; dates as of ${END_OF_LIFE_AS_OF})`;
    const extended = extendedStandingOf(release, context.now);
    const facts = [{ text: ends, basis: 'configuration' }, evidence] as const;
    return extended
      ? { ...fail(...facts, { text: `its paid extended programme ${describeStanding(extended)}; whether it is subscribed to is not known`, basis: 'configuration' }), severity }
      : { ...fail(...facts), severity };
  },
});
