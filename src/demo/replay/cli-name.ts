/**
 * An operation's name as the AWS CLI writes it: `DescribeDBInstances` → `describe-db-instances`, `ListWebACLs` → `list-web-acls`.
 * The rules are botocore's (`xform_name`): a plural acronym at the end is one word, then words begin at capitals.
 */
export function cliNameOf(operation: string): string {
  return operation
    .replace(/[A-Z]{2,}s$/, (acronym) => `-${acronym.toLowerCase()}`)
    .replace(/(.)([A-Z][a-z]+)/g, '$1-$2')
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replaceAll('--', '-');
}
