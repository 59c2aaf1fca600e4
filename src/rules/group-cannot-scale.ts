import type { Evidence } from '../model/index.ts';
import { wellArchitected } from './controls.ts';
import { defineRule, fail, pass, undecided } from './rule.ts';

/** Processes without which a group does not replace or add hosts. */
const NEEDED: ReadonlySet<string> = new Set(['Launch', 'Terminate', 'HealthCheck', 'ReplaceUnhealthy', 'AZRebalance']);

export const groupCannotScale = defineRule({
  id: 'group-cannot-scale',
  code: 'A05',
  title: 'Auto Scaling groups can scale',
  severity: 'medium',
  subject: 'autoScalingGroup',
  needs: [],
  wants: ['scalingPolicy', 'scheduledAction'],
  controls: wellArchitected('REL07-BP03'),
  why: 'A group of fixed size is a pet in disguise: nobody has shown that a host can come and go, so statelessness is not proven.',
  remediation: {
    summary: 'Let the group grow, with a target-tracking policy, in a quiet hour first.',
    command: 'aws autoscaling put-scaling-policy --auto-scaling-group-name <group-name> --policy-name <policy-name> --policy-type TargetTrackingScaling --target-tracking-configuration <configuration-json>',
    cost: 'No charge for the policy; instances that it adds are billed.',
    interrupts: 'no',
  },
  phase: 'decouple',
  sources: [
    'https://docs.aws.amazon.com/autoscaling/ec2/userguide/scale-your-group.html',
    'https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-suspend-resume-processes.html',
  ],
  judge(group, context) {
    const faults: Evidence[] = [];
    const { MinSize: min, MaxSize: max, DesiredCapacity: desired } = group;
    if (min !== undefined && min === max) faults.push({ text: `minimum and maximum are both ${min}, desired ${desired ?? '?'}`, basis: 'configuration' });
    const suspended = (group.SuspendedProcesses ?? []).flatMap((suspension) => suspension.ProcessName ?? []).filter((name) => NEEDED.has(name)).sort();
    if (suspended.length > 0) faults.push({ text: `suspended: ${suspended.join(', ')}`, basis: 'configuration' });
    const policies = context.where('scalingPolicy', 'group', (policy) => [policy.AutoScalingGroupName], group.id).filter((policy) => policy.Enabled !== false);
    const actions = context.where('scheduledAction', 'group', (action) => [action.AutoScalingGroupName], group.id);
    const missing = [context.completeness('scalingPolicy'), context.completeness('scheduledAction')].flatMap((state) => (state.state === 'complete' ? [] : [state.reason]));
    const driven = policies.length + actions.length > 0;
    if (!driven && missing.length === 0) faults.push({ text: 'no scaling policy and no scheduled action', basis: 'configuration' });
    if (faults.length > 0) return fail(...faults);
    if (!driven) return undecided(`whether anything scales it is not known: ${missing.join('; ')}`);
    return pass();
  },
});
