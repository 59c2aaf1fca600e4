import type { MetricQuery } from './metric-spec.ts';
import type { SeriesAnswer } from './metric-data.ts';
import type { MetricWindow } from './windows.ts';

/** A series whose gaps have their meaning, or why it cannot be had. */
export type FilledSeries =
  | { readonly ok: true; readonly values: Float64Array; readonly coverage: number }
  | { readonly ok: false; readonly missing: 'denied' | 'throttled' | 'failed' | 'partial' | 'undecidable'; readonly reason: string; readonly coverage: number };

/**
 * Gives the gaps of a series their meaning (see `GapMeaning`). `loadArrived`: whether the requests of the same balancer came whole.
 * Coverage is periods with a value over periods of the window; periods before the resource was there count as not covered.
 */
export function fillGaps(answer: SeriesAnswer, window: MetricWindow, loadArrived: boolean): FilledSeries {
  const { query, values, outcome } = answer;
  const received = covered(values);
  if (outcome === 'denied' || outcome === 'throttled' || outcome === 'failed') {
    return { ok: false, missing: outcome, reason: `cloudwatch:GetMetricData ${outcome}: ${answer.message ?? 'no message'}`, coverage: 0 };
  }
  if (query.spec.gap === 'no-data') return { ok: true, values, coverage: received };
  const born = bornIndex(query, window);
  if (!hasGap(values, born)) return { ok: true, values, coverage: received };
  if (outcome === 'partial') {
    return { ok: false, missing: 'partial', reason: `CloudWatch sent only a part of ${query.spec.metric}: a gap may be a value that did not come`, coverage: received };
  }
  if (query.spec.gap === 'zero-with-load' && !loadArrived) {
    return { ok: false, missing: 'undecidable', reason: `the requests of this balancer are not known, so a gap in ${query.spec.metric} may be zero or missing`, coverage: received };
  }
  const filled = values.map((value, index) => (Number.isNaN(value) && index >= born ? 0 : value));
  return { ok: true, values: filled, coverage: covered(filled) };
}

function covered(values: Float64Array): number {
  let count = 0;
  for (const value of values) if (!Number.isNaN(value)) count += 1;
  return values.length ? count / values.length : 0;
}

/** The first whole period of the resource's life. */
function bornIndex(query: MetricQuery, window: MetricWindow): number {
  if (query.bornMs === undefined) return 0;
  return Math.max(0, Math.ceil((query.bornMs - window.startMs) / (window.periodSec * 1000)));
}

function hasGap(values: Float64Array, from: number): boolean {
  for (let i = from; i < values.length; i += 1) if (Number.isNaN(values[i])) return true;
  return false;
}
