import { describe, expect, test } from 'vitest';
import { renderReport } from '../../../src/report/index.ts';
import { hostileRun } from '../hostile-run.ts';
import { sampleRun } from '../sample-run.ts';

/** Counts cells as GitHub does: a pipe ends a cell unless a backslash escapes it; a backslash escapes itself first. */
function cells(line: string): number {
  return (line.replace(/\\[\\|]/g, '').match(/\|/g) ?? []).length - 1;
}

async function lines(run: ReturnType<typeof sampleRun>): Promise<string[]> {
  const [file] = await renderReport(run, 'md');
  return (file?.content ?? '').split('\n');
}

/** Headings, list marks, fences and tables, without their words: what a Markdown reader would build. Inside a fence nothing is a mark. */
function structure(text: readonly string[]): string[] {
  let fence = '';
  return text.flatMap((line) => {
    if (fence !== '') {
      if (line === fence) fence = '';
      return [];
    }
    if (/^`{3,}$/.test(line)) {
      fence = line;
      return ['fence'];
    }
    if (line.startsWith('|')) return [`| ${cells(line)}`];
    const mark = /^(#{1,6}|[-*+]|\d+\.|>)(?=\s|$)/.exec(line);
    return mark ? [mark[1] ?? ''] : [];
  });
}

describe('Markdown report', () => {
  test('hostile names leave the structure as it is: same headings, lists and fences, same cells in every row', async () => {
    expect(structure(await lines(hostileRun())).filter((mark) => !mark.startsWith('|'))).toEqual(structure(await lines(sampleRun())).filter((mark) => !mark.startsWith('|')));
  });

  test.each([['sample', sampleRun], ['hostile', hostileRun]] as const)('%s: every row of a table has the cells of its header', async (_, run) => {
    const text = await lines(run());
    let width = 0;
    const rows = text.flatMap((line, index) => {
      if (!line.startsWith('|')) return [];
      if (text[index - 1]?.startsWith('|') !== true) width = cells(line);
      return [{ line, off: cells(line) - width }];
    });
    expect(rows.length).toBeGreaterThan(80);
    expect(rows.filter((row) => row.off !== 0)).toEqual([]);
  });

  test('no raw HTML, live link, image or control character comes through', async () => {
    const [file] = await renderReport(hostileRun(), 'md');
    const prose = (file?.content ?? '').replace(/^(`{3,})\n[\s\S]*?\n\1$/gm, '').replace(/(`+)(?!`)[^\n]*?[^`]\1(?!`)/g, '');
    expect(prose).not.toMatch(/<[a-z/!]/i);
    expect(prose).not.toMatch(/(?<!\\)\]\(/);
    expect(prose).not.toMatch(/(?<!\\)https?:\/\//);
    // oxlint-disable-next-line no-control-regex
    expect(file?.content).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/);
  });
});
