import { LAST, type TrafficRange } from './traffic.ts';

/** What holds on one stretch of the traffic line. A list of them covers the whole line, in order, without gaps. */
export interface Segment<T> extends TrafficRange {
  readonly value: T;
}

/** Cuts the line wherever a rule begins or ends, and at `cuts`, and evaluates each stretch on the rules that cover it, in their order. */
export function sweep<R extends TrafficRange, T>(rules: readonly R[], cuts: readonly number[], evaluate: (active: readonly R[], key: number) => T): Segment<T>[] {
  const starts = new Set([0, ...cuts]);
  for (const rule of rules) {
    starts.add(rule.from);
    if (rule.to < LAST) starts.add(rule.to + 1);
  }
  const sorted = [...starts].sort((a, b) => a - b);
  return sorted.map((from, i) => ({
    from,
    to: (sorted[i + 1] ?? LAST + 1) - 1,
    value: evaluate(rules.filter((rule) => rule.from <= from && from <= rule.to), from),
  }));
}

/** Two lists as one: each stretch on which neither changes, with what `combine` makes of both. */
export function overlay<A, B, T>(a: readonly Segment<A>[], b: readonly Segment<B>[], combine: (a: A, b: B) => T): Segment<T>[] {
  const joined: Segment<T>[] = [];
  for (let i = 0, j = 0; ;) {
    const x = a[i];
    const y = b[j];
    if (!x || !y) return joined;
    const to = Math.min(x.to, y.to);
    joined.push({ from: Math.max(x.from, y.from), to, value: combine(x.value, y.value) });
    if (x.to === to) i++;
    if (y.to === to) j++;
  }
}

/** The value at a place on the line. */
export function valueAt<T>(segments: readonly Segment<T>[], key: number): T {
  let low = 0;
  let high = segments.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((segments[middle]?.from ?? 0) <= key) low = middle;
    else high = middle - 1;
  }
  const segment = segments[low];
  if (!segment) throw new RangeError('no segments: a list covers the whole line');
  return segment.value;
}

/** The stretches that lie wholly or partly in a range. */
export function within<T>(segments: readonly Segment<T>[], range: TrafficRange): Segment<T>[] {
  return segments.filter((segment) => segment.to >= range.from && segment.from <= range.to);
}

/** Joins neighbours of equal value. */
export function merge<T>(segments: readonly Segment<T>[], same: (a: T, b: T) => boolean): Segment<T>[] {
  const merged: Segment<T>[] = [];
  for (const segment of segments) {
    const previous = merged.at(-1);
    if (previous && same(previous.value, segment.value)) merged[merged.length - 1] = { from: previous.from, to: segment.to, value: previous.value };
    else merged.push(segment);
  }
  return merged;
}
