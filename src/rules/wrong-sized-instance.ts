import type { ResourceOf } from '../model/index.ts';
import { wellArchitected } from './controls.ts';
import { COVERAGE_FLOOR, readFigure } from './facts/figure.ts';
import { isOff, NOT_RUNNING } from './facts/instance-life.ts';
import { memoryOf } from './facts/memory.ts';
import { PROPOSAL } from './facts/proposal.ts';
import { defineRule, fail, notApplicable, pass, undecided } from './rule.ts';

/** The machine is much larger than its load, or hardly large enough. */
export const wrongSizedInstance = defineRule({
  id: 'wrong-sized-instance',
  code: 'M21',
  title: 'The size of the instance fits its load',
  severity: 'low',
  subject: 'instance',
  needs: [],
  wants: ['instanceType'],
  controls: wellArchitected('COST06-BP02', 'PERF02-BP04'),
  why: 'Task sizes for the target come from these figures. A size that was guessed years ago should not be carried over.',
  remediation: {
    summary: 'Take the size from the figures, with head room of a fifth; change it at a quiet hour and compare the week after with the week before.',
    command: 'aws ec2 modify-instance-attribute --instance-id <instance-id> --instance-type Value=<instance-type>',
    cost: 'A size down halves the price of the instance, a size up doubles it; half a day for each.',
    interrupts: 'brief',
  },
  phase: 'optimise',
  sources: [
    'https://docs.aws.amazon.com/compute-optimizer/latest/ug/rightsizing-preferences.html',
    'https://docs.aws.amazon.com/wellarchitected/latest/framework/cost_type_size_number_resources_data.html',
  ],
  thresholds: {
    cpuLow: { value: 30, unit: '% of all vCPUs, p99.5 of five-minute maxima', source: PROPOSAL },
    cpuHigh: { value: 80, unit: '% of all vCPUs, p99.5 of five-minute maxima', source: 'https://docs.aws.amazon.com/compute-optimizer/latest/ug/rightsizing-preferences.html (20 % head room)' },
    networkLow: { value: 20, unit: '% of baseline bandwidth, p95', source: PROPOSAL },
    memoryLow: { value: 50, unit: '% of memory, p99.5 of hourly maxima', source: PROPOSAL },
    coverage: COVERAGE_FLOOR,
  },
  judge(instance, context) {
    if (isOff(instance)) return NOT_RUNNING;
    if (/^t\d/.test(instance.InstanceType ?? '')) return notApplicable('the CPU figures of a burstable type are relative to bursts: burst-credits-exhausted judges it');
    const ids = [instance.id, instance.arn];
    const floor = context.threshold('coverage');
    const cpu = readFigure(context.insight, ids, { namespace: 'AWS/EC2', metric: 'CPUUtilization', stats: ['p99.5 of Maximum', 'p99.5'] }, floor);
    if (!cpu.known) return undecided(cpu.reason);
    const memory = memoryOf(instance.id, context.insight, floor);
    const memoryText = memory.known ? memory.evidence : { text: `memory is not known: ${memory.reason}`, basis: 'metric' as const };
    const { cpuLow, cpuHigh } = { cpuLow: context.threshold('cpuLow'), cpuHigh: context.threshold('cpuHigh') };
    if (!cpu.covered) return undecided(`fewer than ${floor * 100} % of the datapoints of CPUUtilization arrived`, cpu.evidence);
    if (cpu.value > cpuHigh) return { ...fail({ ...cpu.evidence, text: `${cpu.evidence.text}, more than ${cpuHigh} %: too small` }, memoryText), severity: 'high' };
    if (cpu.value >= cpuLow) return pass(cpu.evidence);
    if (memory.known && memory.value >= context.threshold('memoryLow')) return pass(cpu.evidence, memory.evidence);

    const type = instance.InstanceType === undefined ? undefined : context.get('instanceType', instance.InstanceType);
    const bandwidth = baselineBytesPerSecond(type);
    const network = readFigure(context.insight, ids, { namespace: 'AWS/EC2', metric: 'NetworkOut', stats: ['p95'] }, floor);
    const small = { ...cpu.evidence, text: `${cpu.evidence.text}, less than ${cpuLow} %` };
    if (bandwidth === undefined || !network.known || !network.covered) {
      const reason = bandwidth === undefined ? 'the baseline bandwidth of its type is not known' : network.known ? 'too few datapoints of NetworkOut' : network.reason;
      return undecided(`the CPU is idle, but the network may need the size: ${reason}`, small);
    }
    const share = (network.value / bandwidth) * 100;
    const used = { ...network.evidence, text: `${network.evidence.text}, ${share.toFixed(1)} % of the baseline bandwidth (limit ${context.threshold('networkLow')} %)` };
    return share < context.threshold('networkLow') ? fail({ ...small, text: `${small.text}: too large` }, used, memoryText) : pass(used);
  },
});

/** Sum of the baselines of the network cards, in bytes per second; undefined where the type does not state them. */
function baselineBytesPerSecond(type: ResourceOf<'instanceType'> | undefined): number | undefined {
  const cards = type?.NetworkInfo?.NetworkCards ?? [];
  const gigabits = cards.reduce((sum, card) => sum + (card.BaselineBandwidthInGbps ?? 0), 0);
  return gigabits > 0 ? (gigabits * 1e9) / 8 : undefined;
}
