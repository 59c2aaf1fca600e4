import { createHash } from 'node:crypto';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

export interface WrittenFile {
  readonly bytes: number;
  readonly sha256: string;
}
type Write = (name: string, pieces: Iterable<string | Uint8Array>) => Promise<WrittenFile>;

/**
 * Writes a directory so that it appears whole or not at all: files go to a hidden sibling, each is synced, and one rename puts
 * it in place. What stood there before is renamed to `keepAs`, or removed once the new one stands.
 * Siblings that a killed process left behind are removed first.
 */
export async function writeDirectory(target: string, fill: (write: Write) => Promise<void>, keepAs?: string): Promise<void> {
  const parent = dirname(target);
  const hidden = join(parent, `.${basename(target)}.${process.pid}`);
  const partial = `${hidden}.partial`;
  const aside = keepAs ?? `${hidden}.replaced`;
  await mkdir(parent, { recursive: true });
  await sweep(parent);
  await rm(partial, { recursive: true, force: true });
  try {
    await mkdir(partial);
    await fill((name, pieces) => writeSynced(join(partial, name), pieces));
    await syncDirectory(partial);
    const replaced = await moveIfThere(target, aside);
    try {
      await rename(partial, target);
    } catch (error) {
      if (replaced) await rename(aside, target);
      throw error;
    }
    await syncDirectory(parent);
    if (replaced && keepAs === undefined) await rm(aside, { recursive: true, force: true });
  } catch (error) {
    await rm(partial, { recursive: true, force: true }).catch(() => undefined);
    throw error;
  }
}

async function moveIfThere(from: string, to: string): Promise<boolean> {
  await rm(to, { recursive: true, force: true });
  return rename(from, to).then(() => true, (error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return false;
    throw error;
  });
}

/** Removes what a killed process left half-written. */
async function sweep(parent: string): Promise<void> {
  for (const name of await readdir(parent)) {
    const pid = /^\..+\.(\d+)\.partial$/.exec(name)?.[1];
    if (pid !== undefined && !isAlive(Number(pid))) await rm(join(parent, name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

async function writeSynced(path: string, pieces: Iterable<string | Uint8Array>): Promise<WrittenFile> {
  const file = await open(path, 'wx');
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    for (const chunk of inChunks(pieces)) {
      hash.update(chunk);
      await file.writeFile(chunk);
      bytes += chunk.length;
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { bytes, sha256: hash.digest('hex') };
}

const CHUNK = 1 << 20;

function* inChunks(pieces: Iterable<string | Uint8Array>): Generator<Uint8Array> {
  let text = '';
  for (const piece of pieces) {
    if (typeof piece !== 'string') {
      if (text) yield Buffer.from(text);
      text = '';
      yield piece;
      continue;
    }
    text += piece;
    if (text.length >= CHUNK) {
      yield Buffer.from(text);
      text = '';
    }
  }
  if (text) yield Buffer.from(text);
}

/** A rename is durable only when its directory is synced too. */
async function syncDirectory(directory: string): Promise<void> {
  const handle = await open(directory, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
