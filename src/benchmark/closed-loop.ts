import autocannon from 'autocannon';
import { build as buildHistogram } from 'hdr-histogram-js';
import type { BenchmarkStep } from '../model/index.ts';
import { summaryOf } from './latency-summary.ts';

export interface ClosedLoopOptions {
  readonly url: string;
  readonly connections: number;
  readonly durationSec: number;
  readonly userAgent: string;
  readonly signal?: AbortSignal | undefined;
}

/** Longest time that the histogram holds, in microseconds: beyond it a request counts as that long. */
const LONGEST_US = 60_000_000;

/**
 * One closed-loop step: every connection sends its next request when the last is answered. Gives the throughput that so many
 * callers get, and their service time; it says nothing of the latency at a given rate, since a slow answer slows the asking.
 */
export async function closedLoop(options: ClosedLoopOptions): Promise<BenchmarkStep> {
  const histogram = buildHistogram({ lowestDiscernibleValue: 1, highestTrackableValue: LONGEST_US, numberOfSignificantValueDigits: 3 });
  const statusCodes: Record<string, number> = {};
  const errorsByKind: Record<string, number> = {};
  const started = performance.now();
  await new Promise<void>((resolve, reject) => {
    const instance = autocannon({
      url: options.url, connections: options.connections, duration: options.durationSec, headers: { 'user-agent': options.userAgent },
    }, (error: Error | null) => {
      options.signal?.removeEventListener('abort', stop);
      if (error) reject(error);
      else resolve();
    });
    const stop = (): void => {
      instance.stop();
    };
    options.signal?.addEventListener('abort', stop, { once: true });
    instance.on('response', (_client, status, _bytes, milliseconds) => {
      histogram.recordValue(Math.min(LONGEST_US, Math.max(1, Math.round(milliseconds * 1000))));
      statusCodes[status] = (statusCodes[status] ?? 0) + 1;
    });
    instance.on('reqError', (error: NodeJS.ErrnoException) => {
      const kind = error.code ?? (/timed out/i.test(error.message) ? 'timeout' : 'other');
      errorsByKind[kind] = (errorsByKind[kind] ?? 0) + 1;
    });
  });
  const seconds = (performance.now() - started) / 1000;
  const refused = Object.entries(statusCodes).filter(([status]) => Number(status) >= 500).reduce((sum, [, count]) => sum + count, 0);
  const failed = Object.values(errorsByKind).reduce((sum, count) => sum + count, 0);
  const times = summaryOf(histogram);
  return {
    loop: 'closed', connections: options.connections, durationSec: seconds, offeredRate: null, achievedRate: histogram.totalCount / seconds,
    requests: histogram.totalCount + failed, latencyMs: times, serviceTimeMs: times, errors: failed + refused, errorsByKind, statusCodes, sendLagMs: null,
  };
}
