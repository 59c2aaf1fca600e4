import { isObject, type JsonObject, type JsonValue } from '../../aws/index.ts';
import type { About } from './source.ts';

/** Answers about many resources in one file, by the resource that each is about. */
export interface Joined {
  /** Undefined where the file says nothing of the resource. */
  answer(id: string): JsonObject | undefined;
  /** Some of the items do not say what they are about. */
  readonly anonymous: boolean;
}

/**
 * Takes apart a file that joins the answers of a call made once per resource. Read are
 * - a list whose items, or whose answers, name the resource: `{"Rules": [{"ListenerArn": …}]}`, `[{"InstanceId": …, "UserData": …}]`;
 * - a map from the resource: `{"PrefixListEntries": {"pl-…": [{"Cidr": …}]}}`, `{"pl-…": {…}}`.
 */
export function takeApart(value: JsonValue, about: Pick<About, 'names' | 'list'>): Joined {
  const { names, list } = about;
  const answers = new Map<string, JsonObject>();
  const items = new Map<string, JsonObject[]>();
  let anonymous = false;

  const takeItem = (item: JsonObject): void => {
    const ids = namedBy(item, names);
    if (ids.length === 0) anonymous = true;
    for (const id of ids) {
      // An answer by itself, rather than one of its items.
      if (list === undefined || item[list] !== undefined) answers.set(id, item);
      else items.set(id, [...(items.get(id) ?? []), item]);
    }
  };
  const takeMap = (map: JsonObject): void => {
    for (const [id, entry] of Object.entries(map)) {
      if (isObject(entry)) answers.set(id, entry);
      else if (Array.isArray(entry) && list !== undefined) answers.set(id, { [list]: entry as readonly JsonValue[] });
    }
  };
  const takeList = (entries: readonly JsonValue[]): void => {
    for (const entry of entries) {
      if (!isObject(entry)) continue;
      const nested = Object.values(entry).filter((field) => Array.isArray(field));
      // A page of a joined answer rather than one of its items.
      if (entry[names] === undefined && nested.length > 0 && namedBy(entry, names).length === 0) takeTop(entry);
      else takeItem(entry);
    }
  };
  const takeTop = (top: JsonObject): void => {
    if (top[names] !== undefined) {
      takeItem(top);
      return;
    }
    takeMap(top);
    for (const field of Object.values(top)) {
      if (Array.isArray(field)) takeList(field as readonly JsonValue[]);
      else if (isObject(field)) takeMap(field);
    }
  };
  if (isObject(value)) takeTop(value);
  else if (Array.isArray(value)) takeList(value as readonly JsonValue[]);

  return { anonymous, answer: (id) => answers.get(id) ?? (list !== undefined && items.has(id) ? { [list]: items.get(id) ?? [] } : undefined) };
}

/** The resources that an item says it is about. A rule's ARN holds its listener's; an inline policy is named by role and name. */
function namedBy(item: JsonObject, names: string): readonly string[] {
  const direct = item[names];
  if (typeof direct === 'string') return [direct];
  const rule = item['RuleArn'];
  if (names === 'ListenerArn' && typeof rule === 'string') return [rule.replace(':listener-rule/', ':listener/').replace(/\/[^/]*$/, '')];
  const { RoleName: role, PolicyName: policy } = item;
  if (names === 'PolicyId' && typeof role === 'string' && typeof policy === 'string') return [`${role}/${policy}`];
  return [];
}
