import type { Evidence, ResourceOf } from '../model/index.ts';
import { wellArchitected } from './controls.ts';
import { defineRule, fail, pass, undecided } from './rule.ts';

export const slowScaleOut = defineRule({
  id: 'slow-scale-out',
  code: 'A06',
  title: 'New hosts are in service within minutes',
  severity: 'medium',
  subject: 'autoScalingGroup',
  needs: [],
  wants: ['scalingActivity'],
  controls: wellArchitected('REL07-BP03'),
  why: 'A long boot is the strongest argument for a baked image or a container: the peak is over before the host is there.',
  remediation: {
    summary: 'Bake what the boot installs into an image, then shorten grace period and warm-up.',
    command: 'aws autoscaling update-auto-scaling-group --auto-scaling-group-name <group-name> --health-check-grace-period <seconds> --default-instance-warmup <seconds>',
    cost: 'An image pipeline: days of work, and snapshot storage from USD 0.05 per GB and month.',
    interrupts: 'no',
  },
  phase: 'decouple',
  sources: [
    'https://docs.aws.amazon.com/autoscaling/ec2/userguide/health-check-grace-period.html',
    'https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-default-instance-warmup.html',
  ],
  thresholds: { boot: { value: 300, unit: 'seconds', source: 'proposal of this tool; also the default grace period of groups made in the console' } },
  judge(group, context) {
    const limit = context.threshold('boot');
    const launches = context.where('scalingActivity', 'group', (activity) => [activity.AutoScalingGroupName], group.id).flatMap(launchSeconds).sort((a, b) => a - b);
    const median = launches[Math.floor((launches.length - 1) / 2)];
    const settings: readonly (readonly [name: string, seconds: number | undefined])[] = [
      ['HealthCheckGracePeriod', group.HealthCheckGracePeriod], ['DefaultInstanceWarmup', group.DefaultInstanceWarmup],
    ];
    const faults = settings.flatMap(([name, seconds]): Evidence[] => (seconds !== undefined && seconds > limit
      ? [{ text: `${name} is ${seconds} s (threshold ${limit} s)`, basis: 'configuration' }] : []));
    if (median !== undefined && median > limit) {
      faults.push({ text: `half of ${launches.length} launches took ${Math.round(median)} s or more from start to end (threshold ${limit} s)`, basis: 'observed' });
    }
    if (faults.length > 0) return fail(...faults);
    const activities = context.completeness('scalingActivity');
    return activities.state === 'missing' ? undecided(`how long launches take is not known: ${activities.reason}`) : pass();
  },
});

/** The length of an activity that launched an instance and succeeded. */
function launchSeconds(activity: ResourceOf<'scalingActivity'>): number[] {
  if (activity.StatusCode !== 'Successful' || activity.Description?.startsWith('Launching') !== true) return [];
  const seconds = (Date.parse(activity.EndTime ?? '') - Date.parse(activity.StartTime ?? '')) / 1000;
  return Number.isNaN(seconds) ? [] : [seconds];
}
