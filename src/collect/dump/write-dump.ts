import { mkdir, mkdtemp, readdir, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { MonolensError } from '../../errors.ts';
import type { Estate } from '../../model/index.ts';
import { labelOf } from '../listing.ts';
import { contentOf } from './content.ts';
import type { RecordedFile, Recording } from './recording.ts';

/**
 * Writes what AWS answered, without secrets, as a directory of AWS CLI JSON that `--from` reads.
 * The directory appears whole or not at all. A call that was refused has no file.
 *
 * @throws MonolensError where the directory exists and is not empty, or cannot be written.
 */
export async function writeDump(directory: string, recording: Recording, estate: Estate): Promise<{ readonly files: number }> {
  const target = resolve(directory);
  await refuseFull(target);
  let staging: string | undefined;
  try {
    await mkdir(dirname(target), { recursive: true });
    staging = await mkdtemp(join(dirname(target), `.${basename(target)}-`));
    const files = await writeFiles(staging, recording, estate);
    await rmdir(target).catch(() => {});
    await rename(staging, target);
    return { files };
  } catch (error) {
    if (staging !== undefined) await rm(staging, { recursive: true, force: true });
    throw new MonolensError({
      code: 'DUMP_NOT_WRITTEN',
      exit: 'usage',
      what: `The dump could not be written to ${directory}.`,
      why: `The operating system says ${error instanceof Error && 'code' in error ? String(error.code) : 'unknown'}.`,
      next: 'monolens collect --dump DIR   (with a folder that you may write to)',
      cause: error,
    });
  }
}

async function writeFiles(root: string, recording: Recording, estate: Estate): Promise<number> {
  const firstRegion = estate.regions[0] ?? 'us-east-1';
  const userData = new Map((estate.resources.userData ?? []).map((resource) => [`${resource.of} ${resource.id}`, resource]));
  const partial = new Set(estate.coverage.filter(({ outcome }) => outcome === 'partial').map((entry) => `${entry.service} ${entry.operation} ${entry.account} ${entry.region}`));
  const made = new Set<string>();
  let written = 0;
  const write = async (path: readonly string[], content: unknown): Promise<void> => {
    const file = join(root, ...path);
    if (!made.has(dirname(file))) {
      await mkdir(dirname(file), { recursive: true });
      made.add(dirname(file));
    }
    await writeFile(file, `${JSON.stringify(content, undefined, 1)}\n`);
    written += 1;
  };
  for (const file of recording.files.values()) {
    const region = file.region === 'global' ? firstRegion : file.region;
    await write([file.account, region, ...pathOf(file)], contentOf(file, !isPartial(file, partial), userData));
  }
  for (const account of estate.accounts) {
    await write([account.id, firstRegion, 'sts-get-caller-identity.json'], { Account: account.id, ...(account.callerArn === undefined ? {} : { Arn: account.callerArn }) });
  }
  return written;
}

/** A question about one resource has a file for each, and those that are missing say that it is partial. */
function isPartial(file: RecordedFile, partial: ReadonlySet<string>): boolean {
  return file.id === undefined && partial.has(`${file.spec.api.service} ${labelOf(file.spec)} ${file.account} ${file.region}`);
}

function pathOf({ stem, id }: RecordedFile): readonly string[] {
  return id === undefined ? [`${stem}.json`] : [stem, `${encodeURIComponent(id)}.json`];
}

async function refuseFull(target: string): Promise<void> {
  const names = await readdir(target).catch(() => []);
  if (names.length === 0) return;
  throw new MonolensError({
    code: 'DUMP_TARGET_NOT_EMPTY',
    exit: 'usage',
    what: `${target} exists and is not empty.`,
    why: 'A dump is written as a whole, and nothing is overwritten.',
    next: 'monolens collect --dump ANOTHER_DIR',
  });
}
