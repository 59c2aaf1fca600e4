import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The key of a store's fingerprints: equal user data has equal fingerprints across its runs, and nobody without the key can guess a
 * script from one. Made on first use, readable by its owner only.
 */
export async function fingerprintKeyOf(store: string): Promise<string> {
  const path = join(store, '.fingerprint-key');
  const stored = await readFile(path, 'utf8').catch(() => '');
  if (stored.trim() !== '') return stored.trim();
  const key = randomBytes(32).toString('hex');
  try {
    await mkdir(store, { recursive: true });
    await writeFile(path, `${key}\n`, { mode: 0o600, flag: 'wx' });
  } catch {
    // A store that cannot be written to fails when the run is saved, with a message of its own.
  }
  return key;
}
