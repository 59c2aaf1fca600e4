import type { Derivation, PreparedSeries } from './metric-spec.ts';
import { median, nearestRank } from './percentile.ts';

function sum(values: Float64Array): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

/** Of a series asked for with the same statistic: the sum of sums, the largest maximum, the smallest minimum. */
export function total(unit: string): Derivation {
  return { stat: 'Sum', unit, of: ({ sorted }) => (sorted.length ? sum(sorted) : undefined) };
}
export function maximum(unit: string, stat = 'Maximum'): Derivation {
  return { stat, unit, of: ({ sorted }) => sorted.at(-1) };
}
export function minimum(unit: string): Derivation {
  return { stat: 'Minimum', unit, of: ({ sorted }) => sorted[0] };
}

/** The mean over equally long periods that all have data: right for averages of a gauge that is sampled evenly, and for nothing else. */
export function mean(unit: string): Derivation {
  return { stat: 'Average', unit, of: ({ sorted }) => (sorted.length ? sum(sorted) / sorted.length : undefined) };
}

/** A percentile over the periods' own statistic: `p99.5 of Maximum`. Not the percentile of the raw samples. */
export function percentileOf(stat: string, percent: number, unit: string): Derivation {
  return { stat: `p${percent} of ${stat}`, unit, of: ({ sorted }) => nearestRank(sorted, percent) };
}

/** Bytes (or operations) in a period, as a rate per second. */
export function perSecond(derivation: Derivation, stat: string): Derivation {
  return {
    stat,
    unit: derivation.unit,
    of: (series) => {
      const value = derivation.of(series);
      return value === undefined ? undefined : value / series.periodSec;
    },
  };
}

/** What CloudWatch computed over the whole window: one point, and only if exactly one came. */
export function asAsked(stat: string, unit: string): Derivation {
  return { stat, unit, of: ({ values, sorted }) => (values.length === 1 ? sorted[0] : undefined) };
}

/** Percentiles cannot be merged: of the days' p95, the middle one and the worst one. */
export function dailyPercentile(percent: number, unit: string): readonly Derivation[] {
  return [
    { stat: `median of daily p${percent}`, unit, of: ({ sorted }) => median(sorted) },
    { stat: `maximum of daily p${percent}`, unit, of: ({ sorted }) => sorted.at(-1) },
  ];
}

/** A series of one kind, with its gaps kept and its values sorted once. */
export function prepare(values: Float64Array, periodSec: number): PreparedSeries {
  return { values, sorted: values.filter((value) => !Number.isNaN(value)).sort(), periodSec };
}
