import type { Run } from '../model/index.ts';
import { csv } from './formats/csv.ts';
import { drawio } from './formats/drawio.ts';
import type { Format, RenderOptions, ReportFile } from './formats/format.ts';
import { html } from './formats/html.ts';
import { json } from './formats/json.ts';
import { md } from './formats/md.ts';
import { mermaid } from './formats/mermaid.ts';
import { sarif } from './formats/sarif.ts';
import { redactRun } from './redact.ts';

/** Every format of the report; the key is what `--format` takes. */
export const FORMATS = { html, md, json, csv, sarif, drawio, mermaid } as const satisfies Record<string, Format>;

export type FormatId = keyof typeof FORMATS;
export const FORMAT_IDS = Object.keys(FORMATS) as readonly FormatId[];

/** A run in one format: its files by name. The same run and options give the same bytes. */
export async function renderReport(run: Run, format: FormatId, options: RenderOptions = {}): Promise<readonly ReportFile[]> {
  const chosen: Format = FORMATS[format];
  return chosen.render(options.redact === true ? redactRun(run) : run, options);
}

export type { RuleText } from './context.ts';
export type { RenderOptions, ReportFile } from './formats/format.ts';
export { redactRun } from './redact.ts';
export { summaryText, type SummaryOptions } from './summary-text.ts';
export { terminalLine, terminalText } from './escape/terminal.ts';
