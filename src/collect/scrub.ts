import { isObject, type JsonObject, type JsonValue } from '../aws/index.ts';
import { redactJson, redactTags } from './redact/index.ts';

const TAG_LISTS = new Set(['Tags', 'TagSet', 'TagList']);
/** Fields that carry a secret by nature. User data is read apart, decoded and redacted. */
const DROPPED = new Set(['UserData', 'RedactedUserData', 'ClientSecret', 'AuthToken', 'MasterUserPassword']);

/** An answer without its secrets: user data is gone, tags and every other text are redacted. The input is not changed. */
export function scrub(page: JsonObject): JsonObject {
  return redactJson(withoutCarriers(page));
}

function withoutCarriers(object: JsonObject): JsonObject {
  const kept: Record<string, JsonValue | undefined> = {};
  for (const [key, value] of Object.entries(object)) {
    if (DROPPED.has(key)) continue;
    kept[key] = TAG_LISTS.has(key) && Array.isArray(value) ? value.map(redactedTag) : inside(value);
  }
  return kept;
}

function inside(value: JsonValue | undefined): JsonValue | undefined {
  if (Array.isArray(value)) return (value as readonly JsonValue[]).map((item) => inside(item) ?? null);
  return isObject(value) ? withoutCarriers(value) : value;
}

function redactedTag(tag: JsonValue): JsonValue {
  if (!isObject(tag)) return tag;
  const { Key: key, Value: value } = tag;
  if (typeof key !== 'string' || typeof value !== 'string') return tag;
  const [redacted] = Object.entries(redactTags({ [key]: value }).tags);
  return { ...tag, Key: redacted?.[0] ?? key, Value: redacted?.[1] ?? '' };
}

/** AWS's list of tags as a map. */
export function foldTags(list: JsonValue | undefined): Record<string, string> {
  const tags: Record<string, string> = {};
  for (const tag of Array.isArray(list) ? (list as readonly JsonValue[]) : []) {
    if (!isObject(tag)) continue;
    const { Key: key, Value: value } = tag;
    if (typeof key === 'string') tags[key] = typeof value === 'string' ? value : '';
  }
  return tags;
}
