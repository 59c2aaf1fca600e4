import type { Run } from '../../model/index.ts';
import type { Diagrams, ViewOptions } from '../view.ts';

/** One file of a report; `name` is relative and plain. */
export interface ReportFile { readonly name: string; readonly content: string }

export interface RenderOptions extends Omit<ViewOptions, 'diagrams'> {
  /** Replace account ids, addresses, names and ARNs by stable pseudonyms. */
  readonly redact?: boolean | undefined;
}

/** A report format: a run, already redacted where that was asked, to its files. */
export interface Format {
  readonly title: string;
  render(run: Run, options: RenderOptions): Promise<readonly ReportFile[]>;
}

export type { Diagrams };
