import type { UtilisationFigure } from '../../model/index.ts';
import { prepare } from './derivations.ts';
import type { FilledSeries } from './gaps.ts';
import type { MetricQuery } from './metric-spec.ts';
import { shownWindow, type MetricWindow } from './windows.ts';

/** Said where CloudWatch knows the metric's name but holds no point of it for the resource. */
const NO_POINTS = 'CloudWatch has no datapoint of it in this window';

/** The figures of one series; each is there even where its value is not, with the reason. */
export function figuresOf(query: MetricQuery, window: MetricWindow, series: FilledSeries): UtilisationFigure[] {
  const shared = {
    resourceId: query.resourceId, namespace: query.namespace, metric: query.spec.metric, dimensions: { ...query.dimensions },
    window: shownWindow(window), coverage: rounded(series.coverage),
  };
  if (!series.ok) {
    return query.spec.figures.map(({ stat, unit }) => ({ ...shared, stat, value: null, unit, missing: series.missing, reason: series.reason }));
  }
  const prepared = prepare(series.values, window.periodSec);
  return query.spec.figures.map((derivation): UtilisationFigure => {
    const { stat, unit } = derivation;
    const value = derivation.of(prepared);
    return value === undefined
      ? { ...shared, stat, value: null, unit, missing: 'no-data', reason: NO_POINTS }
      : { ...shared, stat, value, unit };
  });
}

/** Four places: a ten-thousandth of two weeks is two minutes. */
export function rounded(coverage: number): number {
  return Math.round(coverage * 10_000) / 10_000;
}
