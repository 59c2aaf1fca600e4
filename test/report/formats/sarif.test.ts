import { describe, expect, test } from 'vitest';
import { renderReport } from '../../../src/report/index.ts';
import { sampleRun } from '../sample-run.ts';

interface Result {
  ruleId: string; ruleIndex: number; kind: string; level: string; message: { text: string };
  locations: { logicalLocations: { fullyQualifiedName: string }[] }[]; suppressions?: { kind: string; status: string; justification: string }[]; properties: { outcome: string };
}
interface Log { version: string; runs: { tool: { driver: { name: string; rules: { id: string; defaultConfiguration: { level: string } }[] } }; results: Result[] }[] }

async function log(): Promise<Log> {
  const [file] = await renderReport(sampleRun(), 'sarif');
  return JSON.parse(file?.content ?? '') as Log;
}

describe('SARIF', () => {
  test('a result for every failing, unknown and muted finding, and for no other', async () => {
    const [run] = (await log()).runs;
    const count = (outcome: string) => run?.results.filter((result) => result.properties.outcome === outcome).length;
    expect([count('fail'), count('unknown'), count('muted'), count('pass')]).toEqual([10, 3, 1, 0]);
  });

  test('what SARIF 2.1.0 asks of results and rules holds', async () => {
    const { version, runs: [run] } = await log();
    expect(version).toBe('2.1.0');
    const rules = run?.tool.driver.rules ?? [];
    expect(new Set(rules.map((rule) => rule.id)).size).toBe(rules.length);
    for (const rule of rules) expect(['error', 'warning', 'note']).toContain(rule.defaultConfiguration.level);
    for (const result of run?.results ?? []) {
      expect(rules[result.ruleIndex]?.id).toBe(result.ruleId);
      expect(result.message.text).not.toBe('');
      expect(result.locations[0]?.logicalLocations[0]?.fullyQualifiedName).not.toBe('');
      // 3.27.10: a level other than none requires kind fail.
      expect(result.kind === 'fail' || result.level === 'none').toBe(true);
    }
  });

  test.each([
    ['admin-port-open', 'fail', 'error'], ['http-only-listener', 'fail', 'error'], ['database-on-instance', 'fail', 'warning'], ['gp2-volume', 'fail', 'note'], ['public-balancer-without-waf', 'open', 'none'],
  ])('%s is %s at level %s', async (ruleId, kind, level) => {
    const found = (await log()).runs[0]?.results.filter((result) => result.ruleId === ruleId) ?? [];
    expect(new Set(found.map((result) => `${result.kind} ${result.level}`))).toEqual(new Set([`${kind} ${level}`]));
  });

  test('a muted finding is suppressed with who, why and until when; nothing else is', async () => {
    const results = (await log()).runs[0]?.results ?? [];
    expect(results.filter((result) => result.suppressions).map((result) => [result.ruleId, result.suppressions])).toEqual([
      ['idle-address', [{ kind: 'external', status: 'accepted', justification: 'kept for the partner allow-list (ops@example.com, until 2027-01-31)' }]],
    ]);
  });
});
