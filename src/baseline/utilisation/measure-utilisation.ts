import { setTimeout as sleep } from 'node:timers/promises';
import type { AwsAccount } from '../../aws/index.ts';
import type { Baseline, CoverageEntry, Emit, Estate } from '../../model/index.ts';
import { listAgentMetrics, probeQueries } from './agent-metrics.ts';
import { balancersOf } from './balancers-of.ts';
import { holdsLoad, type MetricBatch } from './batches.ts';
import { datapointBucket, type DatapointBucket } from './datapoint-bucket.ts';
import { fetchBatch } from './fetch-batch.ts';
import { gridsAt } from './grids.ts';
import { eachOf, inFlightLimit } from './in-flight.ts';
import type { SeriesAnswer } from './metric-data.ts';
import { planOf, type MetricPlan } from './plan.ts';
import { RequestLedger } from './request-ledger.ts';
import { UtilisationSummary } from './summary.ts';
import { metricQueries } from './targets.ts';
import { shownWindow } from './windows.ts';

/** Requests under way in one account and region: enough to hide the latency, few enough that their answers are small beside the rest. */
const IN_FLIGHT_PER_SCOPE = 6;
const IN_FLIGHT = 8;

const TASK = 'metrics';

export interface UtilisationOptions {
  readonly accounts: readonly AwsAccount[];
  readonly estate: Estate;
  readonly now: Date;
  readonly emit: Emit;
  readonly signal?: AbortSignal | undefined;
  /** Asked with the price before the first GetMetricData request; false leaves utilisation out, and says so. */
  readonly approve?: ((plan: MetricPlan) => boolean | Promise<boolean>) | undefined;
  /** The quota of datapoints per second; another one for tests and measurements. */
  readonly bucketFor?: (() => DatapointBucket) | undefined;
}

export type Utilisation = Pick<Baseline, 'window' | 'utilisation' | 'series' | 'correlations' | 'metricRequests'>;

/**
 * Utilisation of everything in the estate that belongs to one of the accounts, from CloudWatch. Refusals and gaps become figures
 * without a value and coverage entries; nothing is thrown but what the session throws (interrupted, credentials expired).
 */
export async function measureUtilisation(options: UtilisationOptions): Promise<{ utilisation: Utilisation; coverage: CoverageEntry[] }> {
  const { accounts, estate, now, emit } = options;
  const grids = gridsAt(now);
  const agents = await agentQueries(accounts, estate);
  const queries = [...metricQueries(estate), ...agents.queries].filter((query) => accounts.some(({ id }) => id === query.account));
  const { batches, plan } = planOf(queries, grids);
  const { end, start } = shownWindow(grids['five-minutes']);
  if (plan.metrics > 0) {
    emit({ type: 'info', text: `CloudWatch: ${plan.calls} GetMetricData requests for ${plan.metrics} metrics, at most $${plan.priceUsd.toFixed(4)}` });
  }

  const ledger = new RequestLedger(batches);
  if (plan.metrics > 0 && await options.approve?.(plan) === false) {
    return { utilisation: { window: { start, end }, utilisation: [], series: [], correlations: [] }, coverage: [...agents.coverage, ...ledger.skipped('the price of the metrics was not approved')] };
  }

  emit({ type: 'task-start', id: TASK, title: 'Metrics from CloudWatch', total: batches.length });
  const summary = new UtilisationSummary(grids, balancersOf(estate));
  const fetch = fetcher(options, (batch, calls, answers) => ledger.enter(batch, calls, answers));
  // Loads first: their answers wait in memory until all loads are known, every later one is summed up as it arrives.
  const waiting: SeriesAnswer[] = [];
  await fetch(batches.filter(holdsLoad), (answer) => (answer.query.spec.isLoad ? summary.take(answer) : waiting.push(answer)));
  for (const answer of waiting.splice(0)) summary.take(answer);
  await fetch(batches.filter((batch) => !holdsLoad(batch)), (answer) => summary.take(answer));
  const outcomes = new Set(ledger.coverage().map(({ outcome }) => outcome));
  emit({
    type: 'task-end', id: TASK, outcome: [...outcomes].every((outcome) => outcome === 'ok') ? 'ok' : outcomes.has('ok') || outcomes.has('partial') ? 'partial' : 'failed',
    note: `${ledger.calls} requests, ${plan.metrics} metrics`,
  });

  return {
    utilisation: {
      window: { start, end },
      utilisation: summary.figures().sort(byResource), series: summary.series.sort(byResource), correlations: summary.correlations.sort(byResource),
      metricRequests: { calls: ledger.calls + agents.calls, metrics: plan.metrics, priceUsd: plan.priceUsd.toFixed(4) },
    },
    coverage: [...agents.coverage, ...ledger.coverage()],
  };

  function fetcher(
    { signal, bucketFor }: UtilisationOptions, entered: (batch: MetricBatch, calls: number, answers: readonly SeriesAnswer[]) => void,
  ): (batches: readonly MetricBatch[], take: (answer: SeriesAnswer) => void) => Promise<void> {
    const limit = inFlightLimit(IN_FLIGHT);
    const buckets = new Map<string, DatapointBucket>();
    let done = 0;
    return async (some, take) => {
      await Promise.all([...Map.groupBy(some, ({ account, region }) => `${account} ${region}`)].map(async ([scope, own]) => {
        const account = accounts.find(({ id }) => id === own[0]?.account);
        if (!account) return;
        const bucket = buckets.get(scope) ?? bucketFor?.() ?? datapointBucket({ now: Date.now, sleep: pause });
        buckets.set(scope, bucket);
        await eachOf(own, IN_FLIGHT_PER_SCOPE, async (batch) => {
          await bucket.take(batch.points, signal);
          await limit(async () => {
            const { answers, calls } = await fetchBatch(account, batch, grids, signal);
            entered(batch, calls, answers);
            for (const answer of answers) take(answer);
          });
          done += 1;
          emit({ type: 'task-progress', id: TASK, done, total: batches.length });
        });
      }));
    };
  }
}

async function pause(ms: number, signal?: AbortSignal): Promise<void> {
  await sleep(ms, undefined, signal ? { signal } : {});
}

async function agentQueries(accounts: readonly AwsAccount[], estate: Estate) {
  const scopes = accounts.flatMap((account) => [...new Set((estate.resources.instance ?? [])
    .filter((instance) => instance.account === account.id).map(({ region }) => region))].sort().map((region) => ({ account, region })));
  const listed = await Promise.all(scopes.map(({ account, region }) => listAgentMetrics(account, region, estate)));
  const queries = listed.flatMap((one) => one.queries);
  const named = new Set(queries.filter(({ spec }) => spec.metric !== 'disk_used_percent').map(({ resourceId }) => resourceId));
  const coverage = listed.map((one) => one.coverage);
  return { queries: [...queries, ...probeQueries(estate, named)], coverage, calls: coverage.reduce((sum, entry) => sum + Math.max(1, entry.pages), 0) };
}

/** Answers arrive in any order; what is stored does not depend on it. */
function byResource(a: SortKeys, b: SortKeys): number {
  const left = sortKey(a);
  const right = sortKey(b);
  return left < right ? -1 : Number(left > right);
}

interface SortKeys {
  readonly resourceId: string;
  readonly metric: string;
  readonly stat: string;
  readonly namespace?: string;
  readonly loadId?: string;
  readonly dimensions?: Readonly<Record<string, string>>;
}

function sortKey({ resourceId, namespace = '', metric, stat, loadId = '', dimensions = {} }: SortKeys): string {
  return [resourceId, namespace, metric, stat, loadId, ...Object.keys(dimensions).sort().map((name) => `${name}=${dimensions[name] ?? ''}`)].join('\u0000');
}
