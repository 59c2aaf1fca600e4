import type { Correlation, UtilisationFigure, UtilisationSeries } from '../../model/index.ts';
import type { LoadsOf } from './balancers-of.ts';
import { coarsened, correlate, type Load } from './correlations.ts';
import { figuresOf, rounded } from './figures.ts';
import { fillGaps } from './gaps.ts';
import type { Grids } from './grids.ts';
import type { SeriesAnswer } from './metric-data.ts';
import { daySeries, hourOfWeekSeries } from './shape.ts';

/**
 * Takes series as they arrive and keeps only what a report needs: figures, small shapes, regression lines. Of the series themselves
 * it keeps the balancers' loads alone, at five minutes, so memory grows with resources and not with datapoints.
 */
export class UtilisationSummary {
  readonly #figures: UtilisationFigure[] = [];
  /** Of each metric the coverage of its finest series: a single point over the whole window cannot say how much lies behind it. */
  readonly #finest = new Map<string, { readonly points: number; readonly coverage: number }>();
  readonly series: UtilisationSeries[] = [];
  readonly correlations: Correlation[] = [];
  readonly #loads = new Map<string, Load>();
  readonly #grids: Grids;
  readonly #loadsOf: LoadsOf;

  constructor(grids: Grids, loadsOf: LoadsOf) {
    this.#grids = grids;
    this.#loadsOf = loadsOf;
  }

  /** Loads must have been taken before what depends on them: a balancer's counters, and whatever stands behind it. */
  take(answer: SeriesAnswer): void {
    const { query } = answer;
    const window = this.#grids[query.spec.grid];
    const filled = fillGaps(answer, window, this.#loads.has(query.resourceId));
    this.#figures.push(...figuresOf(query, window, filled));
    const key = metricKey({ ...query, metric: query.spec.metric });
    if (query.spec.grid !== 'season' && window.points > (this.#finest.get(key)?.points ?? 0)) this.#finest.set(key, { points: window.points, coverage: filled.coverage });
    if (!filled.ok) return;

    const unit = query.spec.figures[0]?.unit ?? '';
    if (query.spec.isLoad) {
      const perSecond = coarsened(filled.values, window, this.#grids['five-minutes']);
      const rateUnit = query.spec.figures.at(-1)?.unit ?? unit;
      this.#loads.set(query.resourceId, { id: query.resourceId, metric: query.spec.metric, unit: rateUnit, perSecond });
    }
    for (const shape of filled.coverage > 0 ? query.spec.shapes ?? [] : []) {
      this.series.push(shape === 'day'
        ? daySeries(query, window, filled.values, unit)
        : hourOfWeekSeries(query, window, filled.values, query.spec.stat === 'Sum' ? `${unit}/Second` : unit));
    }
    if (!query.spec.correlate) return;
    for (const id of this.#loadsOf.get(query.resourceId) ?? []) {
      const load = this.#loads.get(id);
      const correlation = load && correlate(load, query, window, filled.values);
      if (correlation) this.correlations.push(correlation);
    }
  }

  /** Every figure so far. Those of one point over the whole window carry the coverage of the finest series of their metric. */
  figures(): UtilisationFigure[] {
    return this.#figures.map((figure) => {
      const finest = figure.window.periodSec === this.#grids.whole.periodSec && figure.value !== null ? this.#finest.get(metricKey(figure)) : undefined;
      return finest ? { ...figure, coverage: rounded(finest.coverage) } : figure;
    });
  }
}

function metricKey({ resourceId, namespace, metric }: { readonly resourceId: string; readonly namespace: string; readonly metric: string }): string {
  return `${resourceId} ${namespace} ${metric}`;
}
