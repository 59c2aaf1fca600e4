import { isSecretName } from './assignments.ts';
import { isPlaceholder } from './placeholder.ts';
import { redactText } from './text.ts';

/** What any of the rules needs to find something: a separator, a known prefix, or a long run of base64. */
const WORTH_A_LOOK = /[=:@\s]|[A-Za-z0-9+/_-]{20}/;
const PLAIN_ID = /^(?:(?:i|sg|vpc|subnet|eni|vol|ami|snap|rtb|acl|igw|nat|lt|eipassoc|eipalloc|pl|tgw|pcx|vpce|r|h)-[0-9a-f]+|arn:aws[\w-]*:[\w-]+:[\w-]*:\d*:[\w:/.*-]+|\d{4}-\d\d-\d\dT[\d:.+Z-]+|[\w.-]{1,19}|[\da-f.:/]+)$/;

/** A short string (a tag's value, a description, an error's text) without its secrets. */
export function redactString(value: string): string {
  if (PLAIN_ID.test(value) || !WORTH_A_LOOK.test(value)) return value;
  return redactText(value).text;
}

export interface RedactedTags {
  readonly tags: Record<string, string>;
  /** The keys whose values were secret. */
  readonly secrets: readonly { readonly kind: string; readonly key: string }[];
}

/** Tags without their secrets: by what the key says the value is, and by the value's own form. Keys are redacted too. */
export function redactTags(tags: Readonly<Record<string, string>>): RedactedTags {
  const result: Record<string, string> = {};
  const secrets: { kind: string; key: string }[] = [];
  for (const [rawKey, value] of Object.entries(tags)) {
    const key = redactString(rawKey);
    const named = isSecretName(rawKey.replaceAll(/\s+/g, '_')) && value !== '' && !isPlaceholder(value);
    const redacted = named ? '[redacted:secret]' : redactString(value);
    if (redacted !== value) secrets.push({ kind: /\[redacted:([\w-]+)\]/.exec(redacted)?.[1] ?? 'secret', key });
    result[key] = redacted;
  }
  return { tags: result, secrets };
}

export type Json = string | number | boolean | null | undefined | readonly Json[] | { readonly [key: string]: Json };

/** Every string of an AWS answer without its secrets; keys that name a secret lose their value. The input is not changed. */
export function redactJson<T extends Json>(value: T): T {
  return redactValue(value, '') as T; // same shape: only the text of strings changes
}

function redactValue(value: Json, key: string): Json {
  if (typeof value === 'string') return key !== '' && isSecretName(key) && value !== '' && !isPlaceholder(value) && !PLAIN_ID.test(value) ? '[redacted:secret]' : redactString(value);
  if (Array.isArray(value)) return (value as readonly Json[]).map((item) => redactValue(item, key));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, redactValue(item, name)]));
}
