import { beforeAll, describe, expect, it } from 'vitest';
import { measureBaseline, type CostCache } from '../../src/baseline/index.ts';
import type { Answer, AwsAccount } from '../../src/aws/index.ts';
import { sampleAccount, type EndpointOptions } from '../../src/demo/index.ts';
import { silent, type Baseline, type Cost, type CoverageEntry, type Estate } from '../../src/model/index.ts';
import { fakeAccount, refusal } from './fake-account.ts';
import { NOW, sampleEstate, served } from './sample-account.ts';
import { estateOf, instance } from './sample-estate.ts';

let estate: Estate;
beforeAll(async () => {
  estate = await sampleEstate();
});

const ledger = sampleAccount('classic', NOW).cost;
const EXCLUDED = ['Credit', 'Refund', 'Tax'];

/** Planted cents of a month, by whatever is picked. */
function cents(month: string, pick: (entry: (typeof ledger)[number]) => boolean = () => true): number {
  return ledger.filter((entry) => entry.month === month && !EXCLUDED.includes(entry.recordType) && pick(entry)).reduce((sum, entry) => sum + entry.cents, 0);
}

function asCents(amount: string | undefined): number {
  expect(amount).toMatch(/^-?\d+\.\d\d$/);
  return Number((amount ?? '').replace('.', ''));
}

async function billed(options: EndpointOptions = {}, more: { cache?: CostCache; months?: number } = {}) {
  const { session, close, count } = await served(options);
  try {
    const result = await measureBaseline({ session, estate, now: NOW, metrics: false, cost: true, emit: silent, ...more });
    return { ...result, calls: count('GetCostAndUsage') + count('ListCostAllocationTags') };
  } finally {
    await close();
  }
}

function memoryCache(): CostCache & { readonly held: Map<string, unknown> } {
  const held = new Map<string, unknown>();
  return {
    held,
    get: (key) => Promise.resolve(held.get(key)),
    put: (key, value) => {
      held.set(key, structuredClone(value));
      return Promise.resolve();
    },
  };
}

describe('the bill of the sample shop', () => {
  it.each([3, 6])('totals of %i complete months equal the planted ones to the cent', async (count) => {
    const { baseline: { cost } } = await billed({}, { months: count });
    const months = ['2026-05', '2026-06', '2026-07', '2026-08', '2026-09', '2026-10'].slice(-count);
    expect(cost?.months).toEqual(months);
    expect(cost?.total.map(({ netAmortised }) => asCents(netAmortised))).toEqual(months.map((month) => cents(month)));
    expect(cost?.total.every(({ estimated }) => !estimated)).toBe(true);
    expect(cost).toMatchObject({ basis: 'cost-explorer', currency: 'USD', metric: 'NetAmortizedCost', excludedRecordTypes: EXCLUDED });
  });

  it('splits them by service, by usage type and by tag, and each split adds up', async () => {
    const { baseline: { cost } } = await billed();
    for (const service of new Set(ledger.filter(({ recordType }) => !EXCLUDED.includes(recordType)).map((entry) => entry.service))) {
      const line = cost?.byService.find((one) => one.service === service);
      expect(asCents(line?.months.at(-1)?.netAmortised)).toBe(cents('2026-10', (entry) => entry.service === service));
    }
    const sum = (lines: readonly { months: Cost['total'] }[] = []) => lines.reduce((total, line) => total + asCents(line.months.at(-1)?.netAmortised), 0);
    expect([sum(cost?.byService), sum(cost?.byUsageType), sum(cost?.byTag?.values)]).toEqual([cents('2026-10'), cents('2026-10'), cents('2026-10')]);
    expect(cost?.byTag?.key).toBe('App');
    expect(asCents(cost?.byTag?.values.find(({ value }) => value === '')?.months.at(-1)?.netAmortised)).toBe(cents('2026-10', ({ tags }) => tags?.['App'] === undefined));
  });

  it('counts every page as a request, at a cent each', async () => {
    const { baseline: { cost }, calls } = await billed({ pageSize: 20 });
    expect(calls).toBeGreaterThan(3);
    expect(cost?.requests).toBe(calls);
    expect(cost?.requestsCostUsd).toBe((calls / 100).toFixed(2));
    expect(cost?.total.map(({ netAmortised }) => asCents(netAmortised))).toEqual(['2026-08', '2026-09', '2026-10'].map((month) => cents(month)));
  });

  it('asks nothing twice: the second run is served from the cache', async () => {
    const cache = memoryCache();
    const first = await billed({}, { cache });
    const second = await billed({}, { cache });
    expect([first.calls, second.calls]).toEqual([3, 0]);
    expect(second.baseline.cost).toEqual({ ...first.baseline.cost, requests: 0, requestsCostUsd: '0.00', notes: [...(first.baseline.cost?.notes ?? []), 'From the cache: no Cost Explorer request was made.'] });
    expect([...cache.held.keys()].every((key) => key.includes('111122223333'))).toBe(true);
    const other = await billed({}, { cache, months: 2 });
    expect(other.calls).toBe(2);
  });

  it('sets the list-price model beside it', async () => {
    const { baseline: { reconciliation, cost } } = await billed();
    expect(reconciliation).toMatchObject({ month: '2026-10', currency: 'USD', billed: cost?.total.at(-1)?.netAmortised });
    // 548 GiB of gp2 at $0.10 on both sides.
    expect(reconciliation?.rows.find(({ category }) => category === 'block storage')).toMatchObject({ billed: '54.80', modelled: '54.80', difference: '0.00' });
    const total = (key: 'billed' | 'modelled' | 'difference') => reconciliation?.rows.reduce((sum, row) => sum + asCents(row[key]), 0);
    expect([total('billed'), total('modelled'), total('difference')]).toEqual([reconciliation?.billed, reconciliation?.modelled, reconciliation?.difference].map(asCents));
  });
});

/** What the same inventory looks like where there is no bill. */
describe('without Cost Explorer', () => {
  it.each<[string, EndpointOptions, string, RegExp]>([
    ['not enabled', { failures: { 'ce:GetCostAndUsage': { code: 'DataUnavailableException', status: 400 } } }, 'failed', /not enabled/],
    ['denied', { deny: ['ce:*'] }, 'denied', /ce:GetCostAndUsage is denied/],
  ])('%s: list prices, labelled as an estimate, with the reason', async (_, options, outcome, reason) => {
    const { baseline: { cost, listPrice }, coverage } = await billed(options);
    expect(cost).toMatchObject({ basis: 'list-price', months: ['2026-11'], total: [{ estimated: true }] });
    expect(cost?.reason).toMatch(reason);
    expect(asCents(cost?.total[0]?.netAmortised)).toBe(asCents(listPrice?.monthly));
    // Two m4.large, one m4.xlarge, t2.medium, t2.micro over 730 hours; the stopped m3.medium costs nothing.
    expect(asCents(cost?.byService.find(({ service }) => service.includes('Compute'))?.months[0]?.netAmortised)).toBe(7300 + 7300 + 14_600 + 3387 + 847);
    expect(coverage.find(({ operation }) => operation === 'GetCostAndUsage')).toMatchObject({ outcome });
  });

  it('throttled once: asked again, nothing lost', async () => {
    const { baseline: { cost } } = await billed({ failures: { 'ce:GetCostAndUsage': { code: 'LimitExceededException', status: 400, times: 1 } } });
    expect(cost?.total.map(({ netAmortised }) => asCents(netAmortised))).toEqual(['2026-08', '2026-09', '2026-10'].map((month) => cents(month)));
  });

  it('nor price list: the table that ships with it, and prices that are old say so', async () => {
    const { baseline: { listPrice }, coverage } = await billed({ deny: ['ce:*', 'pricing:*'] });
    expect(coverage.find(({ service }) => service === 'pricing')).toMatchObject({ outcome: 'denied', action: 'pricing:GetProducts' });
    expect(listPrice?.lines.find(({ item }) => item.startsWith('m4.large'))).toMatchObject({ unitPrice: '0.10', monthly: '73.00', priceSource: 'table', priceDate: '2026-07-20', stale: false });
    expect(listPrice?.lines.find(({ kind }) => kind === 'loadBalancer')).toMatchObject({ priceSource: 'table', priceDate: '2024-07-01', stale: true });
    expect(listPrice?.stale).toBe(true);
  });
});

/** Outcomes that the sample endpoint cannot be brought to: it has one partition, one currency, and little patience. */
describe('elsewhere', () => {
  async function billOf(account: AwsAccount, more: readonly AwsAccount[] = []): Promise<{ baseline: Baseline; coverage: CoverageEntry[] }> {
    return measureBaseline({ session: { accounts: [account, ...more], close: () => {} }, estate: estateOf({ instance: [instance('i-0a1', { InstanceType: 'x9.huge' })] }), now: NOW, metrics: false, cost: true, emit: silent });
  }

  function page(unit: string, amount: string): Answer {
    const money = { Amount: amount, Unit: unit };
    return {
      ok: true,
      output: { ResultsByTime: [{ TimePeriod: { Start: '2026-10-01', End: '2026-11-01' }, Estimated: false, Total: {}, Groups: [{ Keys: ['EC2 - Other', 'CNN1-NatGateway-Hours'], Metrics: { NetAmortizedCost: money, AmortizedCost: money, UnblendedCost: money } }] }] },
    };
  }
  const paying = (unit: string, amount: string, id = '111122223333') => fakeAccount((api) => (api.operation === 'GetCostAndUsage' ? page(unit, amount) : refusal('denied')), { id });

  it('GovCloud has no Cost Explorer: no bill, no price, no zero', async () => {
    const { baseline: { cost }, coverage } = await billOf(fakeAccount(() => refusal('unsupported', 'NoEndpoint', 'ce does not exist in partition aws-us-gov'), { partition: 'aws-us-gov' }));
    expect(cost).toMatchObject({ basis: 'none', total: [], currency: '', requests: 0, reason: 'Cost Explorer has no endpoint in partition aws-us-gov' });
    expect(coverage[0]).toMatchObject({ outcome: 'unsupported' });
  });

  it('China bills in CNY: kept, and not set against prices in USD', async () => {
    const { baseline: { cost, reconciliation } } = await billOf(paying('CNY', '12.34'));
    expect(cost).toMatchObject({ basis: 'cost-explorer', currency: 'CNY', total: [{}, {}, { netAmortised: '12.34' }] });
    expect(cost?.byUsageType[0]).toMatchObject({ usageType: 'CNN1-NatGateway-Hours', category: 'nat-gateway' });
    expect(reconciliation).toBeUndefined();
  });

  it('throttled to the end: not known, and the request was counted', async () => {
    const { baseline: { cost } } = await billOf(fakeAccount(() => refusal('throttled', 'LimitExceededException', 'still throttled')));
    expect(cost).toMatchObject({ basis: 'none', requests: 1, requestsCostUsd: '0.01' });
    expect(cost?.reason).toContain('throttled');
  });

  it('adds accounts of one currency, and names the others', async () => {
    const { baseline: { cost, costByAccount } } = await billOf(paying('USD', '1.10'), [paying('USD', '2.20', '444455556666'), paying('CNY', '99', '777788889999'), fakeAccount(() => refusal('denied'), { id: '123456789012' })]);
    expect(cost?.total.at(-1)?.netAmortised).toBe('3.30');
    expect(cost?.notes.join(' ')).toMatch(/Not part of the sum: 123456789012: .*denied.* Not part of the sum, in CNY: 777788889999/);
    expect(costByAccount).toHaveLength(4);
  });

  it('does not trust a cache that holds something else', async () => {
    const cache: CostCache = { get: () => Promise.resolve({ pages: 'no' }), put: () => Promise.resolve() };
    const { baseline: { cost } } = await measureBaseline({ session: { accounts: [paying('USD', '1.10')], close: () => {} }, estate: estateOf({}), now: NOW, metrics: false, cost: true, emit: silent, cache });
    expect(cost?.total.at(-1)?.netAmortised).toBe('1.10');
  });
});
