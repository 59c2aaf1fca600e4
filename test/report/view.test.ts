import { describe, expect, test } from 'vitest';
import { summaryText } from '../../src/report/index.ts';
import { reportView } from '../../src/report/view.ts';
import { typicalDay } from '../../src/report/sections/baseline.ts';
import { hostileRun } from './hostile-run.ts';
import { emptyRun, sampleRun } from './sample-run.ts';

const view = reportView(sampleRun());

describe('the view', () => {
  test('summary: a verdict in words, and a line for each question', () => {
    expect(view.summary.verdict).toBe('2 critical risks to close before anything moves. The plan has 4 steps.');
    expect(view.summary.facts.map((fact) => `${fact.term}: ${fact.text}`)).toEqual([
      'What runs there: 5 instances (1 stopped) in 2 zones, 1 load balancer and 1 managed database; 3 workloads: mysql 5.7, nginx 1.18 and nodejs 16.',
      'What the internet reaches: Any internet host reaches 3 resources; chosen public addresses reach 1 resource; for 1 resource a port is not decided.',
      'What it costs: USD 393.72 a month on average, May 2026 to Oct 2026 (net amortised); EC2 instances is 47 % of the last month.',
      'How busy it is: 95 % of the time the processors of shop-web-1 are below 71.4 % and those of nightly-batch below 4.2 %.',
      'What it holds: Holds 310 requests per second at p99 ≤ 250 ms and errors ≤ 0.1 %.',
      'How sure this is: 13 of 17 calls were answered completely; 2 denied, 1 partial, 1 not asked. What depends on the rest is shown as unknown.',
    ]);
    expect(view.summary.severities.map((item) => `${item.n} ${item.word}`)).toEqual(['2 Critical', '4 High', '1 Medium', '3 Low', '0 Info']);
  });

  test('findings: the worst rule first, by how many resources then; the unknown and the muted apart', () => {
    expect(view.findings.blocks.map((block) => [block.ruleId, block.severity.word, block.tally, block.open])).toEqual([
      ['admin-port-open', 'Critical', 'not met on 2 of 3 resources', true],
      ['instance-in-public-subnet', 'High', 'not met on 3 of 3 resources', true],
      ['http-only-listener', 'High', 'not met on 1 of 1 resource', true],
      ['database-on-instance', 'Medium', 'not met on 1 of 1 resource', false],
      ['gp2-volume', 'Low', 'not met on 3 of 4 resources', false],
    ]);
    expect(view.findings.unknown?.rows.map((row) => row.cells.at(-1)?.text)).toEqual(['backup:ListProtectedResources was denied', 'backup:ListProtectedResources was denied', 'wafv2:GetWebACLForResource was denied']);
    expect(view.findings.muted?.rows).toHaveLength(1);
  });

  test('coverage: what was denied comes first, and the actions that would close the gap are named', () => {
    expect(view.coverage.gaps?.rows.map((row) => row.cells[1]?.text)).toEqual(['Denied', 'Denied', 'Partial', 'Not asked']);
    expect(view.coverage.missingActions).toEqual(['backup:ListProtectedResources', 'wafv2:GetWebACLForResource']);
  });

  test('a count is a number only where the listing was complete', () => {
    const counts = Object.fromEntries(view.inventory.tables.at(-1)?.rows.concat(view.inventory.tables.at(-1)?.folded?.rows ?? []).map((row) => [row.cells[0]?.text, row.cells[1]?.text]) ?? []);
    expect(counts).toMatchObject({ instance: '5', snapshot: 'unknown', 'protected resource': 'unknown', 'auto scaling group': '0' });
  });

  test('exposure: the open before the closed, and what is missing is named', () => {
    const rows = view.exposure.reachable?.rows.map((row) => row.cells.map((cell) => cell.text).join(' | ')) ?? [];
    expect(rows[0]).toBe('shop-web-1 | Exposed | 203.0.113.10 | TCP 22 (SSH) | any address | directly');
    expect(rows.at(-1)).toBe('shop-web-1 | Unknown | 203.0.113.10 | TCP 8080 (HTTP) | — | directly');
    expect(view.exposure.reachable?.rows.at(-1)?.cells[1]?.sub).toBe('missing: prefix list pl-0a1b');
    expect(view.exposure.closed?.rows).toHaveLength(2);
  });

  test('a long list is cut with its count and the file that has the rest', () => {
    const run = sampleRun();
    const [exposure] = run.insight.exposures;
    const many = Array.from({ length: 1234 }, (_, index) => ({ ...exposure, address: `198.18.${index >> 8}.${index & 255}` }));
    const { reachable } = reportView({ ...run, insight: { ...run.insight, exposures: many as typeof run.insight.exposures } }).exposure;
    expect([reachable?.rows.length, reachable?.folded?.rows.length, reachable?.more]).toEqual([25, 275, '934 further rows are not shown here; all 1,234 are in exposures.csv.']);
  });

  test('an hour without a datapoint is a gap, and a series that starts at another hour is turned to midnight', () => {
    const values = [10, null, 30, ...Array.from({ length: 21 }, () => 1), 20];
    const day = typicalDay({ resourceId: 'i-1', metric: 'CPUUtilization', stat: 'Average', unit: 'Percent', start: '2026-11-06T22:00:00Z', periodSec: 3600, values });
    expect([day[22], day[23], day[0], day[1]]).toEqual([15, null, 30, 1]);
  });

  test('nothing measured: every section says so', () => {
    const empty = reportView(emptyRun());
    const sections = [empty.inventory, empty.findings, empty.exposure, empty.workloads, empty.baseline, empty.baseline.cost, empty.benchmark, empty.candidates, empty.plan, empty.coverage];
    expect(sections.map((section) => section.absent === undefined)).toEqual(sections.map(() => false));
    expect(empty.summary.verdict).toBe('Nothing was judged yet.');
    expect(empty.summary.facts.every((fact) => fact.absent)).toBe(true);
  });
});

describe('the terminal summary', () => {
  test('plain lines without colour, at most 80 wide, safe with hostile names', () => {
    const text = summaryText(hostileRun(), { files: ['reports/\u001B[31mx/report.html'] });
    // oxlint-disable-next-line no-control-regex
    expect(text).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/);
    const wide = summaryText(sampleRun()).split('\n').filter((line) => line.length > 80);
    expect(wide).toEqual([]);
  });

  test('colour only where it is on', () => {
    expect(summaryText(sampleRun(), { color: true })).toContain('\u001B[');
    expect(summaryText(sampleRun())).not.toContain('\u001B[');
  });
});
