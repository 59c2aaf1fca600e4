import { BITS, formatAddress, type Family, type Span } from './cidr.ts';

/** A set of addresses of one family: spans in ascending order that neither overlap nor touch. */
export type CidrSet = readonly Span[];
export const EMPTY: CidrSet = [];

/** The canonical set of any spans, in any order. */
export function cidrSet(spans: readonly Span[]): CidrSet {
  if (spans.length < 2) return spans;
  const sorted = [...spans].sort((a, b) => (a.first < b.first ? -1 : a.first > b.first ? 1 : 0));
  const merged: Span[] = [];
  for (const span of sorted) {
    const previous = merged.at(-1);
    if (previous && span.first <= previous.last + 1n) {
      if (span.last > previous.last) merged[merged.length - 1] = { first: previous.first, last: span.last };
    } else {
      merged.push(span);
    }
  }
  return merged;
}

export function union(...sets: readonly CidrSet[]): CidrSet {
  const filled = sets.filter((set) => set.length > 0);
  return filled.length === 1 ? (filled[0] ?? EMPTY) : cidrSet(filled.flat());
}

export function intersect(a: CidrSet, b: CidrSet): CidrSet {
  if (a === b) return a;
  const result: Span[] = [];
  for (let i = 0, j = 0; ;) {
    const x = a[i];
    const y = b[j];
    if (!x || !y) return result;
    const first = x.first > y.first ? x.first : y.first;
    const last = x.last < y.last ? x.last : y.last;
    if (first <= last) result.push({ first, last });
    if (x.last < y.last) i++;
    else j++;
  }
}

export function subtract(a: CidrSet, b: CidrSet): CidrSet {
  if (a.length === 0 || b.length === 0) return a;
  const result: Span[] = [];
  let j = 0;
  for (const span of a) {
    let first = span.first;
    while ((b[j]?.last ?? span.first) < span.first) j++;
    for (let k = j; first <= span.last; k++) {
      const hole = b[k];
      if (!hole || hole.first > span.last) {
        result.push({ first, last: span.last });
        break;
      }
      if (hole.first > first) result.push({ first, last: hole.first - 1n });
      if (hole.last >= first) first = hole.last + 1n;
    }
  }
  return result;
}

export function contains(set: CidrSet, address: bigint): boolean {
  return set.some((span) => span.first <= address && address <= span.last);
}

/** Whether every address of `inner` is in `outer`. */
export function covers(outer: CidrSet, inner: CidrSet): boolean {
  return subtract(inner, outer).length === 0;
}

/** How many addresses. */
export function size(set: CidrSet): bigint {
  return set.reduce((sum, span) => sum + span.last - span.first + 1n, 0n);
}

/** Equal for equal sets and different for different ones. */
export function setKey(set: CidrSet): string {
  return set.map((span) => `${span.first.toString(36)}-${span.last.toString(36)}`).join(',');
}

/** The fewest CIDR blocks that make up the set, in ascending order. */
export function toCidrs(family: Family, set: CidrSet): string[] {
  return set.flatMap((span) => blocksOf(family, span)).map((block) => blockText(family, block));
}

export function blockText(family: Family, block: { readonly first: bigint; readonly length: number }): string {
  return `${formatAddress(family, block.first)}/${block.length}`;
}

/** The blocks of one span: always the largest that is aligned and fits. */
export function blocksOf(family: Family, span: Span): { first: bigint; last: bigint; length: number }[] {
  const bits = BITS[family];
  const blocks: { first: bigint; last: bigint; length: number }[] = [];
  for (let first = span.first; first <= span.last;) {
    let length = bits;
    let last = first;
    for (let host = 1n; length > 0 && (first & host) === 0n && first + (host << 1n) - 1n <= span.last; host <<= 1n) {
      length--;
      last = first + (host << 1n) - 1n;
    }
    blocks.push({ first, last, length });
    first = last + 1n;
  }
  return blocks;
}
