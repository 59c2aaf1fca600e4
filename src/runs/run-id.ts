import { randomBytes } from 'node:crypto';

/** `20261120T101500Z-3f9a1c`: sorts by time, and two runs of one second differ. */
export function newRunId(now: Date): string {
  return `${now.toISOString().replaceAll(/[-:]/g, '').replace(/\.\d+Z$/, 'Z')}-${randomBytes(3).toString('hex')}`;
}
