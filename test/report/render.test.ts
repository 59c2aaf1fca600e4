import { describe, expect, test } from 'vitest';
import { FORMAT_IDS, renderReport } from '../../src/report/index.ts';
import { emptyRun, sampleRun } from './sample-run.ts';

describe('renderReport', () => {
  test.each(FORMAT_IDS)('%s: the same run gives the same bytes', async (format) => {
    expect(await renderReport(sampleRun(), format)).toEqual(await renderReport(sampleRun(), format));
  });

  test.each(FORMAT_IDS)('%s: an empty run renders, and every file has a plain name', async (format) => {
    const files = await renderReport(emptyRun(), format);
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) expect(file.name).toMatch(/^[a-z-]+\.[a-z]+$/);
  });

  test('what was not measured is said, section by section', async () => {
    const [file] = await renderReport(emptyRun(), 'md');
    for (const words of ['No rule was judged', 'Cost was not measured', 'Utilisation was not measured', 'no load test was made', 'No call is recorded', 'No step was planned']) {
      expect(file?.content).toContain(words);
    }
  });
});
