import { assignedSecrets, type SecretSpan } from './assignments.ts';
import { COMMAND_PATTERNS } from './commands.ts';
import { isPlaceholder } from './placeholder.ts';
import { TOKEN_PATTERNS, type TokenPattern } from './tokens.ts';

/** Every stretch that a rule of this project takes for a secret, in order and without overlaps. */
export function secretSpans(text: string): SecretSpan[] {
  const spans: SecretSpan[] = [];
  for (const token of TOKEN_PATTERNS) collect(token, text, spans);
  for (const token of COMMAND_PATTERNS) collect(token, text, spans);
  spans.push(...assignedSecrets(text));
  spans.push(...bareSecretKeys(text, spans));
  return merge(spans);
}

function collect(token: TokenPattern, text: string, into: SecretSpan[]): void {
  token.pattern.lastIndex = 0;
  for (const match of text.matchAll(token.pattern)) {
    const groups = match.indices?.groups;
    const literal = groups?.['sq'];
    const range = groups?.['secret'] ?? groups?.['dq'] ?? literal ?? groups?.['bare'] ?? match.indices?.[0];
    if (!range || match[0].includes('[redacted:') || isPlaceholder(text.slice(range[0], range[1]), literal !== undefined)) continue;
    into.push({ start: range[0], end: range[1], kind: token.kind });
  }
}

/** A secret access key that stands by itself within three lines of its access key id: 40 characters of mixed base64. */
function bareSecretKeys(text: string, found: readonly SecretSpan[]): SecretSpan[] {
  const ids = found.filter((span) => span.kind === 'aws-access-key-id');
  if (ids.length === 0) return [];
  return [...text.matchAll(/(?<![A-Za-z0-9/+=])[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+=])/g)]
    .filter((match) => /[a-z]/.test(match[0]) && /[A-Z]/.test(match[0]) && /\d/.test(match[0]))
    .filter((match) => ids.some((id) => {
      const between = id.start < match.index ? text.slice(id.end, match.index) : text.slice(match.index, id.start);
      return between.length < 400 && between.split('\n').length <= 4;
    }))
    .map((match) => ({ start: match.index, end: match.index + 40, kind: 'aws-secret-access-key' }));
}

/** How much a kind says: a vendor's token over a name over a position. */
function weight(kind: string): number {
  return kind === 'password' || kind === 'secret' || kind === 'key' || kind === 'token' || kind === 'api-key' ? 1 : 2;
}

/** Joins overlapping spans into one, named by the kind that says most. */
export function merge(spans: readonly SecretSpan[]): SecretSpan[] {
  const sorted = spans.filter((span) => span.end > span.start).sort((a, b) => a.start - b.start || b.end - a.end || weight(b.kind) - weight(a.kind));
  const merged: SecretSpan[] = [];
  for (const span of sorted) {
    const last = merged.at(-1);
    if (!last || span.start >= last.end) merged.push(span);
    else merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, span.end), kind: weight(span.kind) > weight(last.kind) ? span.kind : last.kind };
  }
  return merged;
}
