import { Ansis } from 'ansis';
import Table from 'cli-table3';
import type { Run, Severity } from '../model/index.ts';
import { terminalLine } from './escape/terminal.ts';
import { reportView } from './view.ts';

export interface SummaryOptions {
  /** Colour and a framed table; false gives plain lines that read well in a log. */
  readonly color?: boolean | undefined;
  /** Columns of the terminal; 80 where it is left out. */
  readonly width?: number | undefined;
  /** Where the reports are, as the reader would type them. */
  readonly files?: readonly string[] | undefined;
}

/** The summary for a terminal: verdict, counts, top risks, what was and was not measured, first steps, files. Safe to print. */
export function summaryText(run: Run, options: SummaryOptions = {}): string {
  const view = reportView(run);
  const { summary } = view;
  const width = Math.max(40, Math.min(options.width ?? 80, 120));
  const paint = new Ansis(options.color === true ? 3 : 0);
  const tones: Readonly<Record<Severity, (text: string) => string>> = {
    critical: (text) => paint.red.bold(text), high: (text) => paint.yellow.bold(text), medium: (text) => paint.yellow(text), low: (text) => paint.blue(text), info: (text) => paint.dim(text),
  };
  const lines: string[] = ['', paint.bold(view.title), paint.dim(view.subtitle), '', ...wrap(summary.verdict, width, '').map((line) => paint.bold(line)), ''];
  lines.push(summary.severities.map((item) => (item.zero ? paint.dim(`${item.n} ${item.word}`) : tones[item.tone](`${item.n} ${item.word}`))).join('   '), ...wrap(summary.others, width, '').map((line) => paint.dim(line)), '');
  if (summary.risks.length > 0) {
    lines.push(paint.bold('Top risks'));
    if (options.color === true) lines.push(riskTable(summary.risks, width, tones));
    else for (const risk of summary.risks) lines.push(...wrap(`${risk.severity.padEnd(9)}${risk.title} (${risk.on})`, width, ' '.repeat(11), '  '), ...wrap(risk.example, width, ' '.repeat(11), ' '.repeat(11)));
    lines.push('');
  }
  for (const fact of summary.facts) lines.push(paint.cyan(fact.term), ...wrap(fact.text, width, '  ', '  ').map((line) => (fact.absent ? paint.dim(line) : line)));
  if (summary.next.length > 0) {
    lines.push('', paint.bold('What to do first'));
    summary.next.forEach((step, index) => lines.push(...wrap(`${index + 1}. ${step.title} (${step.facts})`, width, '     ', '  ')));
  }
  const files = options.files ?? [];
  if (files.length > 0) lines.push('', paint.bold('Reports'), ...files.map((file) => `  ${terminalLine(file)}`));
  return `${lines.join('\n')}\n`;
}

function riskTable(
  risks: readonly { severity: string; tone: Severity; title: string; on: string; example: string }[], width: number, tones: Readonly<Record<Severity, (text: string) => string>>,
): string {
  const table = new Table({ colWidths: [11, width - 14], wordWrap: true, style: { head: [], border: [] }, chars: { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' } });
  for (const risk of risks) table.push([tones[risk.tone](risk.severity), `${risk.title} (${risk.on})\n${risk.example}`]);
  return table.toString();
}

/** Lines of at most `width` characters, broken at spaces; a word that is longer stands alone. */
function wrap(text: string, width: number, hanging: string, first = ''): string[] {
  const lines: string[] = [];
  let line = first;
  let empty = true;
  for (const word of text.split(' ')) {
    if (!empty && line.length + 1 + word.length > width) {
      lines.push(line);
      line = hanging + word;
    } else line = empty ? line + word : `${line} ${word}`;
    empty = false;
  }
  return [...lines, line];
}
