import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseMutes, type Mute } from '../rules/index.ts';

/** Where a project keeps what it has decided to live with. */
const MUTE_FILE = join('.monolens', 'mute.yaml');

/**
 * The mutes of the working directory; none where the file is not there.
 * @throws MonolensError naming the line of a malformed or expired entry
 */
export async function readMutes(cwd: string, now: Date): Promise<Mute[]> {
  let text: string;
  try {
    text = await readFile(join(cwd, MUTE_FILE), 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
  return parseMutes(text, MUTE_FILE, now);
}
