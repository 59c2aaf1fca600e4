import { wellArchitected } from './controls.ts';
import { COVERAGE_FLOOR, readFigure } from './facts/figure.ts';
import { isOff, NOT_RUNNING } from './facts/instance-life.ts';
import { defineRule, fail, notApplicable, pass, undecided } from './rule.ts';

/** A burstable instance that ran out of credits, or pays for running beyond them. */
export const burstCreditsExhausted = defineRule({
  id: 'burst-credits-exhausted',
  code: 'M20',
  title: 'Burstable instances live within their CPU credits',
  severity: 'high',
  subject: 'instance',
  needs: [],
  wants: ['instanceCreditSpecification'],
  controls: wellArchitected('PERF02-BP04'),
  why: 'At an empty balance the CPU is throttled: every latency measured then is the throttle\'s and not the application\'s, and the baseline is no yardstick for the target.',
  remediation: {
    summary: 'Move to a fixed-performance type of the same size, or to unlimited mode where the average stays low; then measure the baseline again.',
    command: 'aws ec2 modify-instance-credit-specification --instance-credit-specifications InstanceId=<instance-id>,CpuCredits=unlimited',
    cost: 'USD 0.05 per surplus vCPU-hour on Linux in unlimited mode; minutes, or half a day with a change of type.',
    interrupts: 'no',
  },
  phase: 'stabilise',
  sources: [
    'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/burstable-credits-baseline-concepts.html',
    'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/burstable-performance-instances-monitoring-cpu-credits.html',
  ],
  thresholds: {
    balance: { value: 0, unit: 'CPU credits', source: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/burstable-performance-instances-standard-mode-concepts.html' },
    coverage: COVERAGE_FLOOR,
  },
  judge(instance, context) {
    if (isOff(instance)) return NOT_RUNNING;
    if (instance.InstanceType === undefined) return undecided('the description of the instance does not state InstanceType');
    if (!/^t\d/.test(instance.InstanceType)) return notApplicable(`${instance.InstanceType} has no CPU credits`);
    const floor = context.threshold('coverage');
    const least = context.threshold('balance');
    const [balance, surplus] = ([['CPUCreditBalance', 'Minimum'], ['CPUSurplusCreditsCharged', 'Sum']] as const).map(([metric, stat]) =>
      readFigure(context.insight, [instance.id, instance.arn], { namespace: 'AWS/EC2', metric, stats: [stat] }, floor));
    const mode = context.get('instanceCreditSpecification', instance.id)?.CpuCredits;
    const said = mode === undefined ? [] : [{ text: `credit mode is ${mode}`, basis: 'configuration' as const }];
    if (surplus?.known && surplus.value > 0) return { ...fail(...said, surplus.evidence), severity: 'medium' };
    const empty = balance?.known === true && balance.value <= least;
    if (mode === 'standard' && empty) return fail(...said, { ...balance.evidence, text: `${balance.evidence.text} (limit ${least}): the CPU was throttled` });
    if (mode === 'unlimited' && surplus?.known) return surplus.covered ? pass(...said, surplus.evidence) : undecided('too few datapoints of CPUSurplusCreditsCharged', ...said, surplus.evidence);
    if (balance?.known && !empty && balance.covered && mode !== 'unlimited') return pass(...said, balance.evidence);
    if (mode === undefined && empty) {
      const completeness = context.completeness('instanceCreditSpecification');
      return undecided(`the balance was empty, and whether the mode is standard or unlimited is not known${completeness.state === 'complete' ? '' : `: ${completeness.reason}`}`, balance.evidence);
    }
    const missing = mode === 'unlimited' ? surplus : balance;
    return undecided(missing?.known === false ? missing.reason : 'too few datapoints of CPUCreditBalance', ...said);
  },
});
