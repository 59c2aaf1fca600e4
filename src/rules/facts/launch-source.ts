import type { ResourceOf } from '../../model/index.ts';
import type { RuleContext } from '../rule.ts';

/** What an Auto Scaling group makes its instances from. */
export type LaunchSource =
  | { readonly kind: 'template'; readonly version: ResourceOf<'launchTemplateVersion'> }
  | { readonly kind: 'configuration'; readonly configuration: ResourceOf<'launchConfiguration'> }
  | { readonly kind: 'unknown'; readonly reason: string };

export type LaunchKinds = 'launchTemplate' | 'launchTemplateVersion' | 'launchConfiguration';

/** The launch template version or launch configuration that the group starts its next instance from. */
export function launchSourceOf(group: ResourceOf<'autoScalingGroup'>, context: RuleContext<LaunchKinds>): LaunchSource {
  if (group.LaunchConfigurationName !== undefined) {
    const configuration = context.get('launchConfiguration', group.LaunchConfigurationName);
    return configuration ? { kind: 'configuration', configuration } : absent('launchConfiguration', group.LaunchConfigurationName, context);
  }
  const specification = group.LaunchTemplate ?? group.MixedInstancesPolicy?.LaunchTemplate?.LaunchTemplateSpecification;
  if (!specification) return { kind: 'unknown', reason: 'The group names neither a launch template nor a launch configuration' };
  const { LaunchTemplateId: id, LaunchTemplateName: name } = specification;
  const template = id === undefined
    ? context.where('launchTemplate', 'name', (candidate) => [candidate.LaunchTemplateName], name ?? '')[0]
    : context.get('launchTemplate', id);
  const number = versionNumber(specification.Version, template);
  const templateId = id ?? template?.id;
  if (templateId === undefined || number === undefined) return absent('launchTemplate', id ?? name ?? '', context);
  const version = context.get('launchTemplateVersion', `${templateId}:${number}`);
  return version ? { kind: 'template', version } : absent('launchTemplateVersion', `${templateId} version ${number}`, context);
}

function versionNumber(asked: string | undefined, template: ResourceOf<'launchTemplate'> | undefined): string | undefined {
  if (asked === '$Latest') return template?.LatestVersionNumber?.toString();
  // Auto Scaling takes the default version where none is named.
  if (asked === undefined || asked === '$Default') return template?.DefaultVersionNumber?.toString();
  return asked;
}

function absent(kind: LaunchKinds, name: string, context: RuleContext<LaunchKinds>): LaunchSource {
  const completeness = context.completeness(kind);
  return { kind: 'unknown', reason: completeness.state === 'complete' ? `${kind} ${name} was not found` : completeness.reason };
}
