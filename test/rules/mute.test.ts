import { describe, expect, test } from 'vitest';
import { MonolensError } from '../../src/errors.ts';
import type { Finding } from '../../src/model/index.ts';
import { idleElasticIp } from '../../src/rules/idle-elastic-ip.ts';
import { applyMutes, parseMutes } from '../../src/rules/index.ts';
import { matchesGlob } from '../../src/rules/glob.ts';
import { estateOf, judgeAll, NOW } from './case.ts';

const FILE = '.monolens/mute.yaml';
const entry = (fields: Record<string, string> = {}) => {
  const all = { rule: 'idle-elastic-ip', resource: '"*eipalloc-1"', reason: 'kept for the cut-over', by: 'ana', expires: '2026-12-31', ...fields };
  return `- ${Object.entries(all).map(([key, value]) => `${key}: ${value}`).join('\n  ')}\n`;
};

/** What the error says, with its reason. */
function refusal(text: string, now = NOW): string {
  try {
    parseMutes(text, FILE, now);
  } catch (error) {
    if (error instanceof MonolensError) return `${error.exit} ${error.message} ${error.why ?? ''}`;
    throw error;
  }
  return 'accepted';
}

describe('reading', () => {
  test('an entry, with its place', () => {
    expect(parseMutes(`# kept\n\n${entry()}`, FILE, NOW)).toEqual([
      { rule: 'idle-elastic-ip', resource: '*eipalloc-1', reason: 'kept for the cut-over', by: 'ana', expires: '2026-12-31', place: `${FILE}:3` },
    ]);
  });
  test('a code stands for its rule', () => {
    expect(parseMutes(entry({ rule: 'x14' }), FILE, NOW)[0]?.rule).toBe('idle-elastic-ip');
  });
  test.each([['empty', ''], ['a comment', '# nothing\n'], ['null', 'null\n'], ['an empty list', '[]\n']])('%s: no entries', (_, text) => {
    expect(parseMutes(text, FILE, NOW)).toEqual([]);
  });
  test('it holds through its last day', () => {
    expect(refusal(entry({ expires: '2026-11-20' }), new Date('2026-11-20T23:59:59Z'))).toBe('accepted');
    expect(refusal(entry({ expires: '2026-11-20' }), new Date('2026-11-21T00:00:00Z'))).toContain(`${FILE}:5: the mute of idle-elastic-ip on *eipalloc-1 expired on 2026-11-20`);
  });
  test.each([
    ['not YAML', `${entry()}- {rule: [`, /^usage .*mute\.yaml:\d+: .*not YAML/u],
    ['not a list', 'rule: x\n', /mute\.yaml:1: .*not a list/u],
    ['an entry that is a text', `${entry()}- X14\n`, /mute\.yaml:6: .*not a map/u],
    ['a field that is missing', '- rule: X14\n  resource: "*"\n', /mute\.yaml:1: .*does not say reason/u],
    ['a field that nobody knows', entry({ until: '2027-01-01' }), /mute\.yaml:6: .*no field "until"/u],
    ['a field without a value', entry({ by: '' }), /mute\.yaml:4: .*by is not a text/u],
    ['a field given twice', '- rule: X14\n  rule: X14\n', /mute\.yaml:\d: .*not YAML/u],
    ['a rule that does not exist', entry({ rule: 'idle-elastic-up' }), /mute\.yaml:1: .*nearest names are idle-elastic-ip/u],
    ['a day that does not exist', entry({ expires: '2026-02-30' }), /mute\.yaml:5: .*not a day/u],
    ['a day in another form', entry({ expires: '31.12.2026' }), /mute\.yaml:5: .*not a day/u],
    ['an alias', `- &a {rule: X14, resource: "*", reason: r, by: b, expires: 2027-01-01}\n- *a\n`, /mute\.yaml:2: .*alias/u],
  ])('refuses %s', (_, text, says) => {
    expect(refusal(text)).toMatch(says);
  });
});

describe('applying', () => {
  const findings = judgeAll(idleElasticIp, estateOf({ address: [{ id: 'eipalloc-1' }, { id: 'eipalloc-2' }, { id: 'eipalloc-3', AssociationId: 'x' }] }));
  const outcomes = (result: readonly Finding[]) => result.map((finding) => finding.outcome);

  test('fails become muted, with who, why and until when; nothing is gone', () => {
    const result = applyMutes(findings, parseMutes(entry(), FILE, NOW), NOW);
    expect(outcomes(result.findings)).toEqual(['muted', 'fail', 'pass']);
    expect(result.findings[0]?.mute).toEqual({ by: 'ana', reason: 'kept for the cut-over', expires: '2026-12-31' });
    expect(result.warnings).toEqual([]);
  });
  test('unknown findings are muted too', () => {
    const unknown = judgeAll(idleElasticIp, estateOf({}, { denied: ['address'] }));
    expect(outcomes(applyMutes(unknown, parseMutes(entry({ resource: '"*"' }), FILE, NOW), NOW).findings)).toEqual(['muted']);
  });
  test('the id alone names the resource', () => {
    expect(outcomes(applyMutes(findings, parseMutes(entry({ resource: 'eipalloc-2' }), FILE, NOW), NOW).findings)).toEqual(['fail', 'muted', 'pass']);
  });
  test('what matches nothing, or only what passes, is a warning', () => {
    expect(applyMutes(findings, parseMutes(entry({ resource: 'eipalloc-9' }), FILE, NOW), NOW).warnings[0]).toContain(`${FILE}:1: nothing that fails`);
    expect(applyMutes(findings, parseMutes(entry({ resource: 'eipalloc-3' }), FILE, NOW), NOW).warnings).toHaveLength(1);
  });
  test('an entry that is over mutes nothing, and says so', () => {
    const result = applyMutes(findings, parseMutes(entry(), FILE, NOW), new Date('2027-01-01T00:00:00Z'));
    expect(outcomes(result.findings)).toEqual(['fail', 'fail', 'pass']);
    expect(result.warnings[0]).toContain('expired on 2026-12-31');
  });
});

test.each<[string, string, boolean]>([
  ['*', '', true], ['*', 'a/b', true], ['a*c', 'abbbc', true], ['a*c', 'abbb', false], ['a?c', 'abc', true], ['a?c', 'ac', false], ['abc', 'abc', true], ['abc', 'abcd', false],
  ['*sg-1', 'arn:aws:ec2:eu-west-1:111122223333:security-group/sg-1', true], ['a.c', 'abc', false], ['*a*b', 'xaxxb', true], ['*a*b', 'xbxxa', false], ['', '', true], ['', 'a', false],
])('glob %s on %s: %s', (pattern, text, expected) => {
  expect(matchesGlob(pattern, text)).toBe(expected);
});

test('a hostile glob does not hang', () => {
  const start = performance.now();
  expect(matchesGlob(`${'*a'.repeat(50)}b`, 'a'.repeat(5000))).toBe(false);
  expect(performance.now() - start).toBeLessThan(1000);
});
