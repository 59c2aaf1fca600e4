import type { MetricSeries } from './series.ts';
import { clamp, rawValue } from './wave.ts';

/** Quantiles of the standard normal distribution for percentiles of response times. Source: any table of it. */
const NORMAL_QUANTILES: Readonly<Record<string, number>> = {
  50: 0, 75: 0.674490, 90: 1.281552, 95: 1.644854, 99: 2.326348, 99.5: 2.575829, 99.9: 3.090232,
};
/** How far the slowest and the fastest request of a raw point lie from its median, in sigmas. */
const SLOWEST = 3.5;
const FASTEST = -3;

/**
 * The value of one datapoint: a statistic of a metric over `[start, start + periodSec)`, in the metric's unit; nothing where the
 * metric has no raw points in it. Statistics: `Average`, `Sum`, `Minimum`, `Maximum`, `SampleCount`, `pNN`.
 *
 * A metric without `sigma` has one sample per raw point: percentiles are of those (linear between ranks). With `sigma`, a raw
 * point is a log-normal distribution around its median m, so `pNN` is the mean over raw points of m·exp(sigma·z), `Average` of
 * m·exp(sigma²/2), and the extremes are 3.5 sigma above and 3 below. `spread` widens the extremes of a metric without `sigma`.
 * Throws RangeError for another statistic.
 */
export function metricValue(series: MetricSeries, statistic: string, start: number, periodSec: number): number | undefined {
  const values = rawValues(series, start, start + periodSec * 1000);
  const { length } = values;
  if (length === 0) return undefined;
  const { wave } = series;
  const { sigma } = wave;
  const percentile = percentileOf(statistic);
  if (percentile !== undefined) {
    if (sigma === undefined) return quantile(values.sort((a, b) => a - b), percentile / 100);
    const z = NORMAL_QUANTILES[String(percentile)];
    if (z === undefined) throw new RangeError(`the sample endpoint has no ${statistic} of ${series.metric}; it has ${Object.keys(NORMAL_QUANTILES).map((name) => `p${name}`).join(', ')}`);
    return mean(values) * Math.exp(sigma * z);
  }
  const skew = Math.exp((sigma ?? 0) ** 2 / 2);
  const [highest, lowest] = sigma === undefined ? [1 + (wave.spread ?? 0), 1 - (wave.spread ?? 0)] : [Math.exp(SLOWEST * sigma), Math.exp(FASTEST * sigma)];
  switch (statistic) {
    case 'Average': return mean(values) * skew;
    case 'Sum': return sum(values) * skew;
    case 'Maximum': return clamp(wave, values.reduce((a, b) => Math.max(a, b)) * highest);
    case 'Minimum': return clamp(wave, values.reduce((a, b) => Math.min(a, b)) * lowest);
    case 'SampleCount': return length;
    default: throw new RangeError(`the sample endpoint has no statistic ${statistic}`);
  }
}

/** The raw values published in `[from, until)`, oldest first. */
export function rawValues(series: MetricSeries, from: number, until: number): number[] {
  const step = series.resolutionSec * 1000;
  const end = Math.min(until, series.until ?? Infinity);
  const out: number[] = [];
  for (let at = Math.ceil(Math.max(from, series.from ?? -Infinity) / step) * step; at < end; at += step) {
    if (series.gaps?.some((gap) => at >= gap.from && at < gap.until) === true) continue;
    const value = rawValue(series.wave, at);
    if (series.sparse !== true || value !== 0) out.push(value);
  }
  return out;
}

/** 99.5 of `p99.5`. */
function percentileOf(statistic: string): number | undefined {
  const match = /^p(\d{1,2}(?:\.\d+)?|100)$/.exec(statistic);
  return match === null ? undefined : Number(match[1]);
}

function quantile(sorted: readonly number[], share: number): number {
  const rank = (sorted.length - 1) * share;
  const below = sorted[Math.floor(rank)] ?? 0;
  const above = sorted[Math.ceil(rank)] ?? below;
  return below + (above - below) * (rank - Math.floor(rank));
}

function sum(values: readonly number[]): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}
