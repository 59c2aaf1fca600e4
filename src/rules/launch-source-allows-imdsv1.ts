import type { Evidence, ResourceOf } from '../model/index.ts';
import { securityHub, wellArchitected } from './controls.ts';
import { launchSourceOf } from './facts/launch-source.ts';
import { defineRule, fail, pass, undecided } from './rule.ts';

/** The template or configuration of an Auto Scaling group leaves tokens optional, so every new instance does. */
export const launchSourceAllowsImdsv1 = defineRule({
  id: 'launch-source-allows-imdsv1',
  code: 'I03',
  title: 'New instances of Auto Scaling groups require metadata tokens',
  severity: 'medium',
  subject: 'autoScalingGroup',
  needs: [],
  wants: ['launchTemplate', 'launchTemplateVersion', 'launchConfiguration', 'instanceMetadataDefaults', 'image'],
  controls: [...securityHub('AutoScaling.3', 'EC2.170'), ...wellArchitected('SEC06-BP01')],
  why: 'Whatever is fixed on the running instances comes back with the next replacement: the launch source has to be fixed first.',
  remediation: {
    summary: 'Make a template version that requires tokens and let the group start from it.',
    command: 'aws ec2 create-launch-template-version --launch-template-id <launch-template-id> --source-version <version> --launch-template-data \'{"MetadataOptions":{"HttpTokens":"required","HttpEndpoint":"enabled"}}\'',
    cost: 'No charge; an hour for each template, plus an instance refresh.',
    interrupts: 'no',
  },
  phase: 'stabilise',
  sources: [
    'https://docs.aws.amazon.com/securityhub/latest/userguide/autoscaling-controls.html#autoscaling-3',
    'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-IMDS-new-instances.html',
  ],
  judge(group, context) {
    const source = launchSourceOf(group, context);
    if (source.kind === 'unknown') return undecided(`what the group launches is not known: ${source.reason}`);
    const options = source.kind === 'template' ? source.version.LaunchTemplateData?.MetadataOptions : source.configuration.MetadataOptions;
    if (options?.HttpEndpoint === 'disabled' || options?.HttpTokens === 'required') return pass();
    const named = source.kind === 'template'
      ? `launch template ${source.version.LaunchTemplateName ?? source.version.LaunchTemplateId} version ${source.version.VersionNumber ?? source.version.id}`
      : `launch configuration ${source.configuration.LaunchConfigurationName}`;
    if (options?.HttpTokens !== undefined) return fail(said(`${named} sets HttpTokens to ${options.HttpTokens}`));

    // Where the launch source is silent, the account's default decides, then the image's.
    const imageId = source.kind === 'template' ? source.version.LaunchTemplateData?.ImageId : source.configuration.ImageId;
    const image = imageId === undefined ? undefined : context.get('image', imageId);
    const [defaults] = context.list('instanceMetadataDefaults');
    if (defaults?.AccountLevel?.HttpTokens === 'required') return pass(said(`${named} is silent, and the account's default requires tokens`));
    if (image && requiresTokens(image)) return pass(said(`${named} is silent, and its image ${image.id} requires tokens`));
    const gap = [context.completeness('instanceMetadataDefaults'), context.completeness('image')].find(({ state }) => state !== 'complete');
    if (gap && gap.state !== 'complete') return undecided(`${named} does not set HttpTokens, and what decides instead is not known: ${gap.reason}`);
    return fail(said(`${named} does not set HttpTokens, and neither the account's default nor the image requires tokens`));
  },
});

function said(text: string): Evidence {
  return { text, basis: 'configuration' };
}

/** `ImdsSupport` of DescribeImages; not one of the fields that the model names. */
function requiresTokens(image: ResourceOf<'image'>): boolean {
  return (image as Readonly<Record<string, unknown>>)['ImdsSupport'] === 'v2.0';
}
