import { isObject, listOf, stringsOf, textOf } from '../json.ts';
import type { JsonObject } from '../json.ts';
import type { Shape } from '../wire/shape.ts';

/** Filters of EC2 whose name does not spell the path of the field. */
const ALIASES: Readonly<Record<string, readonly string[]>> = {
  'instance-state-name': ['State.Name'],
  'instance-state-code': ['State.Code'],
  'requester-managed': ['RequesterManaged'],
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
  'is-default': ['IsDefault'],
  'internet-gateway-block-mode': ['BlockPublicAccessStates.InternetGatewayBlockMode'],
};

/** Whether an item passes EC2's `Filters`: every filter must match one of its values; `*` and `?` are wildcards. */
export function passesFilters(item: JsonObject, filters: unknown): boolean {
  return listOf(filters).every((filter) => {
    if (!isObject(filter)) return true;
    const patterns = stringsOf(filter['Values']).map(wildcard);
    return valuesFor(item, nameOf(filter)).some((value) => patterns.some((pattern) => pattern.test(value)));
  });
}

/**
 * The first filter that an item of this shape cannot have, if any: AWS refuses a filter that the operation does not know, so a
 * misspelt one must not look like an empty answer.
 */
export function unknownFilter(item: Shape, filters: unknown): string | undefined {
  const names = listOf(filters).map((filter) => (isObject(filter) ? nameOf(filter) : ''));
  return names.find((name) => !name.startsWith('tag') && !pathsOf(name).some((path) => leadsSomewhere(item, path.split('.'))));
}

/** EC2 and RDS say `Name`, Systems Manager `Key`. */
function nameOf(filter: JsonObject): string {
  return textOf(filter['Name']) ?? textOf(filter['Key']) ?? '';
}

function leadsSomewhere(shape: Shape, path: readonly string[]): boolean {
  if (shape.kind === 'list') return leadsSomewhere(shape.item.shape(), path);
  const [head, ...rest] = path;
  if (head === undefined) return shape.kind !== 'struct' && shape.kind !== 'map';
  if (shape.kind !== 'struct') return false;
  const key = memberFor(head, shape.members.map((member) => member.name));
  const member = shape.members.find((one) => one.name === key);
  return member !== undefined && leadsSomewhere(member.shape(), rest);
}

function valuesFor(item: JsonObject, name: string): readonly string[] {
  const tags = listOf(item['Tags'] ?? item['TagSet']).filter(isObject);
  if (name.startsWith('tag:')) return tags.filter((tag) => tag['Key'] === name.slice('tag:'.length)).map((tag) => String(tag['Value']));
  if (name === 'tag-key') return tags.map((tag) => String(tag['Key']));
  if (name === 'tag-value') return tags.map((tag) => String(tag['Value']));
  return pathsOf(name).flatMap((path) => follow(item, path.split('.')));
}

/** Where a filter's value may lie: `attachment.instance-id` → `Attachment.InstanceId`. */
function pathsOf(name: string): readonly string[] {
  return ALIASES[name] ?? [name.split('.').map(pascal).join('.')];
}

/** Every scalar at the end of a path, through lists, in the plural or the singular, whatever the case. */
function follow(value: unknown, path: readonly string[]): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((one) => follow(one, path));
  const [head, ...rest] = path;
  if (head === undefined) return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? [String(value)] : [];
  if (!isObject(value)) return [];
  const key = memberFor(head, Object.keys(value));
  return key === undefined ? [] : follow(value[key], rest);
}

function memberFor(word: string, names: readonly string[]): string | undefined {
  const wanted = word.toLowerCase();
  return names.find((name) => [wanted, `${wanted}s`, `${wanted}set`, `${wanted}es`].includes(name.toLowerCase()));
}

function pascal(word: string): string {
  return word.split('-').map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join('');
}

function wildcard(pattern: string): RegExp {
  const escaped = pattern.replace(/[.+^${}()|[\]\\]/g, String.raw`\$&`).replaceAll('*', '.*').replaceAll('?', '.');
  return new RegExp(`^${escaped}$`, 's');
}
