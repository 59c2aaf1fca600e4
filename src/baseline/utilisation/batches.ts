import type { MetricQuery } from './metric-spec.ts';
import type { Grids } from './grids.ts';

/** Limits of one GetMetricData request. Source: CloudWatch API reference, GetMetricData. */
export const QUERIES_PER_REQUEST = 500;
export const POINTS_PER_REQUEST = 100_800;

/** The queries of one request: of one account and region, over one stretch of time, within both limits. */
export interface MetricBatch {
  readonly account: string;
  readonly region: string;
  readonly startMs: number;
  readonly endMs: number;
  readonly queries: readonly MetricQuery[];
  /** Datapoints that the answer can have. */
  readonly points: number;
}

interface Bin {
  points: number;
  readonly queries: MetricQuery[];
}

/**
 * Packs queries into as few requests as the two limits allow, so that an answer fits one page. Loads come first in the result:
 * what is correlated with them can then be dropped as soon as it arrives. The order of the input decides ties.
 */
export function packBatches(queries: readonly MetricQuery[], grids: Grids): MetricBatch[] {
  return [...groupByRequest(queries, grids).values()].flatMap((group) => {
    const first = group[0];
    if (!first) return [];
    const { startMs, endMs } = grids[first.spec.grid];
    return packGroup(group, grids).map((bin) => ({ account: first.account, region: first.region, startMs, endMs, queries: bin.queries, points: bin.points }));
  }).sort((a, b) => Number(holdsLoad(b)) - Number(holdsLoad(a)));
}

export function holdsLoad(batch: MetricBatch): boolean {
  return batch.queries.some((query) => query.spec.isLoad);
}

/** The number of requests that no packing can go below: by either limit alone, per account, region and stretch of time. */
export function leastRequests(queries: readonly MetricQuery[], grids: Grids): number {
  return [...groupByRequest(queries, grids).values()].reduce((sum, group) => sum + leastOf(group, grids), 0);
}

function leastOf(group: readonly MetricQuery[], grids: Grids): number {
  const points = group.reduce((sum, query) => sum + grids[query.spec.grid].points, 0);
  return Math.max(Math.ceil(points / POINTS_PER_REQUEST), Math.ceil(group.length / QUERIES_PER_REQUEST));
}

function groupByRequest(queries: readonly MetricQuery[], grids: Grids): Map<string, MetricQuery[]> {
  const groups = new Map<string, MetricQuery[]>();
  for (const query of queries) {
    const { startMs, endMs } = grids[query.spec.grid];
    const key = `${query.account} ${query.region} ${startMs} ${endMs}`;
    const group = groups.get(key);
    if (group) group.push(query);
    else groups.set(key, [query]);
  }
  return groups;
}

/**
 * Two limits at once: a request full of long series has room for no short ones, so the long ones are spread evenly over the bins.
 * The number of bins starts at the least and grows until everything fits; each bin then has points and places to spare.
 */
function packGroup(group: readonly MetricQuery[], grids: Grids): Bin[] {
  const items = group.map((query): Item => ({ query, points: grids[query.spec.grid].points })).sort((a, b) => b.points - a.points);
  const loads = items.filter(({ query }) => query.spec.isLoad);
  const others = items.filter(({ query }) => !query.spec.isLoad);
  for (let count = leastOf(group, grids); ; count += 1) {
    const dense = emptyBins(count);
    if (fillInTurn(dense, loads) && spread(dense, others)) return used(dense);
    const even = emptyBins(count);
    if (spread(even, items)) return used(even);
  }
}

function emptyBins(count: number): Bin[] {
  return Array.from({ length: count }, () => ({ points: 0, queries: [] }));
}

function used(bins: readonly Bin[]): Bin[] {
  return bins.filter((bin) => bin.queries.length > 0);
}

interface Item {
  readonly query: MetricQuery;
  readonly points: number;
}

function fits(bin: Bin, points: number): boolean {
  return bin.points + points <= POINTS_PER_REQUEST && bin.queries.length < QUERIES_PER_REQUEST;
}

function add(bin: Bin, { query, points }: Item): void {
  bin.points += points;
  bin.queries.push(query);
}

/** Loads lie close together in the first bins where that costs no request, so that few answers have to wait for them. */
function fillInTurn(bins: readonly Bin[], items: readonly Item[]): boolean {
  return items.every((item) => {
    const bin = bins.find((candidate) => fits(candidate, item.points));
    if (bin) add(bin, item);
    return bin !== undefined;
  });
}

/** Deals the items out, longest first, starting anew with the emptiest bin for each length; false where one does not fit. */
function spread(bins: readonly Bin[], items: readonly Item[]): boolean {
  let open: Bin[] = [];
  let cursor = 0;
  let size = Number.NaN;
  for (const item of items) {
    if (item.points !== size) {
      size = item.points;
      open = bins.filter((bin) => fits(bin, size)).sort((a, b) => a.points - b.points);
      cursor = 0;
    }
    if (cursor >= open.length) {
      open = open.filter((bin) => fits(bin, size));
      cursor = 0;
    }
    const bin = open[cursor];
    if (!bin) return false;
    add(bin, item);
    cursor += 1;
  }
  return true;
}
