/**
 * The grids on which metrics are asked for. All look back 14 days and end at the same hour, so that one request can carry
 * queries of several; `season` looks back 90 days.
 */
export type GridId = 'minute' | 'five-minutes' | 'hour' | 'day' | 'whole' | 'season';

/**
 * What an interval without a datapoint means.
 * - `no-data`: nothing: the resource was stopped, or nobody knows. Latency, CPU, memory.
 * - `zero`: the metric counts traffic and is published only when there is some. The load itself.
 * - `zero-with-load`: a counter that is published only when it is not zero; a gap is 0 if the load of the same balancer arrived.
 * Source: "Reporting criteria" in the load balancer user guides.
 */
export type GapMeaning = 'no-data' | 'zero' | 'zero-with-load';

/** One number out of one series. `of` gets the periods' values in order (NaN: no data) and the period in seconds. */
export interface Derivation {
  /** As it stands in `UtilisationFigure.stat`. */
  readonly stat: string;
  readonly unit: string;
  of(series: PreparedSeries): number | undefined;
}

/** The values of a series once its gaps have their meaning. */
export interface PreparedSeries {
  /** In time order, NaN where there is no datum. */
  readonly values: Float64Array;
  /** Those that are not NaN, ascending. */
  readonly sorted: Float64Array;
  readonly periodSec: number;
}

/** One metric with one statistic on one grid, and the figures that are made of it. */
export interface MetricSpec {
  readonly metric: string;
  /** A CloudWatch statistic: `Average`, `Sum`, `Maximum`, `Minimum`, `p95`. */
  readonly stat: string;
  readonly grid: GridId;
  readonly gap: GapMeaning;
  readonly figures: readonly Derivation[];
  /** The requests that a balancer serves, kept to correlate others with; its unit is requests per second. */
  readonly isLoad?: boolean;
  /** What to keep as a correlation with the load, in the unit given (`B/s` divides a sum by the period). */
  readonly correlate?: { readonly unit: string };
  /** Which small series to keep for the report. */
  readonly shapes?: readonly ('hour-of-week' | 'day')[];
}

/** One metric of one resource, as it goes into a request. */
export interface MetricQuery {
  readonly account: string;
  readonly region: string;
  readonly namespace: string;
  readonly dimensions: Readonly<Record<string, string>>;
  /** The resource's `id` in the estate. */
  readonly resourceId: string;
  /** When the resource came to be, where the estate says so: periods before it are no gaps. Ms since the epoch. */
  readonly bornMs?: number;
  readonly spec: MetricSpec;
}
