/**
 * The value at or below which `percent` % of the values lie, by nearest rank: the smallest value whose rank is at least
 * percent/100 × n. It is always a value that was measured. `sorted` ascends and has no NaN; undefined where it is empty.
 */
export function nearestRank(sorted: Float64Array, percent: number): number | undefined {
  if (sorted.length === 0) return undefined;
  // The product is rounded to 9 places first: 0.07 × 100 must be rank 7, and is 7.000000000000001 in binary.
  const rank = Math.ceil(Number(((percent / 100) * sorted.length).toFixed(9)));
  return sorted[Math.max(rank, 1) - 1];
}

/** The middle value, or the mean of the two middle ones; undefined where there is none. */
export function median(sorted: Float64Array): number | undefined {
  if (sorted.length === 0) return undefined;
  const half = sorted.length >> 1;
  const upper = sorted[half];
  const lower = sorted[half - 1];
  if (upper === undefined) return undefined;
  return sorted.length % 2 === 1 || lower === undefined ? upper : (lower + upper) / 2;
}
