/** What a mark says; the template has one colour for each and knows no severity. */
export type Tone = 'critical' | 'high' | 'medium' | 'low' | 'info' | 'good' | 'unknown' | 'neutral';

/** One value of a table. `text` and `sub` are what is read; how they are escaped is the format's affair. */
export interface Cell {
  readonly text: string;
  /** An identifier: monospaced. */
  readonly code?: boolean;
  /** A second, quieter line. */
  readonly sub?: string;
  /** Several statements of equal weight, instead of `text`. */
  readonly lines?: readonly string[];
  /** Shown as a mark of this tone. */
  readonly tone?: Tone;
}

export interface Column { readonly title: string; readonly end?: boolean }

export interface TableView {
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly TableRow[];
  /** Rows behind a fold, and what the fold says. */
  readonly folded?: { readonly summary: string; readonly rows: readonly TableRow[] };
  /** What is not shown, and where it is. */
  readonly more?: string;
}

interface TableRow { readonly cells: readonly (Cell & { readonly label: string; readonly end: boolean; readonly head: boolean })[] }

/** How many rows a table shows before it folds, and before it points to the data files. */
export interface TableLimits {
  readonly open: number;
  readonly total: number;
  /** The file that holds every row. */
  readonly file: string;
}

const DEFAULT_LIMITS: TableLimits = { open: 15, total: 300, file: 'report.json' };

/**
 * A table for every format: the first cell of a row is its header, each cell knows its column. Rows past `limits.open`
 * fold away, rows past `limits.total` are counted and the file that has them is named.
 */
export function table(
  caption: string, columns: readonly (string | Column)[], rows: readonly (readonly (Cell | string)[])[], limits: Partial<TableLimits> = {},
): TableView {
  const { open, total, file } = { ...DEFAULT_LIMITS, ...limits };
  const heads = columns.map((column) => (typeof column === 'string' ? { title: column } : column));
  const shown = rows.slice(0, total).map((row) => ({
    cells: row.map((cell, index) => ({
      ...(typeof cell === 'string' ? { text: cell } : cell), label: heads[index]?.title ?? '', end: heads[index]?.end === true, head: index === 0,
    })),
  }));
  // A fold that would hide two or three rows hides nothing worth a click.
  const fold = shown.length > open + 3;
  const rest = rows.length - shown.length;
  return {
    caption,
    columns: heads,
    rows: fold ? shown.slice(0, open) : shown,
    ...(fold ? { folded: { summary: `${(shown.length - open).toLocaleString('en-US')} more`, rows: shown.slice(open) } } : {}),
    ...(rest > 0 ? { more: `${rest.toLocaleString('en-US')} further rows are not shown here; all ${rows.length.toLocaleString('en-US')} are in ${file}.` } : {}),
  };
}

export function code(text: string, sub?: string): Cell {
  return sub === undefined ? { text, code: true } : { text, code: true, sub };
}

export function mark(text: string, tone: Tone, sub?: string): Cell {
  return sub === undefined ? { text, tone } : { text, tone, sub };
}

/** Statements below each other; one alone is plain text. */
export function statements(lines: readonly string[], none: string): Cell {
  return lines.length > 1 ? { text: '', lines } : { text: lines[0] ?? none };
}

export function withSub(text: string, sub: string | undefined): Cell {
  return sub === undefined || sub === '' ? { text } : { text, sub };
}
