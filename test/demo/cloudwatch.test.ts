import { CloudWatchClient, GetMetricDataCommand, GetMetricStatisticsCommand, ListMetricsCommand } from '@aws-sdk/client-cloudwatch';
import type { MetricDataQuery, MetricDataResult } from '@aws-sdk/client-cloudwatch';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { generateAccount, metricValue, sampleAccount, startEndpoint } from '../../src/demo/index.ts';
import type { Endpoint, MetricSeries } from '../../src/demo/index.ts';
import { failure } from './any-client.ts';
import { configOf } from './client-config.ts';

const DAY_MS = 86_400_000;
const account = sampleAccount('classic');
const NOW = account.now.getTime();
let endpoint: Endpoint;
let cloudwatch: CloudWatchClient;
beforeAll(async () => {
  endpoint = await startEndpoint({ accounts: [account] });
  cloudwatch = new CloudWatchClient(configOf(endpoint));
});
afterAll(() => endpoint.close());

function seriesOf(metric: string, instance?: string): MetricSeries {
  const found = account.metrics.find((series) => series.metric === metric && (instance === undefined || series.dimensions['InstanceId'] === idOf(instance)));
  if (found === undefined) throw new Error(`no ${metric}`);
  return found;
}

/** An instance's id, looked up in the account's data by its Name tag. */
function idOf(name: string): string | undefined {
  const { Reservations } = account.answers['us-east-1/ec2-describe-instances'] as { Reservations: { Instances: { InstanceId: string; Tags: { Key: string; Value: string }[] }[] }[] };
  return Reservations.flatMap((one) => one.Instances).find((one) => one.Tags.some((tag) => tag.Value === name))?.InstanceId;
}

function queryOf(series: MetricSeries, Stat: string, Period: number, Id = 'q'): MetricDataQuery {
  return { Id, MetricStat: { Stat, Period, Metric: { Namespace: series.namespace, MetricName: series.metric, Dimensions: Object.entries(series.dimensions).map(([Name, Value]) => ({ Name, Value })) } } };
}

async function ask(series: MetricSeries, stat: string, period: number, from: number, until = NOW): Promise<MetricDataResult> {
  const { MetricDataResults } = await cloudwatch.send(new GetMetricDataCommand({ MetricDataQueries: [queryOf(series, stat, period)], StartTime: new Date(from), EndTime: new Date(until), ScanBy: 'TimestampAscending' }));
  return MetricDataResults?.[0] ?? {};
}

describe('values are those of the formula', () => {
  test.each([
    ['CPUUtilization', 'larkspur-web-1', 'Average', 300, 2], ['CPUUtilization', 'larkspur-web-2', 'Maximum', 300, 3], ['CPUUtilization', 'larkspur-shop-db', 'p99.5', 86_400, 7],
    ['NetworkOut', 'larkspur-web-1', 'Sum', 300, 1], ['CPUCreditBalance', 'larkspur-worker', 'Minimum', 3600, 2], ['mem_used_percent', 'larkspur-web-1', 'Maximum', 3600, 5],
    ['TargetResponseTime', undefined, 'p50', 300, 1], ['TargetResponseTime', undefined, 'p95', 300, 1], ['TargetResponseTime', undefined, 'p99', 86_400, 14],
    ['RequestCount', undefined, 'Sum', 60, 2], ['HTTPCode_ELB_5XX_Count', undefined, 'Sum', 3600, 14],
  ] as const)('%s of %s, %s over %i s for %i days', async (metric, instance, stat, period, days) => {
    const series = seriesOf(metric, instance);
    const from = NOW - days * DAY_MS;
    const answer = await ask(series, stat, period, from);
    const expected = [];
    for (let at = from; at < NOW; at += period * 1000) {
      const value = metricValue(series, stat, at, period);
      if (value !== undefined) expected.push([at, value]);
    }
    expect(expected.length).toBeGreaterThan(0);
    expect(answer.Timestamps?.map((time, at) => [time.getTime(), answer.Values?.[at]])).toEqual(expected);
    expect(answer.StatusCode).toBe('Complete');
  });

  test('the formula is the documented one', () => {
    // Worked by hand: no noise, base 10, peak 40 at 12:00 UTC; (1 + cos 90°)/2 squared is a quarter at 06:00; half of it on a Sunday.
    const wave = { base: 10, peak: 40, peakHour: 12, weekend: 0.5, noise: 0, seed: 1 };
    const series: MetricSeries = { namespace: 'X', metric: 'Y', dimensions: {}, unit: 'Count', resolutionSec: 60, wave };
    const at = (time: string): number | undefined => metricValue(series, 'Average', Date.parse(time), 60);
    expect(at('2026-11-18T12:00:00Z')).toBeCloseTo(50, 9);
    expect(at('2026-11-18T06:00:00Z')).toBeCloseTo(20, 9);
    expect(at('2026-11-18T00:00:00Z')).toBeCloseTo(10, 9);
    expect(at('2026-11-22T12:00:00Z')).toBeCloseTo(30, 9);
    const varied: MetricSeries = { ...series, wave: { ...wave, spread: 0.2, max: 55 } };
    expect(['Minimum', 'Average', 'Maximum'].map((stat) => metricValue(varied, stat, Date.parse('2026-11-18T12:00:00Z'), 60))).toEqual([40, 50, 55]);
    // Log-normal: p95 is exp(1.644854 sigma) medians, the mean exp(sigma²/2).
    const spread: MetricSeries = { ...series, wave: { ...wave, peak: 0, sigma: 0.5 } };
    expect(metricValue(spread, 'p95', 0, 60)).toBeCloseTo(10 * Math.exp(0.822427), 9);
    expect(metricValue(spread, 'Average', 0, 60)).toBeCloseTo(10 * Math.exp(0.125), 9);
  });

  test('evenings are busy, weekends half so, and there is noise', () => {
    const requests = seriesOf('RequestCount');
    const rate = (time: string): number => metricValue(requests, 'Sum', Date.parse(time), 3600) ?? 0;
    expect(rate('2026-11-18T23:00:00Z') / rate('2026-11-18T11:00:00Z')).toBeGreaterThan(5);
    expect(rate('2026-11-14T23:00:00Z') / rate('2026-11-18T23:00:00Z')).toBeLessThan(0.7);
    expect(rate('2026-11-17T23:00:00Z')).not.toBe(rate('2026-11-18T23:00:00Z'));
  });
});

describe('retention and gaps', () => {
  test.each([
    // age of the start in days, period, points in the first day
    [14, 60, 288], [14, 300, 288], [16, 60, 0], [16, 300, 288], [62, 300, 288], [64, 300, 0], [64, 3600, 24], [454, 3600, 24], [456, 3600, 0], [14, 90, 0], [14, 30, 0],
  ])('a start %i days ago with %i s periods gives %i points a day', async (days, period, points) => {
    // web-2 has basic monitoring: points come every five minutes, whatever the period.
    const from = NOW - days * DAY_MS;
    const answer = await ask(seriesOf('CPUUtilization', 'larkspur-web-2'), 'Average', period, from, from + DAY_MS);
    expect({ points: answer.Values?.length, status: answer.StatusCode }).toEqual({ points, status: 'Complete' });
  });

  test('detailed monitoring has a point every minute', async () => {
    expect((await ask(seriesOf('CPUUtilization', 'larkspur-web-1'), 'Average', 60, NOW - DAY_MS)).Values).toHaveLength(1440);
  });

  test('stopped instances, agents that were down and other dimensions have none', async () => {
    expect((await ask(seriesOf('CPUUtilization', 'larkspur-legacy-php'), 'Average', 3600, NOW - 90 * DAY_MS)).Values).toEqual([]);
    expect((await ask(seriesOf('mem_used_percent', 'larkspur-web-1'), 'Maximum', 300, NOW - 14 * DAY_MS)).Values).toHaveLength(14 * 288 - 36 * 12);
    expect((await ask({ ...seriesOf('RequestCount'), dimensions: {} }, 'Sum', 3600, NOW - DAY_MS)).Values).toEqual([]);
    expect((await ask(seriesOf('RequestCount'), 'Sum', 3600, NOW, NOW + DAY_MS)).Values).toEqual([]);
  });
});

describe('limits', () => {
  test('100,800 points a page: a query that is cut is PartialData, and its rest comes next', async () => {
    const big = generateAccount({ instances: 30, metrics: true, balancers: 0 });
    const started = await startEndpoint({ accounts: [big] });
    const client = new CloudWatchClient(configOf(started));
    const queries = big.metrics.slice(0, 30).map((series, at) => queryOf(series, 'Average', 300, `q${at}`));
    const window = { StartTime: new Date(big.now.getTime() - 14 * DAY_MS), EndTime: big.now };
    const collected = new Map<string, number[]>();
    const pages: { points: number; partial: string[] }[] = [];
    let NextToken: string | undefined;
    do {
      const page = await client.send(new GetMetricDataCommand({ MetricDataQueries: queries, ...window, NextToken }));
      let points = 0;
      for (const { Id = '', Values = [] } of page.MetricDataResults ?? []) {
        collected.set(Id, [...(collected.get(Id) ?? []), ...Values]);
        points += Values.length;
      }
      pages.push({ points, partial: (page.MetricDataResults ?? []).flatMap((one) => (one.StatusCode === 'PartialData' ? [one.Id ?? ''] : [])) });
      ({ NextToken } = page);
    } while (NextToken !== undefined);
    await started.close();
    // 30 × 4032 points: 25 whole queries are exactly 100,800.
    expect(pages).toEqual([{ points: 100_800, partial: [] }, { points: 20_160, partial: [] }]);
    expect([...collected.values()].map((values) => values.length)).toEqual(Array.from({ length: 30 }, () => 4032));
  });

  test('MaxDatapoints cuts inside a query; newest first by default', async () => {
    const series = seriesOf('CPUUtilization', 'larkspur-web-1');
    const input = { MetricDataQueries: [queryOf(series, 'Average', 3600)], StartTime: new Date(NOW - DAY_MS), EndTime: new Date(NOW), MaxDatapoints: 15 };
    const first = await cloudwatch.send(new GetMetricDataCommand(input));
    const second = await cloudwatch.send(new GetMetricDataCommand({ ...input, NextToken: first.NextToken }));
    expect([first, second].map(({ MetricDataResults }) => [MetricDataResults?.[0]?.StatusCode, MetricDataResults?.[0]?.Values?.length])).toEqual([['PartialData', 15], ['Complete', 9]]);
    expect(first.MetricDataResults?.[0]?.Timestamps?.[0]).toEqual(new Date(NOW - 3_600_000));
    expect(second.MetricDataResults?.[0]?.Timestamps?.at(-1)).toEqual(new Date(NOW - DAY_MS));
    expect(second.NextToken).toBeUndefined();
  });

  test('more than 500 queries, an unknown statistic and a window that ends before it starts are refused', async () => {
    const series = seriesOf('RequestCount');
    const window = { StartTime: new Date(NOW - DAY_MS), EndTime: new Date(NOW) };
    const many = Array.from({ length: 501 }, (_, at) => queryOf(series, 'Sum', 300, `q${at}`));
    for (const input of [{ ...window, MetricDataQueries: many }, { ...window, MetricDataQueries: [queryOf(series, 'Guess', 300)] }, { StartTime: window.EndTime, EndTime: window.StartTime, MetricDataQueries: [queryOf(series, 'Sum', 300)] }]) {
      // The SDK reads the code of Query days and calls it by its new name.
      expect((await failure(endpoint, 'cloudwatch', 'GetMetricData', input)).name).toBe('ValidationException');
    }
  });

  test('GetMetricStatistics: 1,440 points, percentiles among them', async () => {
    const series = seriesOf('TargetResponseTime');
    const input = { Namespace: series.namespace, MetricName: series.metric, Dimensions: Object.entries(series.dimensions).map(([Name, Value]) => ({ Name, Value })), EndTime: new Date(NOW) };
    const { Datapoints } = await cloudwatch.send(new GetMetricStatisticsCommand({ ...input, StartTime: new Date(NOW - 3_600_000), Period: 300, Statistics: ['Average'], ExtendedStatistics: ['p99'] }));
    expect(Datapoints).toHaveLength(12);
    for (const { Timestamp, Average, ExtendedStatistics } of Datapoints ?? []) {
      expect([Average, ExtendedStatistics?.['p99']]).toEqual([metricValue(series, 'Average', Timestamp?.getTime() ?? 0, 300), metricValue(series, 'p99', Timestamp?.getTime() ?? 0, 300)]);
    }
    expect((await failure(endpoint, 'cloudwatch', 'GetMetricStatistics', { ...input, StartTime: new Date(NOW - 2 * DAY_MS), Period: 60, Statistics: ['Sum'] })).name).toBe('InvalidParameterCombinationException');
  });

  test('ListMetrics omits what was silent for two weeks, and filters', async () => {
    const list = async (input: object): Promise<string[]> => ((await cloudwatch.send(new ListMetricsCommand(input))).Metrics ?? []).map((one) => `${one.MetricName} ${one.Dimensions?.[0]?.Value}`);
    expect(await list({ Namespace: 'CWAgent' })).toEqual([`mem_used_percent ${idOf('larkspur-web-1')}`, `disk_used_percent ${idOf('larkspur-web-1')}`]);
    expect(await list({ Dimensions: [{ Name: 'InstanceId', Value: idOf('larkspur-legacy-php') }] })).toEqual([]);
    expect(await list({ MetricName: 'CPUUtilization', Dimensions: [{ Name: 'DBInstanceIdentifier' }] })).toEqual(['CPUUtilization larkspur-reports']);
  });
});
