import type { AwsAccount, JsonObject } from '../../aws/index.ts';
import type { MetricBatch } from './batches.ts';
import type { Grids } from './grids.ts';
import { enterPage, metricDataInput, openAnswers, type QueryOutcome, type SeriesAnswer } from './metric-data.ts';

export const GET_METRIC_DATA = { service: 'cloudwatch', operation: 'GetMetricData', action: 'cloudwatch:GetMetricData' } as const;

export interface BatchResult {
  readonly answers: readonly SeriesAnswer[];
  readonly calls: number;
}

/**
 * Every page of one batch. What CloudWatch failed to compute (`InternalError`) is asked for once more. Where the whole request was
 * denied and spans several namespaces, each is asked for by itself, so that one that is closed does not hide the others.
 */
export async function fetchBatch(account: AwsAccount, batch: MetricBatch, grids: Grids, signal?: AbortSignal): Promise<BatchResult> {
  const first = await fetchPages(account, batch, grids, signal);
  const again = first.answers.filter((answer) => answer.outcome === 'failed' && answer.computed);
  if (again.length > 0) return retry(first, again, account, batch, grids, signal);

  const namespaces = new Set(batch.queries.map((query) => query.namespace));
  if (!first.deniedWhole || namespaces.size < 2) return first;
  let calls = first.calls;
  const answers: SeriesAnswer[] = [];
  for (const namespace of namespaces) {
    const part = await fetchPages(account, { ...batch, queries: batch.queries.filter((query) => query.namespace === namespace) }, grids, signal);
    calls += part.calls;
    answers.push(...part.answers);
  }
  return { answers, calls };
}

interface Paged extends BatchResult {
  readonly answers: readonly (SeriesAnswer & { computed?: boolean })[];
  /** The first page was refused, so nothing at all came. */
  readonly deniedWhole: boolean;
}

async function fetchPages(account: AwsAccount, batch: MetricBatch, grids: Grids, signal?: AbortSignal): Promise<Paged> {
  const answers: (SeriesAnswer & { computed?: boolean })[] = openAnswers(batch, grids);
  let input: JsonObject | undefined = metricDataInput(batch, grids);
  let calls = 0;
  while (input) {
    signal?.throwIfAborted();
    const page = await account.call(GET_METRIC_DATA, batch.region, input);
    calls += 1;
    if (!page.ok) {
      const lost = page.outcome;
      const outcome: QueryOutcome = lost === 'denied' || lost === 'throttled' ? lost : 'failed';
      // What earlier pages brought whole stays; the rest shares the fate of the page that would have held it.
      for (const answer of answers) {
        if (answer.outcome === 'complete') continue;
        answer.outcome = outcome;
        answer.message = page.message;
      }
      return { answers, calls, deniedWhole: calls === 1 && outcome === 'denied' };
    }
    enterPage(answers, grids, page.output);
    const token: unknown = page.output['NextToken'];
    input = typeof token === 'string' && token !== '' ? { ...input, NextToken: token } : undefined;
  }
  for (const answer of answers) if (answer.outcome === 'failed') answer.computed = true;
  return { answers, calls, deniedWhole: false };
}

async function retry(
  first: Paged, again: readonly SeriesAnswer[], account: AwsAccount, batch: MetricBatch, grids: Grids, signal?: AbortSignal,
): Promise<BatchResult> {
  const second = await fetchPages(account, { ...batch, queries: again.map((answer) => answer.query) }, grids, signal);
  return { answers: [...first.answers.filter((answer) => !again.includes(answer)), ...second.answers], calls: first.calls + second.calls };
}
