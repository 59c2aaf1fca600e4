import type { MetricSeries } from './series.ts';
import { metricValue } from './statistic.ts';

const DAY_MS = 86_400_000;

/** How long CloudWatch keeps points: up to an age, the smallest period that still exists. Source: GetMetricData, retention. */
const RETENTION = [{ days: 15, periodSec: 60 }, { days: 63, periodSec: 300 }, { days: 455, periodSec: 3600 }] as const;

export interface Datapoints {
  /** Seconds since the epoch, oldest first. */
  readonly timestamps: readonly number[];
  readonly values: readonly number[];
}

const NONE: Datapoints = { timestamps: [], values: [] };

/**
 * The datapoints of one query as CloudWatch would give them at `now`: a period that does not fit the age of `from` gives none and
 * no error; the start is rounded down to the band's resolution; `until` is exclusive; nothing lies in the future.
 */
export function datapoints(series: MetricSeries, statistic: string, from: number, until: number, periodSec: number, now: number): Datapoints {
  const band = RETENTION.find(({ days }) => now - from <= days * DAY_MS);
  if (band === undefined || periodSec < band.periodSec || periodSec % band.periodSec !== 0) return NONE;
  const step = periodSec * 1000;
  const start = Math.floor(from / (band.periodSec * 1000)) * band.periodSec * 1000;
  const timestamps: number[] = [];
  const values: number[] = [];
  for (let at = start; at < Math.min(until, now); at += step) {
    const value = metricValue(series, statistic, at, Math.min(periodSec, Math.ceil((now - at) / 1000)));
    if (value === undefined) continue;
    timestamps.push(at / 1000);
    values.push(value);
  }
  return { timestamps, values };
}

/** Whether a metric had a point in the two weeks before `now`: ListMetrics omits those that had none. */
export function isActive(series: MetricSeries, now: number, ms = 14 * DAY_MS): boolean {
  return (series.until ?? Infinity) > now - ms && (series.from ?? -Infinity) <= now;
}
