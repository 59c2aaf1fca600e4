import { securityHub, wellArchitected } from './controls.ts';
import { defineRule, fail, pass } from './rule.ts';

export const launchConfigurationInUse = defineRule({
  id: 'launch-configuration-in-use',
  code: 'A04',
  title: 'Auto Scaling groups launch from templates',
  severity: 'medium',
  subject: 'autoScalingGroup',
  needs: [],
  controls: [...securityHub('AutoScaling.9'), ...wellArchitected('REL08-BP04')],
  why: 'Launch configurations know no new instance types and have no versions. Convert first: image and type changes of the migration need both.',
  remediation: {
    summary: 'Make a launch template of the configuration, and point the group at it.',
    command: 'aws autoscaling update-auto-scaling-group --auto-scaling-group-name <group-name> --launch-template LaunchTemplateName=<launch-template-name>,Version=<version>',
    cost: 'No charge; instances that run are not changed.',
    interrupts: 'no',
  },
  phase: 'stabilise',
  sources: [
    'https://docs.aws.amazon.com/securityhub/latest/userguide/autoscaling-controls.html#autoscaling-9',
    'https://docs.aws.amazon.com/autoscaling/ec2/userguide/launch-configurations.html',
  ],
  judge(group) {
    return group.LaunchConfigurationName === undefined ? pass() : fail({ text: `launches from the configuration ${group.LaunchConfigurationName}`, basis: 'configuration' });
  },
});
