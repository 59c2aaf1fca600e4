import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { MonolensError } from '../errors.ts';
import type { Run } from '../model/index.ts';
import type { WrittenFile } from './atomic-directory.ts';
import { jsonLines } from './json-lines.ts';

/** Written last: a directory without it, or whose `run.json` differs from it, is not a run. Reports can be rendered again. */
interface Manifest {
  readonly id: string;
  readonly createdAt: string;
  readonly accounts: readonly string[];
  readonly regions: readonly string[];
  /** Failing findings by severity, and unknown ones. */
  readonly findings: Readonly<Record<string, number>>;
  readonly files: Readonly<Record<string, WrittenFile>>;
}

export interface RunSummary extends Omit<Manifest, 'files'> {
  readonly directory: string;
}

export interface StoredRun {
  readonly run: Run;
  readonly directory: string;
}

/** A file to be written beside `run.json`. */
export interface RunFile {
  readonly name: string;
  readonly content: string | Uint8Array;
}

/** Runs as directories under one root, newest last by name. Each appears whole or not at all. */
export class RunStore {
  readonly root: string;

  constructor(root: string) {
    this.root = root;
  }

  /**
   * Stores a run: everything goes to a hidden sibling, is synced, and takes its place by one rename.
   * @param directory the run's own directory; by default `<root>/<id>`. What another run left there is kept as `<directory>.<its id>`.
   * @returns the directory, and where an earlier run was moved to
   * @throws MonolensError `OUT_UNWRITABLE`
   */
  async save(run: Run, files: readonly RunFile[], directory = join(this.root, run.id)): Promise<{ directory: string; kept?: string }> {
    const { writeDirectory } = await import('./atomic-directory.ts');
    const target = resolve(directory);
    try {
      const earlier = await occupant(target);
      const kept = earlier === undefined || earlier === run.id ? undefined : `${target}.${earlier}`;
      await writeDirectory(target, async (write) => {
        const written: Record<string, WrittenFile> = { 'run.json': await write('run.json', withNewline(jsonLines(run))) };
        for (const file of files) written[file.name] = await write(file.name, [file.content]);
        const manifest: Manifest = {
          id: run.id, createdAt: run.createdAt, accounts: run.accounts, regions: run.regions, findings: countBySeverity(run), files: written,
        };
        await write('manifest.json', [`${JSON.stringify(manifest, null, 1)}\n`]);
      }, kept);
      return kept === undefined ? { directory: target } : { directory: target, kept };
    } catch (error) {
      if (error instanceof MonolensError) throw error;
      throw new MonolensError({
        code: 'OUT_UNWRITABLE', exit: 'usage',
        what: `The run could not be written to ${target}.`,
        why: error instanceof Error ? error.message : String(error),
        next: 'monolens assess --out <a folder that you may write to>',
        cause: error,
      });
    }
  }

  /** Puts files beside a stored run, each in place of its predecessor, and enters them in the manifest. Returns their paths. */
  async attach(directory: string, files: readonly RunFile[]): Promise<string[]> {
    const [{ createHash }, { default: writeFileAtomic }] = await Promise.all([import('node:crypto'), import('write-file-atomic')]);
    const manifest = await readManifest(directory);
    const written: Record<string, WrittenFile> = {};
    const paths: string[] = [];
    for (const file of files) {
      if (file.name === 'run.json' || file.name === 'manifest.json') continue;
      const content = Buffer.from(file.content);
      const path = join(directory, file.name);
      await writeFileAtomic(path, content);
      written[file.name] = { bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') };
      paths.push(path);
    }
    if (manifest) await writeFileAtomic(join(directory, 'manifest.json'), `${JSON.stringify({ ...manifest, files: { ...manifest.files, ...written } }, null, 1)}\n`);
    return paths;
  }

  /** The runs of the store, oldest first. Directories that are not whole runs are left out and named in `broken`. */
  async list(): Promise<{ runs: RunSummary[]; broken: string[] }> {
    const names = await readdir(this.root).catch(() => []);
    const runs: RunSummary[] = [];
    const broken: string[] = [];
    for (const name of names) {
      if (name.startsWith('.')) continue;
      const directory = join(this.root, name);
      if (!await isFile(join(directory, 'run.json'))) continue;
      const manifest = await readManifest(directory);
      if (manifest) runs.push({ ...manifest, directory });
      else broken.push(directory);
    }
    return { runs: runs.toSorted((a, b) => (a.createdAt < b.createdAt ? -1 : a.createdAt > b.createdAt ? 1 : a.id.localeCompare(b.id))), broken };
  }

  /**
   * Opens a run.
   * @param name a run id, an unambiguous beginning of one, a run directory, a `run.json`, or `latest`; by default `latest`
   * @throws MonolensError `NO_RUN`, `RUN_AMBIGUOUS`, `RUN_BROKEN`, `RUN_TOO_NEW`
   */
  async open(name = 'latest'): Promise<StoredRun> {
    return readRun(await this.#locate(name));
  }

  /** Whether `open(name)` would find a run. */
  async holds(name: string): Promise<boolean> {
    return this.#locate(name).then(() => true, () => false);
  }

  async #locate(name: string): Promise<string> {
    if (name !== 'latest' && await isFile(join(name, 'run.json'))) return resolve(name);
    if (basename(name) === 'run.json' && await isFile(name)) return resolve(dirname(name));
    const { runs } = await this.list();
    if (name === 'latest') {
      const newest = runs.at(-1);
      if (newest) return newest.directory;
      throw new MonolensError({
        code: 'NO_RUN', exit: 'usage', what: `There is no run in ${this.root}.`, why: 'Nothing has been assessed from this folder yet.', next: 'monolens assess   (or: monolens demo)',
      });
    }
    const matches = runs.filter((run) => run.id.startsWith(name));
    const only = matches[0];
    if (only && matches.length === 1) return only.directory;
    throw new MonolensError({
      code: matches.length ? 'RUN_AMBIGUOUS' : 'NO_RUN', exit: 'usage',
      what: matches.length ? `${name} is the beginning of ${matches.length} runs.` : `There is no run ${name} in ${this.root}.`,
      why: matches.length ? matches.map((run) => run.id).join(', ') : 'It is neither a run id, nor a directory that holds a run.json.',
      next: 'monolens runs',
    });
  }
}

/** The model's schemas are loaded only here: listing runs does without them. */
async function readRun(directory: string): Promise<StoredRun> {
  const { parseRun } = await import('./schema-version.ts');
  const path = join(directory, 'run.json');
  const text = await readFile(path, 'utf8');
  let stored: unknown;
  try {
    stored = JSON.parse(text);
  } catch (error) {
    throw new MonolensError({
      code: 'RUN_BROKEN', exit: 'usage', what: `${path} is not whole JSON.`, why: error instanceof Error ? error.message : undefined, next: 'monolens runs', cause: error,
    });
  }
  return { run: parseRun(stored, path), directory };
}

async function readManifest(directory: string): Promise<Manifest | undefined> {
  try {
    const manifest: unknown = JSON.parse(await readFile(join(directory, 'manifest.json'), 'utf8'));
    const size = (await stat(join(directory, 'run.json'))).size;
    return isManifest(manifest) && size === manifest.files['run.json']?.bytes ? manifest : undefined;
  } catch {
    return undefined;
  }
}

/** Checked by hand: a listing of runs, which is all that reads it, is spared loading zod. */
function isManifest(value: unknown): value is Manifest {
  if (typeof value !== 'object' || value === null) return false;
  const { id, createdAt, accounts, regions, findings, files } = value as Record<string, unknown>;
  const areTexts = (list: unknown): boolean => Array.isArray(list) && list.every((item) => typeof item === 'string');
  return typeof id === 'string' && typeof createdAt === 'string' && areTexts(accounts) && areTexts(regions)
    && typeof findings === 'object' && findings !== null && Object.values(findings).every((count) => typeof count === 'number')
    && typeof files === 'object' && files !== null;
}

/**
 * The id of the run that a directory holds; undefined where nothing is there.
 * @throws MonolensError `OUT_NOT_EMPTY` where something else is
 */
async function occupant(target: string): Promise<string | undefined> {
  const entries = await readdir(target).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  if (entries.length === 0) return undefined;
  const earlier = await readManifest(target);
  if (earlier) return earlier.id;
  throw new MonolensError({
    code: 'OUT_NOT_EMPTY', exit: 'usage',
    what: `${target} holds files that are not a run.`,
    why: 'A run takes a whole folder, and nothing of yours is overwritten.',
    next: `monolens assess --out ${join(target, 'monolens')}`,
  });
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then((found) => found.isFile(), () => false);
}

function* withNewline(pieces: Iterable<string>): Generator<string> {
  yield* pieces;
  yield '\n';
}

function countBySeverity(run: Run): Record<string, number> {
  const counts: Record<string, number> = { critical: 0, high: 0, medium: 0, low: 0, info: 0, unknown: 0 };
  for (const finding of run.findings) {
    const key = finding.outcome === 'fail' ? finding.severity : finding.outcome === 'unknown' ? 'unknown' : undefined;
    if (key !== undefined) counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}
