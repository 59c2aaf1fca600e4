import type { Family } from './cidr.ts';
import { EMPTY, intersect, setKey, subtract, union, type CidrSet } from './cidr-set.ts';
import { everything } from './public-space.ts';

/**
 * A set of clients that is known from below and from above: `sure` pass, those outside `maybe` do not, and `missing` names what would
 * decide the rest. Where nothing is missing the two are one set.
 */
export interface Bounded {
  readonly sure: CidrSet;
  readonly maybe: CidrSet;
  readonly missing: readonly string[];
}

/** A yes, a no, or what is missing to tell. */
export type Tri = { readonly open: boolean } | { readonly open: undefined; readonly missing: readonly string[] };
export const OPEN: Tri = { open: true };
export const CLOSED: Tri = { open: false };

export const NOBODY: Bounded = { sure: EMPTY, maybe: EMPTY, missing: [] };

export function exactly(set: CidrSet): Bounded {
  return { sure: set, maybe: set, missing: [] };
}

export function anybody(family: Family): Bounded {
  return exactly(everything(family));
}

/** Nothing is known but what is missing. */
export function unknownClients(family: Family, missing: readonly string[]): Bounded {
  return { sure: EMPTY, maybe: everything(family), missing };
}

export function unknownGate(...missing: readonly string[]): Tri {
  return { open: undefined, missing };
}

export function bothOf(a: Bounded, b: Bounded): Bounded {
  return { sure: intersect(a.sure, b.sure), maybe: intersect(a.maybe, b.maybe), missing: joinMissing(a.missing, b.missing) };
}

export function eitherOf(a: Bounded, b: Bounded): Bounded {
  return { sure: union(a.sure, b.sure), maybe: union(a.maybe, b.maybe), missing: joinMissing(a.missing, b.missing) };
}

/** Equal for equal sets with equal gaps. */
export function boundedKey(set: Bounded): string {
  return `${setKey(set.sure)} ${set.sure === set.maybe ? '' : setKey(set.maybe)} ${set.missing.join(';')}`;
}

/** Whether nothing undecided is left. */
export function isExact(set: Bounded): boolean {
  return set.sure === set.maybe || subtract(set.maybe, set.sure).length === 0;
}

export function joinMissing(...lists: readonly (readonly string[])[]): readonly string[] {
  const filled = lists.filter((list) => list.length > 0);
  if (filled.length < 2) return filled[0] ?? [];
  return [...new Set(filled.flat())].sort();
}
