import type { Baseline, Evidence } from '../../model/index.ts';
import type { InsightIndex, Threshold } from '../rule.ts';

type Figure = Baseline['utilisation'][number];

/** Which figure of a metric is wanted; the first of `stats` that the baseline holds is taken. */
export interface FigureQuery {
  readonly namespace: string;
  readonly metric: string;
  readonly stats: readonly string[];
}

/** `covered` is false where too few datapoints arrived to conclude anything from a low value; a high one still happened. */
export type Reading =
  | { readonly known: true; readonly value: number; readonly covered: boolean; readonly evidence: Evidence; readonly figure: Figure }
  | { readonly known: false; readonly reason: string };

/** Below this share of the expected datapoints a low or zero figure proves nothing. */
export const COVERAGE_FLOOR: Threshold = {
  value: 0.7,
  unit: 'datapoints received / datapoints expected',
  source: 'Proposal of the rule catalogue (70 % of the window); tune it',
};

/**
 * The figure of one metric of one resource. A figure that was not asked for, came back empty or has no value is not known:
 * never zero. `ids` are the names under which the baseline may hold the resource (its id, its ARN).
 */
export function readFigure(insight: InsightIndex, ids: readonly (string | undefined)[], query: FigureQuery, coverageFloor: number): Reading {
  let reason: string | undefined;
  for (const stat of query.stats) {
    for (const figure of candidates(insight, ids, query, stat)) {
      if (figure.value !== null && figure.coverage > 0) return reading(figure, figure.value, coverageFloor);
      reason ??= figure.reason;
    }
  }
  return { known: false, reason: `${query.namespace} ${query.metric} (${query.stats[0]}) is not known: ${reason ?? 'not measured in this run'}` };
}

/** Best covered first, then by dimensions, so that the same baseline always gives the same figure. */
function candidates(insight: InsightIndex, ids: readonly (string | undefined)[], query: FigureQuery, stat: string): readonly Figure[] {
  const found = ids.flatMap((id) => (id === undefined ? [] : insight.figuresOf(id)))
    .filter((figure) => figure.namespace === query.namespace && figure.metric === query.metric && figure.stat === stat);
  return found.length < 2 ? found : found.sort((a, b) => b.coverage - a.coverage || (JSON.stringify(a.dimensions) < JSON.stringify(b.dimensions) ? -1 : 1));
}

function reading(figure: Figure, value: number, coverageFloor: number): Reading {
  const share = `${Math.round(figure.coverage * 100)} % of datapoints`;
  return {
    known: true,
    value,
    figure,
    covered: figure.coverage >= coverageFloor,
    evidence: {
      text: `${figure.metric} ${figure.stat} ${rounded(value)} ${figure.unit} from ${figure.window.start} to ${figure.window.end} (${share})`,
      basis: 'metric',
    },
  };
}

function rounded(value: number): string {
  return String(Number(value.toPrecision(4)));
}
