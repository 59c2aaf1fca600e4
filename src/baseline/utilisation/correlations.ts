import type { Correlation } from '../../model/index.ts';
import type { MetricQuery } from './metric-spec.ts';
import { fitLine } from './regression.ts';
import { shownWindow, type MetricWindow } from './windows.ts';

/** The load of one balancer by five-minute periods, in `unit` (requests or flows per second). */
export interface Load {
  readonly id: string;
  readonly metric: string;
  readonly unit: string;
  readonly perSecond: Float64Array;
}

/** Fewer periods than a day's say nothing about a curve. */
const LEAST_PERIODS = 288;

/** Sums on a fine grid as rates per second on a coarser one; a gap anywhere in a coarse period makes it a gap. */
export function coarsened(values: Float64Array, from: MetricWindow, to: MetricWindow): Float64Array {
  const group = to.periodSec / from.periodSec;
  return Float64Array.from({ length: to.points }, (_, index) => {
    let sum = 0;
    for (let i = index * group; i < (index + 1) * group; i += 1) sum += values[i] ?? Number.NaN;
    return sum / to.periodSec;
  });
}

/** How a series moves with a load over the same periods; undefined where too few periods have both or the load stood still. */
export function correlate(load: Load, query: MetricQuery, window: MetricWindow, values: Float64Array): Correlation | undefined {
  const unit = query.spec.correlate?.unit;
  if (unit === undefined || load.perSecond.length !== values.length) return undefined;
  const y = query.spec.stat === 'Sum' ? values.map((value) => value / window.periodSec) : values;
  const line = fitLine(load.perSecond, y);
  if (!line || line.n < LEAST_PERIODS) return undefined;
  return {
    loadId: load.id, loadMetric: load.metric, loadUnit: load.unit, resourceId: query.resourceId, metric: query.spec.metric, stat: query.spec.stat, unit,
    slope: line.slope, intercept: line.intercept, residualSd: line.residualSd, r2: line.r2, n: line.n,
    meanLoad: line.meanX, loadSumOfSquares: line.sumOfSquaresX, minLoad: line.minX, peakLoad: line.maxX, window: shownWindow(window),
  };
}
