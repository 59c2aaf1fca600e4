/** JSON as the AWS CLI prints it: AWS field names, instants as ISO 8601 strings, blobs as base64 strings. */
export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The list under a name, or an empty one: AWS leaves an empty list out as often as it sends it. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The strings of a list input (`InstanceIds`), or none. */
export function stringsOf(value: unknown): readonly string[] {
  return listOf(value).filter((item): item is string => typeof item === 'string');
}

/** A string input, or nothing where it is absent or of another type. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
