import { isObject, type JsonObject, type JsonValue } from '../aws/index.ts';
import { redactJson, redactString, redactTags } from './redact/index.ts';

const TAG_LISTS = new Set(['Tags', 'TagSet', 'TagList']);
/** Fields that carry a secret by nature. User data is read apart, decoded and redacted. */
const DROPPED = new Set(['UserData', 'RedactedUserData', 'ClientSecret', 'AuthToken', 'MasterUserPassword']);

/** Fields that AWS fills by itself, in a form that no one chooses. They are most of what an answer holds. */
const GENERATED = /(?<!Key)Id$|Time$|^(?:Private|Public)?D(?:ns|NS)Name$|^MacAddress$/;

/** The most texts that are remembered: the same few thousand make up most of any answer. */
const MEMORY = 100_000;

/** Takes the secrets out of answers. It remembers what it has read, so one serves a whole collection. */
export class Scrubber {
  readonly #read = new Map<string, string>();

  /** An answer without its secrets: user data is gone, tags and every other text are redacted. The input is not changed. */
  scrub(object: JsonObject): JsonObject {
    const kept: Record<string, JsonValue | undefined> = {};
    for (const [key, value] of Object.entries(object)) {
      if (DROPPED.has(key)) continue;
      kept[key] = TAG_LISTS.has(key) && Array.isArray(value) ? value.map((tag: JsonValue) => this.#tag(tag)) : this.#inside(key, value);
    }
    return kept;
  }

  #inside(key: string, value: JsonValue | undefined): JsonValue | undefined {
    if (typeof value === 'string') return GENERATED.test(key) ? value : this.#text(key, value);
    if (Array.isArray(value)) return (value as readonly JsonValue[]).map((item) => this.#inside(key, item) ?? null);
    return isObject(value) ? this.scrub(value) : value;
  }

  /** A tag's value says what it is by its key; its other fields are as any other. */
  #tag(tag: JsonValue): JsonValue {
    if (!isObject(tag)) return tag;
    const { Key: key, Value: value, ...rest } = tag;
    if (typeof key !== 'string' || typeof value !== 'string') return this.scrub(tag);
    return {
      ...this.scrub(rest),
      Key: this.#once(`key ${key}`, () => redactString(key)),
      Value: this.#once(`tag ${key} ${value}`, () => Object.values(redactTags({ [key]: value }).tags)[0] ?? ''),
    };
  }

  #text(key: string, value: string): string {
    return this.#once(`${key} ${value}`, () => redactJson({ [key]: value })[key] ?? '');
  }

  #once(what: string, read: () => string): string {
    const known = this.#read.get(what);
    if (known !== undefined) return known;
    const redacted = read();
    if (this.#read.size < MEMORY) this.#read.set(what, redacted);
    return redacted;
  }
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
