import type { Histogram } from 'hdr-histogram-js';
import type { LatencySummary } from '../model/index.ts';

/** Percentiles of a histogram of microseconds, in milliseconds. All zero where nothing was recorded. */
export function summaryOf(histogram: Histogram): LatencySummary {
  const at = (percentile: number): number => (histogram.totalCount === 0 ? 0 : histogram.getValueAtPercentile(percentile) / 1000);
  return { p50: at(50), p90: at(90), p95: at(95), p99: at(99), p999: at(99.9), max: at(100), mean: histogram.totalCount === 0 ? 0 : histogram.mean / 1000 };
}
