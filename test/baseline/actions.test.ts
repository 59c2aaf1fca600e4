import { expect, it } from 'vitest';
import { baselineActions } from '../../src/baseline/index.ts';
import { measureBaseline } from '../../src/baseline/index.ts';
import { silent } from '../../src/model/index.ts';
import { fakeAccount, refusal } from './fake-account.ts';
import { NOW } from './sample-account.ts';
import { estateOf, instance } from './sample-estate.ts';

it.each([
  [{ metrics: true, cost: true }, ['ce:GetCostAndUsage', 'ce:ListCostAllocationTags', 'cloudwatch:GetMetricData', 'cloudwatch:ListMetrics', 'pricing:GetProducts']],
  [{ metrics: true, cost: false }, ['cloudwatch:GetMetricData', 'cloudwatch:ListMetrics']],
  [{ metrics: false, cost: false }, []],
])('names the actions of %j', (asked, actions) => expect(baselineActions(asked)).toEqual(actions));

it('names every action that is called, and calls none other', async () => {
  const account = fakeAccount((api) => (api.operation === 'GetCostAndUsage' ? { ok: true, output: { ResultsByTime: [] } } : refusal('failed')));
  await measureBaseline({ session: { accounts: [account], close: () => {} }, estate: estateOf({ instance: [instance('i-0a1')] }), now: NOW, metrics: true, cost: true, emit: silent });
  expect([...new Set(account.asked.map(({ api }) => api.action))].sort()).toEqual(baselineActions({ metrics: true, cost: true }));
});
