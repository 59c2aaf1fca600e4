import type { ServiceId } from '../aws/index.ts';

/**
 * An operation as the AWS CLI spells it: `DescribeDBInstances` is `describe-db-instances`.
 * The rule is botocore's `xform_name`: a plural of capitals (`WebACLs`) stays together.
 */
export function cliName(operation: string): string {
  return operation
    .replace(/[A-Z]{2,}s$/, (plural) => `-${plural.toLowerCase()}`)
    .replace(/(.)([A-Z][a-z]+)/g, '$1-$2')
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase();
}

/** What a file of an answer may be called, without `.json`; the first is how it is written. */
export function fileStems(service: ServiceId, operation: string, variant: string | undefined): readonly string[] {
  const end = `${cliName(operation)}${variant === undefined ? '' : `-${variant}`}`;
  // The CLI says `configservice` where botocore, and so CloudMapper, says `config`.
  return service === 'configservice' ? [`configservice-${end}`, `config-${end}`] : [`${service}-${end}`];
}
