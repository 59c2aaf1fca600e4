import type { Estate } from '../../model/index.ts';
import { leastRequests, packBatches, type MetricBatch } from './batches.ts';
import { gridsAt, type Grids } from './grids.ts';
import type { MetricQuery } from './metric-spec.ts';
import { metricQueries } from './targets.ts';
import { probeQueries } from './agent-metrics.ts';

/** GetMetricData, USD per metric asked for; a metric with several statistics is counted once per statistic here, the upper bound. Source: CloudWatch pricing page. */
const PRICE_PER_METRIC_USD = 0.01 / 1000;

export interface MetricPlan {
  /** GetMetricData requests, without those that list the metrics of the CloudWatch agent. */
  readonly calls: number;
  /** What no packing can go below. */
  readonly leastCalls: number;
  readonly metrics: number;
  /** Datapoints that the answers can have. */
  readonly points: number;
  /** Upper bound. */
  readonly priceUsd: number;
}

/**
 * The GetMetricData requests that a baseline of this estate takes at `now`, and their price, before any is made.
 * Assumes no CloudWatch agent: each volume that one reports adds a metric.
 */
export function planMetrics(estate: Estate, now: Date): MetricPlan {
  return planOf([...metricQueries(estate), ...probeQueries(estate, new Set())], gridsAt(now)).plan;
}

/** The requests for a list of queries, and what they amount to. */
export function planOf(queries: readonly MetricQuery[], grids: Grids): { readonly batches: readonly MetricBatch[]; readonly plan: MetricPlan } {
  const batches = packBatches(queries, grids);
  return {
    batches,
    plan: {
      calls: batches.length,
      leastCalls: leastRequests(queries, grids),
      metrics: queries.length,
      points: batches.reduce((sum, batch) => sum + batch.points, 0),
      priceUsd: Math.ceil(queries.length * PRICE_PER_METRIC_USD * 10_000) / 10_000,
    },
  };
}
