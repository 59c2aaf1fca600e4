import { launchSourceAllowsImdsv1 } from '../../src/rules/launch-source-allows-imdsv1.ts';
import type { Literals } from './case.ts';
import { truthTable } from './truth-table.ts';

const template = { id: 'lt-1', LaunchTemplateId: 'lt-1', LaunchTemplateName: 'web', DefaultVersionNumber: 3, LatestVersionNumber: 4 };
const version = (number: number, data = {}) => ({ id: `lt-1:${number}`, LaunchTemplateId: 'lt-1', LaunchTemplateName: 'web', VersionNumber: number, LaunchTemplateData: data });
const group = (specification = {}): Literals => ({ autoScalingGroup: [{ id: 'web', AutoScalingGroupName: 'web', LaunchTemplate: { LaunchTemplateId: 'lt-1', ...specification } }], launchTemplate: [template] });
const required = { MetadataOptions: { HttpTokens: 'required' } };
const optional = { MetadataOptions: { HttpTokens: 'optional' } };
const image = { id: 'ami-1', ImageId: 'ami-1', ImdsSupport: 'v2.0' };
const configuration = (MetadataOptions?: { HttpTokens: string }): Literals => ({
  autoScalingGroup: [{ id: 'web', AutoScalingGroupName: 'web', LaunchConfigurationName: 'lc' }],
  launchConfiguration: [{ id: 'lc', LaunchConfigurationName: 'lc', MetadataOptions }],
});

truthTable(launchSourceAllowsImdsv1, 'web', [
  ['the default version requires tokens', 'pass', { ...group(), launchTemplateVersion: [version(3, required), version(4, optional)] }],
  ['$Latest leaves them optional', 'fail medium', { ...group({ Version: '$Latest' }), launchTemplateVersion: [version(3, required), version(4, optional)] }, { says: /version 4 sets HttpTokens to optional/ }],
  ['the template is named, not numbered', 'pass', {
    ...group(), autoScalingGroup: [{ id: 'web', AutoScalingGroupName: 'web', LaunchTemplate: { LaunchTemplateName: 'web', Version: '$Default' } }], launchTemplateVersion: [version(3, required)],
  }],
  ['a mixed instances policy', 'fail medium', {
    ...group(), launchTemplateVersion: [version(3, optional)],
    autoScalingGroup: [{ id: 'web', AutoScalingGroupName: 'web', MixedInstancesPolicy: { LaunchTemplate: { LaunchTemplateSpecification: { LaunchTemplateId: 'lt-1' } } } }],
  }],
  ['silent, and nothing decides instead', 'fail medium', { ...group(), launchTemplateVersion: [version(3)] }, { says: /neither/ }],
  ['silent, the account requires tokens', 'pass', { ...group(), launchTemplateVersion: [version(3)], instanceMetadataDefaults: [{ id: 'eu-west-1', AccountLevel: { HttpTokens: 'required' } }] }],
  ['silent, the image requires tokens', 'pass', { ...group(), launchTemplateVersion: [version(3, { ImageId: 'ami-1' })], image: [image] }, { says: /image ami-1 requires tokens/ }],
  ['silent, the image is not known', 'unknown', { ...group(), launchTemplateVersion: [version(3, { ImageId: 'ami-1' })] }, { denied: ['image'] }],
  ['silent, the account is not known', 'unknown', { ...group(), launchTemplateVersion: [version(3)] }, { denied: ['instanceMetadataDefaults'], says: /GetInstanceMetadataDefaults/ }],
  ['a launch configuration that is silent', 'fail medium', configuration()],
  ['a launch configuration that requires tokens', 'pass', configuration({ HttpTokens: 'required' })],
  ['a version that was not collected', 'unknown', { ...group({ Version: '1' }), launchTemplateVersion: [version(3, required)] }],
  ['templates denied', 'unknown', { autoScalingGroup: [{ id: 'web', AutoScalingGroupName: 'web', LaunchTemplate: { LaunchTemplateId: 'lt-1' } }] }, { denied: ['launchTemplate'], says: /denied/ }],
  ['neither template nor configuration', 'unknown', { autoScalingGroup: [{ id: 'web', AutoScalingGroupName: 'web' }] }],
]);
