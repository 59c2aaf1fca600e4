import { createHash } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import type { CostCache } from '../baseline/index.ts';

/** Cost Explorer refreshes its data at least once a day: an answer is not asked again, and not paid again, for that long. */
const MAX_AGE_MS = 24 * 60 * 60 * 1000;

/** Answers that cost money to ask again, one file each. A file that is too old or cannot be read counts as not there. */
export function fileCache(directory: string, now: Date): CostCache {
  const pathOf = (key: string): string => join(directory, `${createHash('sha256').update(key).digest('hex').slice(0, 32)}.json`);
  return {
    get: async (key) => {
      const stored = await readFile(pathOf(key), 'utf8').then((text): unknown => JSON.parse(text)).catch(() => undefined);
      if (typeof stored !== 'object' || stored === null || !('storedAt' in stored) || !('value' in stored)) return undefined;
      const age = now.getTime() - Date.parse(String(stored.storedAt));
      return age >= 0 && age < MAX_AGE_MS ? stored.value : undefined;
    },
    put: async (key, value) => {
      await mkdir(directory, { recursive: true });
      await writeFileAtomic(pathOf(key), JSON.stringify({ storedAt: now.toISOString(), value }));
    },
  };
}
