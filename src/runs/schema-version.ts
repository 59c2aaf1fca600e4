import * as z from 'zod';
import { MonolensError } from '../errors.ts';
import { Run, SCHEMA_VERSION } from '../model/index.ts';

/** One step from a stored form to the next, keyed by the version it reads. */
type Upgrader = (run: Record<string, unknown>) => Record<string, unknown>;
const UPGRADERS: Readonly<Record<number, Upgrader>> = {};

/**
 * Checks and, where it is older, upgrades a stored run.
 * @param where the file's path, for messages
 * @throws MonolensError `RUN_TOO_NEW`, `RUN_BROKEN`
 */
export function parseRun(stored: unknown, where: string): Run {
  const version = z.object({ schemaVersion: z.number().int().positive() }).safeParse(stored);
  if (!version.success) {
    throw new MonolensError({
      code: 'RUN_BROKEN', exit: 'usage',
      what: `${where} is not a Monolens run.`,
      why: 'It has no schemaVersion.',
      next: 'monolens runs',
    });
  }
  if (version.data.schemaVersion > SCHEMA_VERSION) {
    throw new MonolensError({
      code: 'RUN_TOO_NEW', exit: 'usage',
      what: `${where} has schema version ${version.data.schemaVersion}; this Monolens reads up to ${SCHEMA_VERSION}.`,
      why: 'A newer Monolens wrote it.',
      next: 'npm install --global monolens@latest',
    });
  }
  let upgraded = z.record(z.string(), z.unknown()).parse(stored);
  for (let from = version.data.schemaVersion; from < SCHEMA_VERSION; from += 1) {
    const step = UPGRADERS[from];
    if (!step) throw new MonolensError({ code: 'RUN_BROKEN', exit: 'unexpected', what: `No way from schema version ${from} to ${from + 1}.` });
    upgraded = { ...step(upgraded), schemaVersion: from + 1 };
  }
  const run = Run.safeParse(upgraded);
  if (run.success) return run.data;
  const issue = run.error.issues[0];
  throw new MonolensError({
    code: 'RUN_BROKEN', exit: 'usage',
    what: `${where} is not a whole Monolens run.`,
    why: issue ? `${issue.path.join('.')}: ${issue.message}` : undefined,
    next: 'monolens runs',
  });
}
