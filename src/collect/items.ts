import { isObject, type JsonObject, type JsonValue } from '../aws/index.ts';

/**
 * The items at a path like `Reservations[].Instances[]`. Items that are not objects become `{value: item}`.
 * An absent list has no items: the wire leaves empty lists out.
 */
export function itemsAt(page: JsonObject, path: string): readonly JsonObject[] {
  let values: readonly JsonValue[] = [page];
  for (const step of path.split('.')) {
    const many = step.endsWith('[]');
    const key = many ? step.slice(0, -2) : step;
    const next: JsonValue[] = [];
    for (const value of values) {
      const field = isObject(value) ? value[key] : undefined;
      if (field === undefined || field === null) continue;
      if (many && Array.isArray(field)) for (const item of field as readonly JsonValue[]) next.push(item);
      else if (!many) next.push(field);
    }
    values = next;
  }
  return values.map((value) => (isObject(value) ? value : { value }));
}

/** The field that holds the list that the path begins with: `Reservations`. */
export function listField(path: string): string {
  return path.split('.')[0]?.replace('[]', '') ?? '';
}

/** The pages of one answer as one: lists are joined, structures are joined field by field, of all else the first is kept. */
export function joinPages(pages: readonly JsonObject[]): JsonObject {
  const joined: Record<string, JsonValue | undefined> = {};
  const lists = new Map<string, JsonValue[]>();
  for (const page of pages) {
    for (const [key, value] of Object.entries(page)) {
      const before = joined[key];
      if (Array.isArray(value)) {
        const list = lists.get(key) ?? [];
        for (const item of value as readonly JsonValue[]) list.push(item);
        lists.set(key, list);
        joined[key] = list;
      } else if (isObject(value) && isObject(before)) joined[key] = joinPages([before, value]);
      else if (before === undefined) joined[key] = value;
    }
  }
  return joined;
}
