import type { CoverageEntry } from './coverage.ts';
import type { Estate } from './estate.ts';
import type { ResourceOf } from './kind-schemas.ts';
import { KINDS, type Kind } from './kinds.ts';

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
