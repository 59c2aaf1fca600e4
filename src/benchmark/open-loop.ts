import { Worker } from 'node:worker_threads';
import type { BenchmarkStep } from '../model/index.ts';
import type { EarlyEnd, OpenLoopAnswer, OpenLoopOrder } from './open-loop-step.ts';

export type { EarlyEnd, OpenLoopOrder } from './open-loop-step.ts';

/** A generator that was later than this at p99 measured itself: the step is void. In ms; latencies of interest are tens of it. */
export const LATEST_SEND_MS = 10;
/** A load thread busier than this, as a share of a processor, is near the end of what it can send. */
const SATURATED = 0.95;

/** The worker's file: beside this one in the sources, `benchmark/open-loop-worker.js` in the bundle, whose chunks lie one folder deep. */
const WORKER = new URL(import.meta.url.endsWith('.ts') ? './open-loop-worker.ts' : '../benchmark/open-loop-worker.js', import.meta.url);

export interface OpenLoopResult {
  readonly step: BenchmarkStep;
  readonly ended?: EarlyEnd;
  /** Share of one processor that the generator used. */
  readonly busy: number;
}

/**
 * One open-loop step: requests are sent at their intended times and wait for a free connection where none is. Latency is what a
 * user waits, from the intended time to the last byte; service time starts at the real send. Redirects are not followed.
 */
export async function openLoop(order: OpenLoopOrder, signal?: AbortSignal): Promise<OpenLoopResult> {
  const worker = new Worker(WORKER, { workerData: order });
  const stop = (): void => worker.postMessage('stop', []);
  if (signal?.aborted === true) stop();
  signal?.addEventListener('abort', stop, { once: true });
  try {
    const answer = await new Promise<OpenLoopAnswer>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', () => reject(new Error('the load thread ended without an answer')));
    });
    return { step: stepOf(order, answer), busy: answer.busy, ...(answer.ended === undefined ? {} : { ended: answer.ended }) };
  } finally {
    signal?.removeEventListener('abort', stop);
    await worker.terminate();
  }
}

function stepOf(order: OpenLoopOrder, answer: OpenLoopAnswer): BenchmarkStep {
  const unusable = voidReason(answer);
  return {
    loop: 'open', durationSec: Math.min(order.durationSec, answer.elapsedSec), offeredRate: order.rate, achievedRate: answer.achievedRate,
    requests: answer.requests, latencyMs: answer.latencyMs, serviceTimeMs: answer.serviceTimeMs, errors: answer.errors,
    errorsByKind: answer.errorsByKind, statusCodes: answer.statusCodes, sendLagMs: answer.sendLagMs,
    ...(unusable === undefined ? {} : { void: unusable }),
  };
}

function voidReason({ sendLagMs, busy, ended }: OpenLoopAnswer): string | undefined {
  if (ended === 'interrupted') return 'interrupted';
  if (sendLagMs <= LATEST_SEND_MS) return undefined;
  return `the generator was ${sendLagMs.toFixed(0)} ms late at p99 (at most ${LATEST_SEND_MS} ms)${busy > SATURATED ? ': it used up its processor' : ''}`;
}
