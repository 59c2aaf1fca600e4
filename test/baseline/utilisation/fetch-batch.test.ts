import { describe, expect, it } from 'vitest';
import type { Answer, JsonObject } from '../../../src/aws/index.ts';
import { isObject, objectsIn, textOf } from '../../../src/aws/index.ts';
import { packBatches } from '../../../src/baseline/utilisation/batches.ts';
import { fetchBatch } from '../../../src/baseline/utilisation/fetch-batch.ts';
import { gridsAt } from '../../../src/baseline/utilisation/grids.ts';
import type { MetricQuery } from '../../../src/baseline/utilisation/metric-spec.ts';
import { RequestLedger } from '../../../src/baseline/utilisation/request-ledger.ts';
import { fakeAccount, refusal } from '../fake-account.ts';
import { ACCOUNT, REGION } from '../sample-estate.ts';

const grids = gridsAt(new Date('2026-11-20T10:15:00Z'));
const START = grids.day.startMs;

function query(namespace: string, resourceId: string): MetricQuery {
  return { account: ACCOUNT, region: REGION, namespace, dimensions: { Id: resourceId }, resourceId, spec: { metric: 'M', stat: 'Sum', grid: 'day', gap: 'no-data', figures: [] } };
}

/** Answers a request query by query. */
function answering(each: (namespace: string, id: string, nth: number) => JsonObject): (api: unknown, input: JsonObject, nth: number) => Answer {
  return (_, input, nth) => ({
    ok: true,
    output: {
      MetricDataResults: objectsIn(input['MetricDataQueries']).map((asked) => {
        const stat = asked['MetricStat'];
        const metric = isObject(stat) ? stat['Metric'] : undefined;
        return { Id: asked['Id'], ...each(isObject(metric) ? textOf(metric['Namespace']) : '', textOf(asked['Id']), nth) };
      }),
    },
  });
}

const point = (day: number, value: number): JsonObject => ({ Timestamps: [new Date(START + day * 86_400_000).toISOString()], Values: [value] });

async function fetched(answer: Parameters<typeof fakeAccount>[0], queries = [query('AWS/EC2', 'i-1'), query('AWS/RDS', 'db-1')]) {
  const account = fakeAccount(answer);
  const [batch] = packBatches(queries, grids);
  if (!batch) throw new Error('there are queries');
  const { answers, calls } = await fetchBatch(account, batch, grids);
  const ledger = new RequestLedger([batch]);
  ledger.enter(batch, calls, answers);
  const outcomes = Object.fromEntries(answers.map((one) => [one.query.resourceId, one.outcome]));
  return { account, answers, calls, outcomes, coverage: ledger.coverage()[0] };
}

describe('fetchBatch', () => {
  it('asks in epoch seconds, whole hours, end exclusive, ids by position', async () => {
    const { account } = await fetched(answering(() => ({ StatusCode: 'Complete' })));
    expect(account.asked[0]?.input).toMatchObject({ StartTime: START / 1000, EndTime: START / 1000 + 14 * 86_400, MaxDatapoints: 100_800, MetricDataQueries: [{ Id: 'q0', MetricStat: { Period: 86_400, Stat: 'Sum' } }, { Id: 'q1' }] });
  });

  it('puts points where they belong, whatever their order, and drops those outside the window', async () => {
    const { answers } = await fetched(answering(() => ({
      StatusCode: 'Complete', Timestamps: [3, 0, 14, -1].map((day) => new Date(START + day * 86_400_000).toISOString()), Values: [30, 1, 99, 99],
    })));
    expect(Array.from(answers[0]?.values ?? [])).toEqual(Array.from({ length: 14 }, (_, day) => ({ 0: 1, 3: 30 })[day] ?? Number.NaN));
  });

  it('joins a series that is cut by a page: PartialData until its rest has come', async () => {
    const pages: Record<string, Answer> = {
      first: { ok: true, output: { NextToken: 'second', MetricDataResults: [{ Id: 'q0', StatusCode: 'PartialData', ...point(0, 1) }] } },
      second: { ok: true, output: { MetricDataResults: [{ Id: 'q0', StatusCode: 'Complete', ...point(1, 2) }, { Id: 'q1', StatusCode: 'Complete', ...point(2, 3) }] } },
    };
    const { answers, calls, outcomes } = await fetched((_, input) => pages[textOf(input['NextToken']) || 'first'] ?? refusal('failed'));
    expect([calls, outcomes]).toEqual([2, { 'i-1': 'complete', 'db-1': 'complete' }]);
    expect(Array.from(answers[0]?.values.slice(0, 2) ?? [])).toEqual([1, 2]);
  });

  it('keeps what came before a page was lost, and says what did not come', async () => {
    const { outcomes, coverage } = await fetched((_, input) => (input['NextToken'] === undefined
      ? { ok: true, output: { NextToken: 'more', MetricDataResults: [{ Id: 'q0', StatusCode: 'Complete', ...point(0, 1) }] } } : refusal('throttled', 'Throttling', 'still throttled')));
    expect(outcomes).toEqual({ 'i-1': 'complete', 'db-1': 'throttled' });
    expect(coverage).toMatchObject({ outcome: 'partial', message: 'throttled for AWS/RDS: still throttled', items: 1, pages: 2 });
  });

  it('a series that stays partial is partial', async () => {
    const { outcomes, coverage } = await fetched(answering((namespace) => ({ StatusCode: namespace === 'AWS/RDS' ? 'PartialData' : 'Complete', ...point(0, 1) })));
    expect(outcomes).toEqual({ 'i-1': 'complete', 'db-1': 'partial' });
    expect(coverage).toMatchObject({ outcome: 'partial', items: 2 });
  });

  it('Forbidden for one metric denies that metric alone', async () => {
    const { outcomes, coverage } = await fetched(answering((namespace) => (namespace === 'AWS/RDS' ? { StatusCode: 'Forbidden', Messages: [{ Code: 'Forbidden', Value: 'not yours' }] } : { StatusCode: 'Complete', ...point(0, 1) })));
    expect(outcomes).toEqual({ 'i-1': 'complete', 'db-1': 'denied' });
    expect(coverage).toMatchObject({ outcome: 'partial', message: 'denied for AWS/RDS: not yours' });
  });

  it('a request that one namespace closes is asked for by namespace', async () => {
    const { outcomes, calls } = await fetched((api, input, nth) => (JSON.stringify(input).includes('AWS/RDS') ? refusal('denied') : answering(() => ({ StatusCode: 'Complete', ...point(0, 1) }))(api, input, nth)));
    expect([calls, outcomes]).toEqual([3, { 'i-1': 'complete', 'db-1': 'denied' }]);
  });

  it('asks once more for what CloudWatch failed to compute, and no more than that', async () => {
    const failing = (times: number) => answering((namespace, _, nth) => (namespace === 'AWS/RDS' && nth <= times ? { StatusCode: 'InternalError' } : { StatusCode: 'Complete', ...point(0, 1) }));
    const once = await fetched(failing(1));
    expect([once.calls, once.outcomes]).toEqual([2, { 'i-1': 'complete', 'db-1': 'complete' }]);
    expect(objectsIn(once.account.asked[1]?.input['MetricDataQueries'])).toHaveLength(1);
    const always = await fetched(failing(9));
    expect([always.calls, always.outcomes]).toEqual([2, { 'i-1': 'complete', 'db-1': 'failed' }]);
  });

  it('an answer that lacks a query, or is nothing like an answer, makes it failed and not empty', async () => {
    const { outcomes } = await fetched((_, __, nth) => ({ ok: true, output: { MetricDataResults: nth > 1 ? [] : [{ Id: 'q0', StatusCode: 'Complete', Timestamps: ['soon', 7], Values: ['many', null] }, 'x', { Id: 'constructor' }] } }));
    expect(outcomes).toEqual({ 'i-1': 'complete', 'db-1': 'failed' });
  });

  it.each(['denied', 'throttled', 'failed'] as const)('%s as a whole', async (outcome) => {
    const { outcomes, coverage } = await fetched(() => refusal(outcome));
    expect(new Set(Object.values(outcomes))).toEqual(new Set([outcome]));
    expect(coverage).toMatchObject({ outcome, items: 0 });
  });
});
