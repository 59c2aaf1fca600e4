import { join, relative } from 'node:path';
import type { Host } from '../host.ts';
import { summaryText } from '../report/index.ts';
import type { StoredResult } from './assess.ts';

/** What a person reads at the end of an assessment: the verdict, what to do first, where the reports are. */
export function summarise(result: StoredResult, host: Pick<Host, 'color' | 'columns' | 'cwd'>): string {
  const here = relative(host.cwd, result.directory);
  const shown = here.startsWith('..') ? result.directory : here;
  return summaryText(result.run, {
    color: host.color.out, width: host.columns, files: [...result.files, 'run.json'].map((name) => join(shown, name)),
  });
}
