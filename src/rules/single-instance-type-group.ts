import { securityHub, wellArchitected } from './controls.ts';
import { defineRule, fail, pass } from './rule.ts';

export const singleInstanceTypeGroup = defineRule({
  id: 'single-instance-type-group',
  code: 'A03',
  title: 'Auto Scaling groups may use several instance types',
  severity: 'low',
  subject: 'autoScalingGroup',
  needs: [],
  controls: [...securityHub('AutoScaling.6'), ...wellArchitected('REL07-BP01')],
  why: 'A pilot on Graviton, and capacity in a scarce zone, need more than one type.',
  remediation: {
    summary: 'Give the group a mixed instances policy with types of the same size.',
    command: 'aws autoscaling update-auto-scaling-group --auto-scaling-group-name <group-name> --mixed-instances-policy <policy-json>',
    cost: 'No charge; test the application on each type.',
    interrupts: 'no',
  },
  phase: 'optimise',
  sources: ['https://docs.aws.amazon.com/securityhub/latest/userguide/autoscaling-controls.html#autoscaling-6'],
  judge(group) {
    const overrides = group.MixedInstancesPolicy?.LaunchTemplate?.Overrides ?? [];
    const types = new Set(overrides.flatMap((override) => override.InstanceType ?? []));
    // An override by requirements (vCPU, memory) stands for every type that meets them.
    if (types.size > 1 || overrides.some((override) => override['InstanceRequirements'] !== undefined)) return pass();
    return fail({ text: types.size === 1 ? `one type: ${[...types].join('')}` : 'one type: no mixed instances policy with overrides', basis: 'configuration' });
  },
});
