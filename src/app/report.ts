import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { MonolensError } from '../errors.ts';
import type { Host } from '../host.ts';
import { FORMAT_IDS, type FormatId } from '../report/index.ts';
import { RunStore } from '../runs/index.ts';
import { renderFiles, type ReportFile } from './render.ts';

export interface ReportOptions {
  readonly name: string;
  /** Comma-separated format ids. */
  readonly format: string;
  readonly redact: boolean;
  readonly out?: string | undefined;
  readonly store: string;
}

/**
 * Renders a stored run; no call is made and nothing is measured again. Each file replaces its predecessor atomically.
 * @throws MonolensError `FORMAT_UNKNOWN`, `OUT_UNWRITABLE`, and those of `RunStore.open`
 */
export async function report(options: ReportOptions, host: Pick<Host, 'cwd'>): Promise<{ data: { run: string; files: string[] }; text: string }> {
  const formats = formatsOf(options.format);
  const store = new RunStore(options.store);
  const { run, directory } = await store.open(options.name);
  const files = (await renderFiles(run, formats, { redact: options.redact }))
    .map((file) => (options.redact ? { ...file, name: `redacted-${file.name}` } : file));
  try {
    const paths = options.out === undefined ? await store.attach(directory, files) : await writeAll(resolve(host.cwd, options.out), files);
    return { data: { run: run.id, files: paths }, text: `${paths.join('\n')}\n` };
  } catch (error) {
    throw new MonolensError({
      code: 'OUT_UNWRITABLE', exit: 'usage', what: 'The report could not be written.', why: error instanceof Error ? error.message : undefined,
      next: 'monolens report --out <a folder that you may write to>', cause: error,
    });
  }
}

async function writeAll(folder: string, files: readonly ReportFile[]): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const paths: string[] = [];
  for (const file of files) {
    const path = join(folder, file.name);
    await writeFileAtomic(path, file.content);
    paths.push(path);
  }
  return paths;
}

function formatsOf(text: string): FormatId[] {
  const known: readonly string[] = FORMAT_IDS;
  const asked = text.split(',').map((name) => name.trim()).filter((name) => name !== '');
  const wrong = asked.filter((name) => !known.includes(name));
  if (asked.length === 0 || wrong.length > 0) {
    throw new MonolensError({
      code: 'FORMAT_UNKNOWN', exit: 'usage', what: wrong.length > 0 ? `There is no format ${wrong.join(', ')}.` : 'No format is named.',
      why: `The formats are ${known.join(', ')}.`, next: 'monolens report --format html,md',
    });
  }
  return [...new Set(asked)] as FormatId[];
}
