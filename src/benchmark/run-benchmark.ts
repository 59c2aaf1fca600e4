import { MonolensError } from '../errors.ts';
import type { Benchmark, BenchmarkStep, Emit } from '../model/index.ts';
import { closedLoop } from './closed-loop.ts';
import { fitScalability } from './scalability-fit.ts';

export interface BenchmarkOptions {
  readonly url: string;
  /** Concurrency of each step, in order. */
  readonly connections: readonly number[];
  /** Seconds a step. */
  readonly stepSec: number;
  readonly userAgent: string;
  readonly startedAt: Date;
  readonly emit: Emit;
  readonly signal?: AbortSignal | undefined;
}

const WARM_UP_SEC = 1;

/**
 * A closed-loop sweep over concurrency against one URL: how throughput and service time answer to more callers.
 * The warm-up is not counted.
 * @throws MonolensError `TARGET_UNREACHABLE` where the first step had no answer at all
 */
export async function runBenchmark(options: BenchmarkOptions): Promise<Benchmark> {
  const { url, userAgent, signal, emit } = options;
  emit({ type: 'task-start', id: 'benchmark', title: `Load test of ${url}`, total: options.connections.length });
  await closedLoop({ url, connections: options.connections[0] ?? 1, durationSec: WARM_UP_SEC, userAgent, signal });
  const steps: BenchmarkStep[] = [];
  for (const connections of options.connections) {
    if (signal?.aborted === true) break;
    const step = await closedLoop({ url, connections, durationSec: options.stepSec, userAgent, signal });
    if (steps.length === 0 && step.achievedRate === 0) {
      emit({ type: 'task-end', id: 'benchmark', outcome: 'failed' });
      throw new MonolensError({
        code: 'TARGET_UNREACHABLE', exit: 'usage', what: `${url} answered no request.`,
        why: Object.keys(step.errorsByKind).join(', ') || 'No answer came within the step.', next: `curl -v ${url}`,
      });
    }
    steps.push(step);
    emit({ type: 'task-progress', id: 'benchmark', done: steps.length, note: `${connections} connections: ${step.achievedRate.toFixed(0)} requests/s, p99 ${step.latencyMs.p99.toFixed(0)} ms` });
  }
  const best = steps.toSorted((a, b) => b.achievedRate - a.achievedRate)[0];
  emit({ type: 'task-end', id: 'benchmark', outcome: 'ok', note: best ? `at most ${best.achievedRate.toFixed(0)} requests/s, with ${best.connections ?? 0} connections` : 'stopped' });
  const fit = fitScalability(steps.filter((step) => step.errors === 0).map((step) => ({ concurrency: step.connections ?? 0, rate: step.achievedRate })));
  return {
    url, startedAt: options.startedAt.toISOString(), profile: 'smoke', arrival: 'constant', steps, repeats: 1,
    environment: { node: process.version, platform: process.platform },
    ...(fit === undefined ? {} : { fit }),
    ...(signal?.aborted === true ? { stopped: { reason: 'interrupted' } } : {}),
  };
}
