/** A value as JSON holds it. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;
export interface JsonObject { readonly [key: string]: JsonValue | undefined }

/**
 * An SDK answer as `aws … --output json` would print it: instants as ISO 8601 in UTC, bytes as base64,
 * no `$metadata`, no absent fields.
 */
export function toJson(value: unknown): JsonObject {
  const converted = convert(value);
  return isObject(converted) ? converted : {};
}

export function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The objects of a list; anything else in it is left out. Empty for a value that is not a list. */
export function objectsIn(value: JsonValue | undefined): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter((item: JsonValue): item is JsonObject => isObject(item)) : [];
}

/** The strings of a list; empty for a value that is not a list. */
export function stringsIn(value: JsonValue | undefined): readonly string[] {
  return Array.isArray(value) ? value.filter((item: JsonValue): item is string => typeof item === 'string') : [];
}

/** The text of a field, or nothing where it is not text. */
export function textOf(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : '';
}

function convert(value: unknown): JsonValue | undefined {
  if (value === null || typeof value === 'boolean' || typeof value === 'number' || typeof value === 'string') return value;
  if (value === undefined || typeof value === 'function' || typeof value === 'symbol') return undefined;
  if (typeof value === 'bigint') return value.toString();
  // The SDK hands JSON that lies inside JSON (a price list's products) over as a String object.
  if (value instanceof Object && Object.prototype.toString.call(value) === '[object String]') return value.valueOf() as string;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  if (Array.isArray(value) || value instanceof Set) {
    return [...value].map((item) => convert(item)).filter((item) => item !== undefined);
  }
  const object: Record<string, JsonValue> = {};
  for (const [key, field] of Object.entries(value)) {
    if (key === '$metadata') continue;
    const converted = convert(field);
    if (converted !== undefined) object[key] = converted;
  }
  return object;
}
