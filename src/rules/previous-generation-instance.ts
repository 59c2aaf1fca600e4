import { wellArchitected } from './controls.ts';
import { isTerminated, TERMINATED } from './facts/instance-life.ts';
import { defineRule, fail, pass, undecided } from './rule.ts';

/**
 * What takes the place of an old family. Families of the first generation do not start from most of today's images.
 * Source: https://aws.amazon.com/ec2/previous-generation/
 */
const SUCCESSORS: Readonly<Record<string, { readonly family: string; readonly first?: true }>> = {
  t1: { family: 't3', first: true }, m1: { family: 'm7i', first: true }, c1: { family: 'c7i', first: true }, m2: { family: 'r7i', first: true }, cc2: { family: 'c7i', first: true }, cr1: { family: 'r7i', first: true },
  hs1: { family: 'd3', first: true }, m3: { family: 'm7i' }, c3: { family: 'c7i' }, r3: { family: 'r7i' }, i2: { family: 'i4i' }, g2: { family: 'g5' }, p2: { family: 'p4' },
  t2: { family: 't3' }, m4: { family: 'm7i' }, c4: { family: 'c7i' }, r4: { family: 'r7i' }, d2: { family: 'd3' }, i3: { family: 'i4i' }, a1: { family: 'm7g' },
};

/** A type that AWS counts among the previous generations. */
export const previousGenerationInstance = defineRule({
  id: 'previous-generation-instance',
  code: 'M18',
  title: 'Instances are of a current generation',
  severity: 'low',
  subject: 'instance',
  needs: ['instanceType'],
  controls: wellArchitected('COST06-BP02', 'SUS05-BP02'),
  why: 'The load was measured on slow and dear hardware: sizes for the target follow from it only after a correction. And the oldest types run out of spare parts.',
  remediation: {
    summary: 'Check drivers (ENA, NVMe) and device names, stop the instance, change the type, start it; in a group, change the template.',
    command: 'aws ec2 modify-instance-attribute --instance-id <instance-id> --instance-type Value=<instance-type>',
    cost: 'Saves money as a rule (list price us-east-1: m4.large USD 0.10, m7i-flex.large USD 0.0958 an hour); half a day for each instance.',
    interrupts: 'brief',
  },
  phase: 'optimise',
  sources: [
    'https://aws.amazon.com/ec2/previous-generation/',
    'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/change-instance-type-of-ebs-backed-instance.html',
  ],
  judge(instance, context) {
    if (isTerminated(instance)) return TERMINATED;
    const name = instance.InstanceType;
    if (name === undefined) return undecided('the description of the instance does not state InstanceType');
    const current = context.get('instanceType', name)?.CurrentGeneration;
    if (current === true) return pass();
    if (current === undefined) return undecided(`whether ${name} is of a current generation is not known`);
    const family = name.split('.', 1)[0] ?? '';
    const successor = Object.hasOwn(SUCCESSORS, family) ? SUCCESSORS[family] : undefined;
    const old = { text: `CurrentGeneration of ${name} is false`, basis: 'configuration' } as const;
    if (!successor) return fail(old);
    return { ...fail(old, { text: `the ${successor.family} family takes its place`, basis: 'configuration' }), severity: successor.first ? 'medium' : 'low' };
  },
});
