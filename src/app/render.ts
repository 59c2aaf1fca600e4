import type { Run } from '../model/index.ts';
import { renderReport, type FormatId } from '../report/index.ts';

export type { FormatId } from '../report/index.ts';

export interface RenderedFile {
  readonly name: string;
  readonly content: string | Uint8Array;
}

/** Every format's files, in the order asked for. `json` is the run itself and needs no second copy. */
export async function renderFiles(run: Run, formats: readonly FormatId[], options: { readonly redact?: boolean } = {}): Promise<RenderedFile[]> {
  const files: RenderedFile[] = [];
  for (const format of formats) files.push(...await renderReport(run, format, options));
  return files;
}
