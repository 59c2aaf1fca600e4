import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, type Node, type YAMLMap } from 'yaml';
import { MonolensError } from '../errors.ts';
import type { Finding } from '../model/index.ts';
import { matchesGlob } from './glob.ts';
import type { AnyRule } from './rule.ts';
import { findRule } from './select.ts';

/** A decision to live with a finding until a day: one entry of the mute file. */
export interface Mute {
  /** The rule's id. */
  readonly rule: string;
  /** A glob on the resource's ARN or id, or on what follows its last slash: `*` is any text, `?` one character. */
  readonly resource: string;
  readonly reason: string;
  readonly by: string;
  /** The last day on which it holds, `YYYY-MM-DD` in UTC. */
  readonly expires: string;
  /** `.monolens/mute.yaml:7`. */
  readonly place: string;
}

const FIELDS = ['rule', 'resource', 'reason', 'by', 'expires'] as const;

/**
 * Reads the entries of a mute file: a YAML list of `{rule, resource, reason, by, expires}`, every field required.
 * @param file the name that errors show
 * @throws MonolensError (usage) with file and line, for what is not such a list, for a rule that does not exist, and for an entry
 * that has expired: an expired entry is a decision that has to be taken again
 */
export function parseMuteEntries(text: string, file: string, now: Date, rules: readonly AnyRule[]): Mute[] {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const placeOf = (offset: number | undefined): string => `${file}:${lines.linePos(offset ?? 0).line}`;
  const [fault] = document.errors;
  if (fault) throw malformed(placeOf(fault.pos[0]), `it is not YAML: ${fault.message.split('\n')[0] ?? fault.code}`);
  const { contents } = document;
  if (contents === null || (isScalar(contents) && contents.value === null)) return [];
  if (!isSeq(contents)) throw malformed(placeOf(startOf(contents)), 'the file is not a list of entries');
  return contents.items.map((item) => {
    if (isAlias(item)) throw malformed(placeOf(startOf(item)), 'an entry is an alias: write it out');
    const place = placeOf(startOf(item));
    if (!isMap(item)) throw malformed(place, `an entry is not a map of ${FIELDS.join(', ')}`);
    return entryOf(item, place, (offset) => placeOf(offset), now, rules);
  });
}

function entryOf(item: YAMLMap, place: string, placeOf: (offset: number | undefined) => string, now: Date, rules: readonly AnyRule[]): Mute {
  const values = new Map<string, { value: string; place: string }>();
  for (const pair of item.items) {
    const key = isScalar(pair.key) ? String(pair.key.value) : '';
    const at = placeOf(startOf(pair.key as Node | null));
    if (!FIELDS.some((field) => field === key)) throw malformed(at, `an entry has no field ${JSON.stringify(key)}, only ${FIELDS.join(', ')}`);
    const value = isScalar(pair.value) && typeof pair.value.value === 'string' ? pair.value.value.trim() : '';
    if (value === '') throw malformed(at, `${key} is not a text`);
    values.set(key, { value, place: at });
  }
  const read = (field: (typeof FIELDS)[number]): { value: string; place: string } => {
    const found = values.get(field);
    if (!found) throw malformed(place, `the entry does not say ${field}`);
    return found;
  };
  const mute = { rule: ruleId(read('rule'), rules), resource: read('resource').value, reason: read('reason').value, by: read('by').value, place };
  const expires = read('expires');
  if (!isDay(expires.value)) throw malformed(expires.place, `expires is ${JSON.stringify(expires.value)}, not a day as YYYY-MM-DD`);
  if (isOver(expires.value, now)) {
    throw new MonolensError({
      code: 'MUTE_EXPIRED', exit: 'usage',
      what: `${expires.place}: the mute of ${mute.rule} on ${mute.resource} expired on ${expires.value}.`,
      why: `It was accepted by ${mute.by}: ${mute.reason}`,
      next: 'Decide again: give it a later day, or remove the entry.',
    });
  }
  return { ...mute, expires: expires.value };
}

function ruleId(named: { value: string; place: string }, rules: readonly AnyRule[]): string {
  try {
    return findRule(rules, named.value).id;
  } catch (error) {
    if (error instanceof MonolensError) throw malformed(named.place, `${error.message} ${error.why ?? ''}`.trim());
    throw error;
  }
}

function malformed(place: string, why: string): MonolensError {
  return new MonolensError({
    code: 'MUTE_MALFORMED', exit: 'usage', what: `${place}: this mute entry cannot be read.`, why,
    next: 'Write entries as: - {rule: admin-port-exposed, resource: "*sg-0123*", reason: …, by: …, expires: YYYY-MM-DD}',
  });
}

function startOf(node: Node | null | undefined): number | undefined {
  return node?.range?.[0];
}

function isDay(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/u.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function isOver(expires: string, now: Date): boolean {
  return now.toISOString().slice(0, 10) > expires;
}

/**
 * Turns the failing and unknown findings that an entry names into `muted`, with who, why and until when; none is removed. The first
 * entry that matches is the one that is shown. `warnings` names entries that are over and entries that mute nothing.
 */
export function applyMutes(findings: readonly Finding[], mutes: readonly Mute[], now: Date): { findings: Finding[]; warnings: string[] } {
  const live = mutes.filter((mute) => !isOver(mute.expires, now));
  const byRule = Map.groupBy(live, (mute) => mute.rule);
  const used = new Set<Mute>();
  const muted = findings.map((finding) => {
    const entries = byRule.get(finding.ruleId);
    if (!entries || (finding.outcome !== 'fail' && finding.outcome !== 'unknown')) return finding;
    const matching = entries.filter((mute) => covers(mute, finding.resourceId));
    for (const mute of matching) used.add(mute);
    const [first] = matching;
    return first ? { ...finding, outcome: 'muted' as const, mute: { by: first.by, reason: first.reason, expires: first.expires } } : finding;
  });
  const warnings = mutes.flatMap((mute) => {
    if (isOver(mute.expires, now)) return [`${mute.place}: the mute of ${mute.rule} on ${mute.resource} expired on ${mute.expires} and does nothing`];
    return used.has(mute) ? [] : [`${mute.place}: nothing that fails or is unknown matches ${mute.rule} on ${mute.resource}; the entry can go`];
  });
  return { findings: muted, warnings };
}

function covers(mute: Mute, resourceId: string): boolean {
  return matchesGlob(mute.resource, resourceId) || matchesGlob(mute.resource, resourceId.slice(resourceId.lastIndexOf('/') + 1));
}
