import { isObject, listOf, stringsOf, textOf } from '../json.ts';
import type { JsonObject } from '../json.ts';

/** Filters of EC2 whose name does not spell the path of the field. */
const ALIASES: Readonly<Record<string, readonly string[]>> = {
  'instance-state-name': ['State.Name'],
  'instance-state-code': ['State.Code'],
  'instance.group-id': ['SecurityGroups.GroupId'],
  'instance.group-name': ['SecurityGroups.GroupName'],
  'group-id': ['SecurityGroups.GroupId', 'Groups.GroupId', 'GroupId'],
  'group-name': ['SecurityGroups.GroupName', 'Groups.GroupName', 'GroupName'],
  'availability-zone': ['Placement.AvailabilityZone', 'AvailabilityZone'],
  'iam-instance-profile.arn': ['IamInstanceProfile.Arn'],
  'image-id': ['ImageId'],
  status: ['State', 'Status'],
  'owner-alias': ['ImageOwnerAlias', 'OwnerAlias'],
  'resource-id': ['ResourceId'],
  'resource-type': ['ResourceType'],
  'prefix-list-name': ['PrefixListName'],
  cidr: ['CidrBlock'],
  isDefault: ['IsDefault'],
  'is-default': ['IsDefault'],
  'internet-gateway-block-mode': ['BlockPublicAccessStates.InternetGatewayBlockMode'],
};

/** Whether an item passes EC2's `Filters`: every filter must match one of its values; `*` and `?` are wildcards. */
export function passesFilters(item: JsonObject, filters: unknown): boolean {
  return listOf(filters).every((filter) => {
    if (!isObject(filter)) return true;
    const patterns = stringsOf(filter['Values']).map(wildcard);
    return valuesFor(item, textOf(filter['Name']) ?? '').some((value) => patterns.some((pattern) => pattern.test(value)));
  });
}

/** Whether any item of a structure could carry the filter: AWS refuses a filter that the operation does not know. */
function valuesFor(item: JsonObject, name: string): readonly string[] {
  const tags = listOf(item['Tags']).filter(isObject);
  if (name.startsWith('tag:')) return tags.filter((tag) => tag['Key'] === name.slice('tag:'.length)).map((tag) => String(tag['Value']));
  if (name === 'tag-key') return tags.map((tag) => String(tag['Key']));
  if (name === 'tag-value') return tags.map((tag) => String(tag['Value']));
  return (ALIASES[name] ?? [name.split('.').map(pascal).join('.')]).flatMap((path) => follow(item, path.split('.')));
}

/** Every scalar at the end of a path, through lists, in the plural or the singular, whatever the case. */
function follow(value: unknown, path: readonly string[]): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((one) => follow(one, path));
  const [head, ...rest] = path;
  if (head === undefined) return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? [String(value)] : [];
  if (!isObject(value)) return [];
  const wanted = head.toLowerCase();
  const key = Object.keys(value).find((name) => [wanted, `${wanted}s`, `${wanted}set`, `${wanted}es`].includes(name.toLowerCase()));
  return key === undefined ? [] : follow(value[key], rest);
}

function pascal(word: string): string {
  return word.split('-').map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join('');
}

function wildcard(pattern: string): RegExp {
  const escaped = pattern.replace(/[.+^${}()|[\]\\]/g, String.raw`\$&`).replaceAll('*', '.*').replaceAll('?', '.');
  return new RegExp(`^${escaped}$`, 's');
}
