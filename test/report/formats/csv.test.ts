import { expect, test } from 'vitest';
import { renderReport } from '../../../src/report/index.ts';
import { hostileRun } from '../hostile-run.ts';
import { sampleRun } from '../sample-run.ts';

/** A small reader of RFC 4180, written for this test. */
function parse(text: string): string[][] {
  const rows: string[][] = [[]];
  let field = '';
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (quoted && character === '"' && text[at + 1] === '"') { field += '"'; at += 1; } else if (character === '"') quoted = !quoted;
    else if (!quoted && character === ',') { rows.at(-1)?.push(field); field = ''; } else if (!quoted && character === '\r' && text[at + 1] === '\n') { rows.at(-1)?.push(field); field = ''; rows.push([]); at += 1; } else field += character ?? '';
  }
  return rows.slice(0, -1);
}

test.each([['sample', sampleRun], ['hostile', hostileRun]] as const)('%s: whole rows, and no field that a spreadsheet would run', async (_, make) => {
  for (const file of await renderReport(make(), 'csv')) {
    const [header, ...rows] = parse(file.content);
    const dangerous = rows.flat().filter((field) => /^[=+\-@\t\r]/.test(field) && field !== '-1');
    expect({ name: file.name, broken: rows.filter((row) => row.length !== header?.length), dangerous }).toEqual({ name: file.name, broken: [], dangerous: [] });
  }
});

test('nothing is left out: a row for every finding, exposure and resource', async () => {
  const run = sampleRun();
  const [findings, inventory, exposures] = (await renderReport(run, 'csv')).map((file) => parse(file.content).length - 1);
  const resources = Object.values(run.estate.resources).reduce((sum, list) => sum + (list?.length ?? 0), 0);
  expect({ findings, inventory, exposures }).toEqual({ findings: run.findings.length, inventory: resources, exposures: run.insight.exposures.length });
});
