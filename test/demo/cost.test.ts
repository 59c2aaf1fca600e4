import { CostExplorerClient, GetCostAndUsageCommand, GetDimensionValuesCommand } from '@aws-sdk/client-cost-explorer';
import type { Expression, GetCostAndUsageCommandInput, GroupDefinition, ResultByTime } from '@aws-sdk/client-cost-explorer';
import { GetProductsCommand, PricingClient } from '@aws-sdk/client-pricing';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sampleAccount, startEndpoint } from '../../src/demo/index.ts';
import type { Endpoint } from '../../src/demo/index.ts';
import { failure } from './any-client.ts';
import { configOf } from './client-config.ts';

const account = sampleAccount('classic');
let endpoint: Endpoint;
beforeEach(async () => { endpoint = await startEndpoint({ accounts: [account] }); });
afterEach(() => endpoint.close());

const SIX_MONTHS = { Start: '2026-05-01', End: '2026-11-01' };
const SERVICE: GroupDefinition = { Type: 'DIMENSION', Key: 'SERVICE' };
const USAGE_TYPE: GroupDefinition = { Type: 'DIMENSION', Key: 'USAGE_TYPE' };
const dimension = (Key: 'RECORD_TYPE' | 'SERVICE' | 'USAGE_TYPE' | 'REGION' | 'LINKED_ACCOUNT', ...Values: string[]): Expression => ({ Dimensions: { Key, Values } });

async function ask(input: Partial<GetCostAndUsageCommandInput>): Promise<ResultByTime[]> {
  const client = new CostExplorerClient(configOf(endpoint));
  const results: ResultByTime[] = [];
  let NextPageToken: string | undefined;
  do {
    const page = await client.send(new GetCostAndUsageCommand({ TimePeriod: SIX_MONTHS, Granularity: 'MONTHLY', Metrics: ['UnblendedCost', 'NetAmortizedCost'], ...input, NextPageToken }));
    results.push(...(page.ResultsByTime ?? []));
    ({ NextPageToken } = page);
  } while (NextPageToken !== undefined);
  return results;
}

/** Cents of a decimal string, without a floating point number in between. */
function cents(amount = ''): bigint {
  const match = /^(-?)(\d+)\.(\d\d)0*$/.exec(amount);
  if (match === null) throw new Error(`not whole cents: ${amount}`);
  return BigInt(`${match[1]}${match[2]}${match[3]}`);
}

const sum = (values: readonly bigint[]): bigint => values.reduce((a, b) => a + b, 0n);
const groupCents = (results: readonly ResultByTime[]): bigint[] => results.flatMap((one) => (one.Groups ?? []).map((group) => cents(group.Metrics?.['UnblendedCost']?.Amount)));
const planted = (keep: (entry: (typeof account.cost)[number]) => boolean): bigint => sum(account.cost.filter((entry) => entry.month < '2026-11' && keep(entry)).map((entry) => BigInt(entry.cents)));

describe('cost is the ledger, to the cent', () => {
  test('ungrouped and grouped totals agree with it', async () => {
    const all = planted(() => true);
    const ungrouped = await ask({});
    expect(ungrouped.map((one) => one.TimePeriod?.Start)).toEqual(['2026-05-01', '2026-06-01', '2026-07-01', '2026-08-01', '2026-09-01', '2026-10-01']);
    expect(sum(ungrouped.map((one) => cents(one.Total?.['UnblendedCost']?.Amount)))).toBe(all);
    expect(sum(groupCents(await ask({ GroupBy: [SERVICE] })))).toBe(all);
    expect(sum(groupCents(await ask({ GroupBy: [SERVICE, USAGE_TYPE] })))).toBe(all);
    expect(ungrouped.every((one) => one.Estimated === false && one.Total?.['UnblendedCost']?.Unit === 'USD')).toBe(true);
  });

  test('a month by hand: October 2026 has 744 hours', async () => {
    const [october] = await ask({ TimePeriod: { Start: '2026-10-01', End: '2026-11-01' }, GroupBy: [USAGE_TYPE], Filter: dimension('SERVICE', 'Amazon Elastic Compute Cloud - Compute') });
    expect(october?.Groups?.map((group) => [group.Keys?.[0], group.Metrics?.['UnblendedCost']?.Amount])).toEqual([
      ['BoxUsage:m4.large', '148.8000000000'], ['BoxUsage:m4.xlarge', '148.8000000000'], ['BoxUsage:t2.medium', '34.5200000000'], ['BoxUsage:t2.micro', '8.6300000000'],
    ]);
  });

  test.each<[string, Expression, (entry: (typeof account.cost)[number]) => boolean]>([
    ['And + Not', { And: [dimension('LINKED_ACCOUNT', account.id), { Not: dimension('RECORD_TYPE', 'Credit', 'Refund', 'Tax') }] }, (entry) => entry.recordType === 'Usage'],
    ['Or', { Or: [dimension('RECORD_TYPE', 'Tax'), dimension('SERVICE', 'EC2 - Other')] }, (entry) => entry.recordType === 'Tax' || entry.service === 'EC2 - Other'],
    ['another account', dimension('LINKED_ACCOUNT', '999900001111'), () => false],
    ['tags', { Tags: { Key: 'App', Values: ['reports'] } }, (entry) => entry.tags?.['App'] === 'reports'],
    ['absent tags', { Tags: { Key: 'App', MatchOptions: ['ABSENT'] } }, (entry) => entry.tags === undefined],
    ['a prefix', { Dimensions: { Key: 'USAGE_TYPE', Values: ['EBS:'], MatchOptions: ['STARTS_WITH'] } }, (entry) => entry.usageType.startsWith('EBS:')],
  ])('filter: %s', async (_name, Filter, keep) => {
    expect(sum((await ask({ Filter })).map((one) => cents(one.Total?.['UnblendedCost']?.Amount)))).toBe(planted(keep));
  });

  test('credits are there, negative, in the two oldest months', async () => {
    const results = await ask({ Filter: dimension('RECORD_TYPE', 'Credit') });
    expect(results.map((one) => one.Total?.['UnblendedCost']?.Amount)).toEqual(['-50.0000000000', '-50.0000000000', '0.0000000000', '0.0000000000', '0.0000000000', '0.0000000000']);
    const { DimensionValues } = await new CostExplorerClient(configOf(endpoint)).send(new GetDimensionValuesCommand({ TimePeriod: SIX_MONTHS, Dimension: 'RECORD_TYPE' }));
    expect(DimensionValues?.map((one) => one.Value)).toEqual(['Credit', 'Tax', 'Usage']);
  });

  test('grouping by tag has an empty bucket for what carries none', async () => {
    const [first] = await ask({ GroupBy: [{ Type: 'TAG', Key: 'App' }] });
    expect(first?.Groups?.map((group) => group.Keys)).toEqual([['App$'], ['App$reports'], ['App$shop']]);
  });

  test('the running month is estimated', async () => {
    expect((await ask({ TimePeriod: { Start: '2026-10-01', End: '2026-12-01' } })).map((one) => one.Estimated)).toEqual([false, true]);
  });

  test('small pages hold every group once', async () => {
    const whole = await ask({ GroupBy: [SERVICE, USAGE_TYPE] });
    await endpoint.close();
    endpoint = await startEndpoint({ accounts: [account], pageSize: 7 });
    const paged = await ask({ GroupBy: [SERVICE, USAGE_TYPE] });
    const keys = (results: readonly ResultByTime[]): string[] => results.flatMap((one) => (one.Groups ?? []).map((group) => [one.TimePeriod?.Start, ...(group.Keys ?? [])].join(' ')));
    expect(keys(paged)).toEqual(keys(whole));
    expect(endpoint.calls.length).toBe(Math.ceil(keys(whole).length / 7));
  });
});

test.each<[string, Partial<GetCostAndUsageCommandInput>]>([
  ['three groups', { GroupBy: [SERVICE, USAGE_TYPE, { Type: 'DIMENSION', Key: 'REGION' }] }], ['no metrics', { Metrics: [] }], ['an unknown metric', { Metrics: ['Cost'] }],
  ['an end before the start', { TimePeriod: { Start: '2026-10-01', End: '2026-09-01' } }], ['the future', { TimePeriod: { Start: '2027-01-01', End: '2027-02-01' } }],
  ['before its history', { TimePeriod: { Start: '2024-01-01', End: '2026-02-01' } }],
])('refuses %s', async (_name, input) => {
  expect((await failure(endpoint, 'ce', 'GetCostAndUsage', { TimePeriod: SIX_MONTHS, Granularity: 'MONTHLY', Metrics: ['UnblendedCost'], ...input })).name).toBe('ValidationException');
});

test('another question with the token of a page is RequestChangedException', async () => {
  await endpoint.close();
  endpoint = await startEndpoint({ accounts: [account], pageSize: 3 });
  const input: GetCostAndUsageCommandInput = { TimePeriod: SIX_MONTHS, Granularity: 'MONTHLY', Metrics: ['UnblendedCost'], GroupBy: [SERVICE] };
  const { NextPageToken } = await new CostExplorerClient(configOf(endpoint)).send(new GetCostAndUsageCommand(input));
  expect((await failure(endpoint, 'ce', 'GetCostAndUsage', { ...input, GroupBy: [USAGE_TYPE], NextPageToken })).name).toBe('RequestChangedException');
});

describe('the price list', () => {
  const filters = (values: Record<string, string>): { Type: 'TERM_MATCH'; Field: string; Value: string }[] => Object.entries(values).map(([Field, Value]) => ({ Type: 'TERM_MATCH', Field, Value }));
  const instance = {
    regionCode: 'us-east-1', serviceCode: 'AmazonEC2', preInstalledSw: 'NA', operatingSystem: 'Linux', capacitystatus: 'Used', marketoption: 'OnDemand', tenancy: 'Shared', productFamily: 'Compute Instance',
  };

  test('one product for one instance type, as a JSON text', async () => {
    const { PriceList } = await new PricingClient(configOf(endpoint)).send(new GetProductsCommand({ ServiceCode: 'AmazonEC2', Filters: filters({ ...instance, instanceType: 'm4.large' }) }));
    expect(PriceList).toHaveLength(1);
    const product = JSON.parse(String(PriceList?.[0])) as { terms: { OnDemand: Record<string, { priceDimensions: Record<string, object> }> } };
    expect(Object.values(product.terms.OnDemand).flatMap((term) => Object.values(term.priceDimensions))).toMatchObject([{ unit: 'Hrs', pricePerUnit: { USD: '0.1000000000' } }]);
  });

  test('no hit is an empty list, an unknown service an error', async () => {
    expect((await new PricingClient(configOf(endpoint)).send(new GetProductsCommand({ ServiceCode: 'AmazonEC2', Filters: filters({ instanceType: 'z9.mega' }) }))).PriceList).toEqual([]);
    expect((await failure(endpoint, 'pricing', 'GetProducts', { ServiceCode: 'AmazonTeapots' })).name).toBe('InvalidParameterException');
  });
});
