import { securityHub, wellArchitected } from './controls.ts';
import { defineRule, fail, pass, undecided } from './rule.ts';

export const launchTemplateAssignsPublicAddress = defineRule({
  id: 'launch-template-assigns-public-address',
  code: 'X09',
  title: 'Launch templates assign no public address',
  severity: 'medium',
  subject: 'launchTemplate',
  needs: ['launchTemplateVersion'],
  controls: [...securityHub('EC2.25'), ...wellArchitected('SEC05-BP01')],
  why: 'Every instance that Auto Scaling replaces comes up with a public address again.',
  remediation: {
    summary: 'Make a version that assigns none, and make it the default.',
    command: 'aws ec2 create-launch-template-version --launch-template-id <launch-template-id> --source-version <version> --launch-template-data <data-with-AssociatePublicIpAddress-false>',
    cost: 'No charge; instances that run are not changed, so plan an instance refresh.',
    interrupts: 'no',
  },
  phase: 'stabilise',
  sources: ['https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-25'],
  judge(template, context) {
    const versions = context.where('launchTemplateVersion', 'template', (version) => [version.LaunchTemplateId], template.id);
    if (versions.length === 0) return undecided('no version of the template is in the estate');
    const assigning = versions.filter((version) => (version.LaunchTemplateData?.NetworkInterfaces ?? []).some((eni) => eni.AssociatePublicIpAddress === true));
    if (assigning.length === 0) return pass();
    return fail(...assigning.map((version) => ({
      text: `version ${version.VersionNumber ?? version.id}${version.VersionNumber === template.DefaultVersionNumber ? ' (default)' : ''} sets AssociatePublicIpAddress`,
      basis: 'configuration' as const,
    })));
  },
});
