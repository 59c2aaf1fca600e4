import { securityHub, wellArchitected } from './controls.ts';
import { defineRule, fail, pass } from './rule.ts';

export const launchConfigurationAssignsPublicAddress = defineRule({
  id: 'launch-configuration-assigns-public-address',
  code: 'X09C',
  title: 'Launch configurations assign no public address',
  severity: 'medium',
  subject: 'launchConfiguration',
  needs: [],
  controls: [...securityHub('AutoScaling.5'), ...wellArchitected('SEC05-BP01')],
  why: 'Every instance that Auto Scaling replaces comes up with a public address again.',
  remediation: {
    summary: 'Move the group to a launch template that assigns none.',
    command: 'aws autoscaling update-auto-scaling-group --auto-scaling-group-name <group-name> --launch-template LaunchTemplateId=<launch-template-id>,Version=<version>',
    cost: 'No charge; instances that run are not changed, so plan an instance refresh.',
    interrupts: 'no',
  },
  phase: 'stabilise',
  sources: ['https://docs.aws.amazon.com/securityhub/latest/userguide/autoscaling-controls.html#autoscaling-5'],
  judge(configuration) {
    return configuration.AssociatePublicIpAddress === true ? fail({ text: 'AssociatePublicIpAddress is on', basis: 'configuration' }) : pass();
  },
});
