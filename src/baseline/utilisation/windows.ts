/** A stretch of whole periods that are over. Instants in ms since the epoch, UTC; `endMs` is exclusive, as in CloudWatch. */
export interface MetricWindow {
  readonly startMs: number;
  readonly endMs: number;
  readonly periodSec: number;
  /** Periods in it: the datapoints that one metric can have. */
  readonly points: number;
}

export const MINUTE_SEC = 60;
export const FIVE_MINUTES_SEC = 300;
export const HOUR_SEC = 3600;
export const DAY_SEC = 86_400;

/** Metrics of AWS services arrive up to some minutes late; a period that ended more recently than this is left out. */
const ARRIVAL_LAG_SEC = FIVE_MINUTES_SEC;

/** How long CloudWatch keeps points of a resolution. Source: CloudWatch API reference, GetMetricData, "Retention". */
const RETENTION = [
  { untilDays: 15, periodSec: MINUTE_SEC },
  { untilDays: 63, periodSec: FIVE_MINUTES_SEC },
  { untilDays: 455, periodSec: HOUR_SEC },
] as const;

/**
 * The finest period that CloudWatch still has for a start this long ago: a finer one returns no points, and no error.
 * Undefined beyond 455 days, where nothing is kept.
 */
export function finestPeriod(startMs: number, now: Date): number | undefined {
  const ageDays = (now.getTime() - startMs) / (DAY_SEC * 1000);
  return RETENTION.find((band) => ageDays <= band.untilDays)?.periodSec;
}

/**
 * The last `days` days before `now`, ending at the last full hour whose metrics have arrived: the incomplete hour is cut, and every
 * window of a run ends at the same instant. The period is raised where the start is too old for it.
 * Throws RangeError where the period does not divide the window or nothing is kept that long.
 */
export function closedWindow(now: Date, days: number, periodSec: number): MetricWindow {
  const endMs = Math.floor((now.getTime() - ARRIVAL_LAG_SEC * 1000) / (HOUR_SEC * 1000)) * HOUR_SEC * 1000;
  const startMs = endMs - days * DAY_SEC * 1000;
  const finest = finestPeriod(startMs, now);
  if (finest === undefined) throw new RangeError(`CloudWatch keeps 455 days; ${days} were asked for`);
  const period = Math.ceil(periodSec / finest) * finest;
  const points = (days * DAY_SEC) / period;
  if (!Number.isInteger(points)) throw new RangeError(`a period of ${period} s does not divide ${days} days`);
  return { startMs, endMs, periodSec: period, points };
}

/** The window as it is stored and shown: ISO 8601, end exclusive. */
export function shownWindow(window: MetricWindow): { start: string; end: string; periodSec: number } {
  return { start: new Date(window.startMs).toISOString(), end: new Date(window.endMs).toISOString(), periodSec: window.periodSec };
}

/** The period that an instant lies in, or undefined outside the window. CloudWatch stamps a point with its period's start. */
export function periodIndex(window: MetricWindow, timestampMs: number): number | undefined {
  if (timestampMs < window.startMs || timestampMs >= window.endMs) return undefined;
  return Math.floor((timestampMs - window.startMs) / (window.periodSec * 1000));
}

const starts = new WeakMap<MetricWindow, ReadonlyMap<string, number>>();

/**
 * The same for the text of an instant, `2026-11-06T10:00:00.000Z`. The texts of the window's own starts are looked up: a run reads them a
 * hundred million times, and reading a date costs ten times as much.
 */
export function periodOfText(window: MetricWindow, timestamp: string): number | undefined {
  let known = starts.get(window);
  if (!known) {
    known = new Map(Array.from({ length: window.points }, (_, index) => [new Date(window.startMs + index * window.periodSec * 1000).toISOString(), index]));
    starts.set(window, known);
  }
  return known.get(timestamp) ?? periodIndex(window, Date.parse(timestamp));
}
