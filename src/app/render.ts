import type { Run } from '../model/index.ts';
import { renderReport, type FormatId, type ReportFile } from '../report/index.ts';
import { RULES } from '../rules/index.ts';

export type { FormatId, ReportFile } from '../report/index.ts';

/** What the rules say of themselves: findings do not repeat it. */
const RULE_TEXT = new Map(RULES.map((rule) => [rule.id, { why: rule.why, sources: rule.sources }]));

/** Every format's files, in the order asked for. */
export async function renderFiles(run: Run, formats: readonly FormatId[], options: { readonly redact?: boolean } = {}): Promise<ReportFile[]> {
  const files: ReportFile[] = [];
  for (const format of formats) files.push(...await renderReport(run, format, { ...options, rules: RULE_TEXT }));
  return files;
}
