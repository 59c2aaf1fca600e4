import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { MonolensError } from '../errors.ts';

/**
 * The bytes of a file, or of standard input for `-`.
 * @throws MonolensError `FILE_UNREADABLE`
 */
export async function readInput(path: string, cwd: string): Promise<Buffer> {
  try {
    return path === '-' ? await readAll(process.stdin) : await readFile(resolve(cwd, path));
  } catch (error) {
    throw new MonolensError({
      code: 'FILE_UNREADABLE', exit: 'usage', what: `${path} cannot be read.`, why: error instanceof Error ? error.message : undefined,
      next: `ls -l ${path}`, cause: error,
    });
  }
}

async function readAll(stream: AsyncIterable<Buffer | string>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}
