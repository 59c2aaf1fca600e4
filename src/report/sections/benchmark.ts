import type { Benchmark, BenchmarkStep } from '../../model/index.ts';
import { latencyCurve, throughputCurve, type LoadAxis } from '../charts/load-curve.ts';
import type { Context } from '../context.ts';
import { byText } from '../order.ts';
import { count, duration, figure, minute, percent, plural } from '../quantity.ts';
import { mark, table, withSub, type TableView } from '../table.ts';
import type { ChartView } from './baseline.ts';

export interface BenchmarkView {
  readonly lead: string;
  readonly absent?: string;
  readonly facts: readonly { readonly term: string; readonly text: string; readonly detail?: string }[];
  readonly charts: readonly ChartView[];
  readonly steps?: TableView;
  readonly environment?: TableView;
}

/** The load test: what it holds, how that was found, and how far it can be trusted. */
export function benchmarkView({ run }: Context): BenchmarkView {
  const { benchmark } = run;
  if (!benchmark) return { lead: '', absent: 'Not measured in this run: no load test was made.', facts: [], charts: [] };
  const capacity = benchmark.capacity?.rate ?? null;
  const usable = benchmark.steps.filter((step) => step.void === undefined);
  const { axis, loads } = loadOf(benchmark.steps);
  return {
    lead: capacityStatement(benchmark),
    facts: facts(benchmark),
    charts: [
      ...(usable.length > 1 ? [{ title: 'Latency by load', detail: 'logarithmic; lower is better', drawing: latencyCurve('latency', loads.map(({ step, load }) => ({ load, p50: step.latencyMs.p50, p95: step.latencyMs.p95, p99: step.latencyMs.p99, usable: step.void === undefined })), axis, axis === 'connections' ? null : capacity) }] : []),
      ...(loads.length > 1 ? [{ title: 'Requests per second by load', detail: axis === 'connections' ? 'each connection waits for its answer' : 'dashed: a server that keeps up', drawing: throughputCurve('throughput', loads.map(({ step, load }) => ({ load, achieved: step.achievedRate, usable: step.void === undefined })), axis, capacity) }] : []),
    ],
    steps: table('Steps', ['Step', { title: 'Achieved', end: true }, { title: 'p50', end: true }, { title: 'p90', end: true }, { title: 'p95', end: true }, { title: 'p99', end: true }, { title: 'p99.9', end: true }, { title: 'Max', end: true }, { title: 'Errors', end: true }, 'Used'], benchmark.steps.map(stepRow), { open: 30 }),
    environment: table('Environment', ['Of the load generator', 'Value'], Object.entries(benchmark.environment).sort(([a], [b]) => byText(a, b)).map(([name, value]) => [name, String(value ?? 'unknown')])),
  };
}

/** One sentence: the rate it holds and at what service level, or why that is not known. */
export function capacityStatement(benchmark: Benchmark | undefined): string {
  if (!benchmark) return '';
  const { capacity } = benchmark;
  if (!capacity) {
    const best = benchmark.steps.filter((step) => step.void === undefined).reduce<BenchmarkStep | undefined>((most, step) => (most && most.achievedRate >= step.achievedRate ? most : step), undefined);
    if (!best) return `No step of the load test can be used; capacity was not searched for.`;
    return `Reached ${figure(best.achievedRate)} requests per second at most, with p99 at ${duration(best.latencyMs.p99)}${best.errors === 0 ? '' : ` and ${percent(best.errors / Math.max(1, best.requests))} errors`}; capacity was not searched for.`;
  }
  if (capacity.rate === null) return `Capacity was not found: ${capacity.reason ?? 'no reason was given'}.`;
  return `Holds ${figure(capacity.rate)} requests per second at ${capacity.slo}.`;
}

function facts(benchmark: Benchmark): BenchmarkView['facts'] {
  const { fit, noise } = benchmark;
  return [
    { term: 'Target', text: benchmark.url, detail: `${minute(benchmark.startedAt)}, profile ${benchmark.profile}` },
    benchmark.steps.some((step) => step.offeredRate !== null)
      ? { term: 'Arrivals', text: benchmark.arrival === 'poisson' ? 'Poisson' : 'constant', detail: 'latency counts from the intended send time' }
      : { term: 'Arrivals', text: 'closed loop', detail: 'each connection sends when its answer has come, so latency under overload reads too well' },
    ...(benchmark.capacity ? [{ term: 'Confidence', text: benchmark.capacity.confidence, detail: plural(benchmark.repeats, 'repeat') }] : []),
    ...(noise ? [{ term: 'Noise', text: `p99 ± ${noise.latencyP99 === null ? 'unknown' : percent(noise.latencyP99)}`, detail: `rate ± ${noise.rate === null ? 'unknown' : percent(noise.rate)}; differences inside are no difference` }] : []),
    ...(fit ? [{ term: 'Scalability fit', text: `peak ${figure(fit.xMax)} requests/s`, detail: `contention σ ${figure(fit.sigma)}, coherency κ ${fit.kappa.toPrecision(2)}${fit.nStar === null ? '' : `, best at ${figure(fit.nStar)} in flight`}` }] : []),
    ...(benchmark.stopped ? [{ term: 'Stopped early', text: benchmark.stopped.reason }] : []),
  ];
}

function stepRow(step: BenchmarkStep) {
  const offered = step.offeredRate === null ? plural(step.connections ?? 0, 'connection') : `${figure(step.offeredRate)} /s`;
  const latency = step.latencyMs;
  return [
    withSub(offered, `${figure(step.durationSec)} s, ${step.loop} loop`), `${figure(step.achievedRate)} /s`, duration(latency.p50), duration(latency.p90), duration(latency.p95), duration(latency.p99), duration(latency.p999),
    duration(latency.max), step.errors === 0 ? '0' : withSub(count(step.errors), percent(step.errors / Math.max(1, step.requests))), step.void === undefined ? mark('used', 'good') : mark('void', 'unknown', step.void),
  ];
}

/** What the steps are drawn over: the rate that was offered, or in a closed loop the connections; by load, lightest first. */
function loadOf(steps: readonly BenchmarkStep[]): { readonly axis: LoadAxis; readonly loads: readonly { readonly step: BenchmarkStep; readonly load: number }[] } {
  const closed = steps.some((step) => step.offeredRate === null);
  const loads = steps.flatMap((step) => {
    const load = closed ? step.connections : step.offeredRate;
    return load === undefined || load === null ? [] : [{ step, load }];
  });
  return { axis: closed ? 'connections' : 'requests per second', loads: loads.sort((a, b) => a.load - b.load) };
}
