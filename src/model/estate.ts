import * as z from 'zod';
import { CoverageEntry } from './coverage.ts';
import { KIND_NAMES, KINDS, type Kind, type ResourceOf, type Resources } from './kinds.ts';

const shape = Object.fromEntries(KIND_NAMES.map((kind) => [kind, z.array(KINDS[kind].schema).optional()]));

export const Account = z.object({ id: z.string(), partition: z.string(), alias: z.string().optional(), callerArn: z.string().optional() });
export type Account = z.infer<typeof Account>;

/** What is there: the answers of AWS, by kind, and how each question went. */
export interface Estate {
  readonly accounts: readonly Account[];
  readonly regions: readonly string[];
  /** When the first call was made, ISO 8601. */
  readonly collectedAt: string;
  readonly source: 'aws' | 'dump' | 'terraform' | 'demo';
  readonly resources: Resources;
  readonly coverage: readonly CoverageEntry[];
}

export const Estate: z.ZodType<Estate> = z.object({
  accounts: z.array(Account),
  regions: z.array(z.string()),
  collectedAt: z.string(),
  source: z.enum(['aws', 'dump', 'terraform', 'demo']),
  resources: z.object(shape) as unknown as z.ZodType<Resources>,
  coverage: z.array(CoverageEntry),
});

/** The resources of one kind; empty where none were stored, which says nothing on whether there are any: ask `coverageOf`. */
export function resourcesOf<K extends Kind>(estate: Estate, kind: K): readonly ResourceOf<K>[] {
  return estate.resources[kind] ?? [];
}

/**
 * How the listing of `kind` went for one account and region.
 * A global service is asked once per account, and its entry (region `global`) answers for every region.
 */
export function coverageOf(estate: Estate, kind: Kind, account: string, region: string): CoverageEntry | undefined {
  return coverageIndex(estate).get(`${KINDS[kind].service} ${KINDS[kind].operation} ${account} ${region}`)
    ?? coverageIndex(estate).get(`${KINDS[kind].service} ${KINDS[kind].operation} ${account} global`);
}

const indexes = new WeakMap<Estate, Map<string, CoverageEntry>>();

function coverageIndex(estate: Estate): Map<string, CoverageEntry> {
  let index = indexes.get(estate);
  if (!index) {
    index = new Map(estate.coverage.map((entry) => [`${entry.service} ${entry.operation} ${entry.account} ${entry.region}`, entry]));
    indexes.set(estate, index);
  }
  return index;
}
