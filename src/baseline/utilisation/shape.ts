import type { UtilisationSeries } from '../../model/index.ts';
import type { MetricQuery } from './metric-spec.ts';
import { DAY_SEC, HOUR_SEC, type MetricWindow } from './windows.ts';

const HOURS_OF_WEEK = 168;
/** Monday to Friday come first. */
const WORKDAY_HOURS = 120;
/** 1970-01-05 was a Monday. */
const FIRST_MONDAY_MS = 4 * DAY_SEC * 1000;

/** The hour of the week of an instant: 0 is Monday 00:00 to 01:00 UTC. */
export function hourOfWeek(ms: number): number {
  return Math.floor((ms - FIRST_MONDAY_MS) / (HOUR_SEC * 1000)) % HOURS_OF_WEEK;
}

/** The mean by hour of the week, 168 values from Monday 00:00 UTC; null for hours that were never measured. Sums become rates per second. */
export function hourOfWeekSeries(query: MetricQuery, window: MetricWindow, values: Float64Array, unit: string): UtilisationSeries {
  const sums = new Float64Array(HOURS_OF_WEEK);
  const counts = new Float64Array(HOURS_OF_WEEK);
  const perSecond = query.spec.stat === 'Sum' ? window.periodSec : 1;
  values.forEach((value, index) => {
    if (Number.isNaN(value)) return;
    const hour = hourOfWeek(window.startMs + index * window.periodSec * 1000);
    sums[hour] = (sums[hour] ?? 0) + value / perSecond;
    counts[hour] = (counts[hour] ?? 0) + 1;
  });
  const means = Array.from(sums, (sum, hour) => (counts[hour] ? sum / (counts[hour] ?? 1) : null));
  const monday = window.startMs - hourOfWeek(window.startMs) * HOUR_SEC * 1000;
  return {
    resourceId: query.resourceId, metric: query.spec.metric, stat: 'mean by hour of the week', unit,
    start: new Date(monday).toISOString(), periodSec: HOUR_SEC,
    values: means.map((value) => (value === null ? null : rounded(value))), ...rhythmOf(means),
  };
}

/** Peak hour and weekend factor; each only where every hour that it is made of was measured. */
function rhythmOf(means: readonly (number | null)[]): Pick<UtilisationSeries, 'peakHour' | 'weekendFactor'> {
  const known = means.filter((value) => value !== null);
  if (known.length < HOURS_OF_WEEK) return {};
  const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const byHour = Array.from({ length: 24 }, (_, hour) => meanOf(known.filter((__, index) => index % 24 === hour)));
  const workdays = meanOf(known.slice(0, WORKDAY_HOURS));
  return {
    peakHour: byHour.indexOf(Math.max(...byHour)),
    ...(workdays > 0 ? { weekendFactor: rounded(meanOf(known.slice(WORKDAY_HOURS)) / workdays) } : {}),
  };
}

/** The total of each whole UTC day of the window; null for a day that has a gap. */
export function daySeries(query: MetricQuery, window: MetricWindow, values: Float64Array, unit: string): UtilisationSeries {
  const perDay = DAY_SEC / window.periodSec;
  const firstDayMs = Math.ceil(window.startMs / (DAY_SEC * 1000)) * DAY_SEC * 1000;
  const offset = (firstDayMs - window.startMs) / (window.periodSec * 1000);
  const days: (number | null)[] = [];
  for (let from = offset; from + perDay <= values.length; from += perDay) {
    const total = values.subarray(from, from + perDay).reduce((sum, value) => sum + value, 0);
    days.push(Number.isNaN(total) ? null : rounded(total));
  }
  return { resourceId: query.resourceId, metric: query.spec.metric, stat: 'sum by day', unit, start: new Date(firstDayMs).toISOString(), periodSec: DAY_SEC, values: days };
}

/** Four significant digits: more would be noise in a picture. */
function rounded(value: number): number {
  return Number(value.toPrecision(4));
}
