import type { CoverageEntry } from '../../model/index.ts';
import type { Context } from '../context.ts';
import { byText } from '../order.ts';
import { count, plural } from '../quantity.ts';
import { code, mark, table, type TableView } from '../table.ts';
import { OUTCOME, OUTCOMES } from '../words.ts';

export interface CoverageView {
  readonly lead: string;
  readonly absent?: string;
  readonly gaps?: TableView;
  readonly answered?: TableView;
  /** The IAM actions that would close the gaps. */
  readonly missingActions: readonly string[];
}

/** What was asked of AWS and how it went: what was not answered first, complete answers behind a fold. */
export function coverageView({ run }: Context): CoverageView {
  const entries = [...run.estate.coverage].sort(byUrgency);
  if (entries.length === 0) return { lead: coverageStatement(entries), absent: 'No call is recorded in this run.', missingActions: [] };
  const gaps = entries.filter((entry) => entry.outcome !== 'ok');
  const answered = entries.filter((entry) => entry.outcome === 'ok');
  const denied = gaps.filter((entry) => entry.outcome === 'denied').map((entry) => entry.action);
  return {
    lead: coverageStatement(entries),
    missingActions: [...new Set(denied)].sort(),
    ...(gaps.length > 0 ? {
      gaps: table('Calls without a complete answer', ['Call', 'Outcome', 'Where', 'IAM action', 'What AWS said'], gaps.map((entry) => [
        code(`${entry.service} ${entry.operation}`), mark(OUTCOME[entry.outcome].word, OUTCOME[entry.outcome].tone), `${entry.account} / ${entry.region}`,
        code(entry.action), entry.message ?? (entry.outcome === 'skipped' ? 'nobody asked in this run' : 'no message'),
      ]), { open: 40 }),
    } : {}),
    ...(answered.length > 0 ? {
      answered: table('Calls answered completely', ['Call', 'Where', { title: 'Items', end: true }, { title: 'Pages', end: true }], answered.map((entry) => [
        code(`${entry.service} ${entry.operation}`), `${entry.account} / ${entry.region}`, count(entry.items), count(entry.pages),
      ]), { open: 1000, total: 1000 }),
    } : {}),
  };
}

/** One sentence on how much of what was asked was answered. */
export function coverageStatement(entries: readonly CoverageEntry[]): string {
  if (entries.length === 0) return 'No call to AWS is recorded, so absence in this report proves nothing.';
  const ok = entries.filter((entry) => entry.outcome === 'ok').length;
  if (ok === entries.length) return `All ${plural(ok, 'call')} were answered completely.`;
  const gaps = OUTCOMES.filter((outcome) => outcome !== 'ok')
    .map((outcome) => ({ outcome, n: entries.filter((entry) => entry.outcome === outcome).length }))
    .filter(({ n }) => n > 0)
    .map(({ outcome, n }) => `${count(n)} ${OUTCOME[outcome].word.toLowerCase()}`);
  return `${count(ok)} of ${plural(entries.length, 'call')} were answered completely; ${gaps.join(', ')}. What depends on the rest is shown as unknown.`;
}

function byUrgency(a: CoverageEntry, b: CoverageEntry): number {
  return OUTCOMES.indexOf(a.outcome) - OUTCOMES.indexOf(b.outcome)
    || byText(`${a.service} ${a.operation} ${a.account} ${a.region}`, `${b.service} ${b.operation} ${b.account} ${b.region}`);
}
