import { isObject, objectsIn, textOf, type JsonObject, type JsonValue } from '../../aws/index.ts';
import type { CoverageOutcome } from '../../model/index.ts';
import type { Grids } from './grids.ts';
import type { MetricBatch } from './batches.ts';
import { POINTS_PER_REQUEST } from './batches.ts';
import type { MetricQuery } from './metric-spec.ts';
import { periodOfText } from './windows.ts';

/** How a query went: `partial` where CloudWatch said that points are missing that it has. */
export type QueryOutcome = 'complete' | Extract<CoverageOutcome, 'partial' | 'denied' | 'throttled' | 'failed'>;

/** One query's datapoints by period, NaN where none came. */
export interface SeriesAnswer {
  readonly query: MetricQuery;
  readonly values: Float64Array;
  outcome: QueryOutcome;
  message?: string;
}

/** The request for a batch. Ids are positions: `q0`, `q1`, … */
export function metricDataInput(batch: MetricBatch, grids: Grids): JsonObject {
  return {
    // Epoch seconds: what the protocol carries; an ISO string would go out as a string, which CloudWatch does not read.
    StartTime: batch.startMs / 1000,
    EndTime: batch.endMs / 1000,
    ScanBy: 'TimestampAscending',
    MaxDatapoints: POINTS_PER_REQUEST,
    MetricDataQueries: batch.queries.map(({ namespace, spec, dimensions }, index) => ({
      Id: `q${index}`,
      ReturnData: true,
      MetricStat: {
        Metric: { Namespace: namespace, MetricName: spec.metric, Dimensions: Object.entries(dimensions).map(([Name, Value]) => ({ Name, Value })) },
        Period: grids[spec.grid].periodSec,
        Stat: spec.stat,
      },
    })),
  };
}

/** Empty answers for a batch: what no page speaks of has failed. */
export function openAnswers(batch: MetricBatch, grids: Grids): SeriesAnswer[] {
  return batch.queries.map((query) => ({
    query,
    values: new Float64Array(grids[query.spec.grid].points).fill(Number.NaN),
    outcome: 'failed',
    message: 'CloudWatch gave no result for this query',
  }));
}

const OUTCOMES: Readonly<Record<string, QueryOutcome>> = { Complete: 'complete', PartialData: 'partial', Forbidden: 'denied', InternalError: 'failed' };

/**
 * Enters one page. A query can come on several pages, and the status of the last one counts: `PartialData` on an early
 * page only says that more follows. A point outside its window is left out, as it belongs to no period that was asked for.
 */
export function enterPage(answers: readonly SeriesAnswer[], grids: Grids, output: JsonObject): void {
  for (const result of objectsIn(output['MetricDataResults'])) {
    const answer = answers[positionOf(result['Id'])];
    if (!answer) continue;
    const status = textOf(result['StatusCode']) || 'Complete';
    answer.outcome = OUTCOMES[status] ?? 'failed';
    if (answer.outcome === 'complete') delete answer.message;
    else answer.message = messageOf(result) ?? `CloudWatch answered ${status}`;
    enterPoints(answer, grids, result);
  }
}

function enterPoints({ query, values }: SeriesAnswer, grids: Grids, result: JsonObject): void {
  const window = grids[query.spec.grid];
  const stamps = result['Timestamps'];
  const numbers = result['Values'];
  if (!Array.isArray(stamps) || !Array.isArray(numbers)) return;
  for (let i = 0; i < stamps.length; i += 1) {
    const stamp: JsonValue | undefined = stamps[i];
    const value: JsonValue | undefined = numbers[i];
    if (typeof stamp !== 'string' || typeof value !== 'number') continue;
    const index = periodOfText(window, stamp);
    if (index !== undefined) values[index] = value;
  }
}

function positionOf(id: JsonValue | undefined): number {
  return typeof id === 'string' && /^q\d+$/.test(id) ? Number(id.slice(1)) : -1;
}

function messageOf(result: JsonObject): string | undefined {
  const texts = objectsIn(result['Messages']).map((message) => (isObject(message) ? message['Value'] : undefined)).filter((text) => typeof text === 'string');
  return texts.length ? texts.join('; ') : undefined;
}
