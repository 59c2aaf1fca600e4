import type { ResourceOf } from '../../model/index.ts';

/** Tags that a deployment tool puts on what it makes, or that its users put there by custom. */
const MARKS: readonly (readonly [pattern: RegExp, tool: string])[] = [
  [/^aws:cloudformation:stack-name$/, 'CloudFormation'],
  [/^aws:servicecatalog:/, 'Service Catalog'],
  [/^elasticbeanstalk:environment-name$/, 'Elastic Beanstalk'],
  [/^aws:(eks|elasticmapreduce|ecs):|^eks:|^karpenter\.sh\/|^kubernetes\.io\/cluster\//, 'an orchestrator'],
  [/^(terraform|tf)([:_-].*)?$/i, 'Terraform'],
  [/^pulumi([:_-].*)?$/i, 'Pulumi'],
  [/^(codedeploy|aws:codedeploy)([:_-].*)?$/i, 'CodeDeploy'],
];

const MANAGED_BY = /^(managed[-_ ]?by|provisioner|iac|created[-_ ]?with|deployed[-_ ]?by|deployment[-_ ]?tool)$/i;
const TOOL = /terraform|opentofu|cloudformation|cdk|pulumi|ansible|puppet|chef|salt|crossplane|packer|spacelift|atlantis/i;

/** The tool that the tags name as the maker; undefined where they name none. */
export function deployedBy(tags: ResourceOf<'instance'>['tags']): string | undefined {
  for (const key of Object.keys(tags).sort()) {
    const mark = MARKS.find(([pattern]) => pattern.test(key));
    if (mark) return `${mark[1]} (tag ${key})`;
    const value = tags[key] ?? '';
    if (MANAGED_BY.test(key) && TOOL.test(value)) return `${value} (tag ${key})`;
  }
  return undefined;
}
