import { wellArchitected } from './controls.ts';
import { COVERAGE_FLOOR, readFigure } from './facts/figure.ts';
import { isOff, NOT_RUNNING } from './facts/instance-life.ts';
import { memoryOf } from './facts/memory.ts';
import { defineRule, fail, pass, undecided } from './rule.ts';

/** No CloudWatch agent reports how full memory and disks are. */
export const memoryNotMeasured = defineRule({
  id: 'memory-not-measured',
  code: 'M22',
  title: 'Memory and disk use are measured',
  severity: 'medium',
  subject: 'instance',
  needs: [],
  controls: wellArchitected('REL06-BP01'),
  why: 'The memory of a task or a function has to be chosen, and EC2 does not report it by itself: without the agent that choice is a guess.',
  remediation: {
    summary: 'Install the CloudWatch agent with memory and disk metrics and let it run for two weeks before sizes are chosen.',
    command: 'aws ssm send-command --document-name AWS-ConfigureAWSPackage --targets Key=InstanceIds,Values=<instance-id> --parameters action=Install,name=AmazonCloudWatchAgent',
    cost: 'About USD 0.30 per metric and month; an hour for each image.',
    interrupts: 'no',
  },
  phase: 'stabilise',
  sources: [
    'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Install-CloudWatch-Agent.html',
    'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/metrics-collected-by-CloudWatch-agent.html',
  ],
  thresholds: { coverage: COVERAGE_FLOOR },
  judge(instance, context) {
    if (isOff(instance)) return NOT_RUNNING;
    const floor = context.threshold('coverage');
    const memory = memoryOf(instance.id, context.insight, floor);
    if (memory.known) return pass(memory.evidence);
    // That CloudWatch answered for this instance at all tells an absent agent from metrics that nobody could or would read.
    const cpu = readFigure(context.insight, [instance.id, instance.arn], { namespace: 'AWS/EC2', metric: 'CPUUtilization', stats: ['Maximum', 'Average', 'p99.5 of Maximum'] }, floor);
    if (!cpu.known) return undecided(`metrics of the instance are not known: ${cpu.reason}`);
    return fail({ text: `CloudWatch reports the CPU of the instance and no memory: ${memory.reason}`, basis: 'metric' });
  },
});
