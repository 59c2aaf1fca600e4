import { gunzipSync } from 'node:zlib';
import type { SecretSpan } from './assignments.ts';
import { secretSpans } from './spans.ts';

export interface FoundSecret {
  readonly kind: string;
  /** From 1. */
  readonly line: number;
}

export interface RedactedText {
  readonly text: string;
  readonly secrets: readonly FoundSecret[];
}

/** Nested base64: user data in a launch template in a script is already deeper than anything seen. */
const MAX_DEPTH = 3;
const MAX_UNPACKED_BYTES = 1024 * 1024;

/**
 * Replaces every secret by `[redacted:<kind>]`, line for line: the text keeps its number of lines. Secrets inside base64
 * (`write_files`, `echo … | base64 -d`) are redacted inside it and encoded again. Synchronous; the project's own rules only.
 */
export function redactText(text: string): RedactedText {
  return replaceSpans(text, secretSpans(text), 0);
}

export function replaceSpans(text: string, spans: readonly SecretSpan[], depth: number): RedactedText {
  const secrets: FoundSecret[] = [];
  const plain = redactEncoded(text, spans, depth, secrets);
  let result = '';
  let at = 0;
  let line = 1;
  for (const span of plain.spans) {
    const before = plain.text.slice(at, span.start);
    line += newlines(before);
    secrets.push({ kind: span.kind, line });
    const lines = newlines(plain.text.slice(span.start, span.end));
    result += `${before}[redacted:${span.kind}]${'\n'.repeat(lines)}`;
    line += lines;
    at = span.end;
  }
  result += plain.text.slice(at);
  return { text: result, secrets: secrets.sort((a, b) => a.line - b.line || (a.kind < b.kind ? -1 : 1)) };
}

/** A run of base64 long enough to hold a secret, on one line or on several with the same indent. */
const BASE64 = /(?<![A-Za-z0-9+/=_-])[A-Za-z0-9+/]{24,}(?:\n[ \t]*[A-Za-z0-9+/]{16,})*(?:\n[ \t]*[A-Za-z0-9+/]{1,76})?={0,2}(?![A-Za-z0-9+/=_-])/g;

/** Redacts inside base64 that decodes to text. Spans behind a replaced run move with it. */
function redactEncoded(text: string, spans: readonly SecretSpan[], depth: number, secrets: FoundSecret[]): { text: string; spans: readonly SecretSpan[] } {
  if (depth >= MAX_DEPTH) return { text, spans };
  let moved = spans;
  let result = text;
  for (const match of [...text.matchAll(BASE64)].reverse()) {
    const start = match.index;
    const end = start + match[0].length;
    if (spans.some((span) => span.start < end && span.end > start)) continue;
    const inner = decoded(match[0]);
    if (inner === undefined) continue;
    const redacted = replaceSpans(inner, secretSpans(inner), depth + 1);
    if (redacted.secrets.length === 0) continue;
    const line = newlines(text.slice(0, start)) + 1;
    secrets.push(...redacted.secrets.map((secret) => ({ kind: secret.kind, line })));
    const replacement = Buffer.from(redacted.text, 'utf8').toString('base64') + '\n'.repeat(newlines(match[0]));
    result = result.slice(0, start) + replacement + result.slice(end);
    const by = replacement.length - match[0].length;
    moved = moved.map((span) => (span.start >= end ? { ...span, start: span.start + by, end: span.end + by } : span));
  }
  return { text: result, spans: moved };
}

function decoded(base64: string): string | undefined {
  let bytes = Buffer.from(base64, 'base64');
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) {
    try {
      bytes = gunzipSync(bytes, { maxOutputLength: MAX_UNPACKED_BYTES });
    } catch {
      return undefined;
    }
  }
  const text = bytes.toString('utf8');
  // Random bytes are not UTF-8; a text has no control characters but white space.
  // oxlint-disable-next-line no-control-regex
  return /[\uFFFD\u0000-\u0008\u000E-\u001F]/.test(text) ? undefined : text;
}

function newlines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
