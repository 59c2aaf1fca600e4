import { beforeAll, describe, expect, it } from 'vitest';
import { measureBaseline } from '../../src/baseline/index.ts';
import { rawValue } from '../../src/demo/metrics/wave.ts';
import type { MetricSeries } from '../../src/demo/metrics/series.ts';
import { sampleAccount } from '../../src/demo/index.ts';
import { silent, type Baseline, type CoverageEntry, type Estate } from '../../src/model/index.ts';
import { NOW, plantedAccount, sampleEstate, served } from './sample-account.ts';
import { ACCOUNT, base, estateOf, instance } from './sample-estate.ts';

const END = Date.parse('2026-11-20T11:00:00Z');
const START = END - 14 * 86_400_000;
const account = sampleAccount('classic', NOW);

function planted(metric: string, dimension: string): MetricSeries {
  const series = account.metrics.find((one) => one.metric === metric && Object.values(one.dimensions).join() === dimension);
  if (!series) throw new Error(`the sample has no ${metric} of ${dimension}`);
  return series;
}

/** The planted raw values of the window, by the formula alone. */
function rawOf({ wave, resolutionSec, gaps = [] }: MetricSeries): { at: number; value: number; maximum: number }[] {
  const all = [];
  for (let at = START; at < END; at += resolutionSec * 1000) {
    if (!gaps.some(({ from, until }) => at >= from && at < until)) {
      const raw = rawValue(wave, at);
      // The samples of one raw point spread around its average, as far as the metric's own ceiling.
      all.push({ at, value: raw, maximum: Math.min(wave.max ?? Infinity, raw * (1 + (wave.spread ?? 0))) });
    }
  }
  return all;
}

/** The smallest value with at least `percent` % of the values at or below it, by counting. */
function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const found = sorted.find((_, index) => (index + 1) * 1000 >= percent * 10 * sorted.length);
  if (found === undefined) throw new Error('no values');
  return found;
}

async function measured(options: Parameters<typeof served>[0], estate: Estate) {
  const { session, close, count } = await served(options);
  try {
    const result = await measureBaseline({ session, estate, now: NOW, metrics: true, cost: false, emit: silent });
    return { ...result, calls: count('GetMetricData') };
  } finally {
    await close();
  }
}

function value(baseline: Baseline, resourceId: string, metric: string, stat: string) {
  return baseline.utilisation.find((figure) => figure.resourceId === resourceId && figure.metric === metric && figure.stat === stat);
}

let estate: Estate;
let sample: { baseline: Baseline; coverage: CoverageEntry[]; calls: number };
let names: ReadonlyMap<string, string>;
let balancer: string;
beforeAll(async () => {
  estate = await sampleEstate();
  sample = await measured({}, estate);
  names = new Map((estate.resources.instance ?? []).map(({ tags, id }) => [tags['Name'] ?? '', id]));
  balancer = estate.resources.loadBalancer?.[0]?.id ?? '';
});

describe('the figures of the sample shop', () => {
  it.each([['larkspur-web-2'], ['larkspur-shop-db'], ['larkspur-worker'], ['larkspur-bastion']])('percentiles of %s equal those of the planted values', (name) => {
    const id = names.get(name) ?? '';
    const points = rawOf(planted('CPUUtilization', id));
    const cpu = points.map((point) => point.value);
    const maxima = points.map((point) => point.maximum);
    expect(value(sample.baseline, id, 'CPUUtilization', 'p99.5 of Maximum')?.value).toBeCloseTo(percentile(maxima, 99.5), 9);
    expect(value(sample.baseline, id, 'CPUUtilization', 'p95 of Average')?.value).toBeCloseTo(percentile(cpu, 95), 9);
    expect(value(sample.baseline, id, 'CPUUtilization', 'Maximum')?.value).toBeCloseTo(Math.max(...maxima), 9);
    expect(value(sample.baseline, id, 'CPUUtilization', 'Average')?.value).toBeCloseTo(cpu.reduce((sum, one) => sum + one, 0) / cpu.length, 9);
    const out = rawOf(planted('NetworkOut', id)).map((point) => point.value);
    expect(value(sample.baseline, id, 'NetworkOut', 'p95')?.value).toBeCloseTo(percentile(out, 95) / 300, 9);
  });

  it('takes the maxima of one-minute data within five minutes', () => {
    const id = names.get('larkspur-web-1') ?? '';
    const maxima = [...Map.groupBy(rawOf(planted('CPUUtilization', id)), ({ at }) => Math.floor(at / 300_000)).values()].map((points) => Math.max(...points.map((point) => point.maximum)));
    expect(maxima).toHaveLength(4032);
    expect(value(sample.baseline, id, 'CPUUtilization', 'p99.5 of Maximum')?.value).toBeCloseTo(percentile(maxima, 99.5), 9);
  });

  it('counts requests and errors to the last one, where a gap is none', () => {
    const dimension = balancer.split(':loadbalancer/')[1] ?? '';
    for (const metric of ['RequestCount', 'HTTPCode_Target_5XX_Count', 'HTTPCode_ELB_5XX_Count', 'NonStickyRequestCount']) {
      expect(value(sample.baseline, balancer, metric, 'Sum')).toMatchObject({ value: rawOf(planted(metric, dimension)).reduce((sum, point) => sum + point.value, 0), coverage: 1 });
    }
    const requests = rawOf(planted('RequestCount', dimension)).map((point) => point.value);
    expect(value(sample.baseline, balancer, 'RequestCount', 'peak rate')?.value).toBeCloseTo(Math.max(...requests) / 60, 9);
    // Never published in the window, and the balancer had traffic: none happened.
    expect(value(sample.baseline, balancer, 'RejectedConnectionCount', 'Sum')).toMatchObject({ value: 0, coverage: 1 });
  });

  it('asks CloudWatch for the percentile over the window, and gives the middle and the worst day', () => {
    const { wave } = planted('TargetResponseTime', balancer.split(':loadbalancer/')[1] ?? '');
    const raw = rawOf(planted('TargetResponseTime', balancer.split(':loadbalancer/')[1] ?? ''));
    const p95 = (points: typeof raw) => (points.reduce((sum, point) => sum + point.value, 0) / points.length) * Math.exp((wave.sigma ?? 0) * 1.644854);
    expect(value(sample.baseline, balancer, 'TargetResponseTime', 'p95')?.value).toBeCloseTo(p95(raw), 9);
    const days = [...Map.groupBy(raw, ({ at }) => Math.floor((at - START) / 86_400_000)).values()].map(p95).sort((a, b) => a - b);
    expect(value(sample.baseline, balancer, 'TargetResponseTime', 'maximum of daily p95')?.value).toBeCloseTo(days.at(-1) ?? 0, 9);
    expect(value(sample.baseline, balancer, 'TargetResponseTime', 'median of daily p95')?.value).toBeCloseTo(((days[6] ?? 0) + (days[7] ?? 0)) / 2, 9);
  });

  it('says how much of the window has data: web-2 was off for six hours', () => {
    const id = names.get('larkspur-web-2') ?? '';
    expect(value(sample.baseline, id, 'CPUUtilization', 'Maximum')?.coverage).toBe(Math.round((10_000 * (4032 - 72)) / 4032) / 10_000);
    // A single point over the window speaks for no more than what lies behind it.
    expect(value(sample.baseline, id, 'CPUUtilization', 'p95')?.coverage).toBe(value(sample.baseline, id, 'CPUUtilization', 'Maximum')?.coverage);
  });

  it('leaves what was never measured without a value, with the reason', () => {
    expect(value(sample.baseline, names.get('larkspur-bastion') ?? '', 'mem_used_percent', 'Maximum')).toMatchObject({ value: null, missing: 'no-data', coverage: 0 });
    expect(value(sample.baseline, names.get('larkspur-web-1') ?? '', 'mem_used_percent', 'Maximum')?.value).toBeGreaterThan(60);
  });

  it('keeps the shape of the week: the planted hump tops at 23:00 UTC, weekends are lower', () => {
    const shape = sample.baseline.series.find((series) => series.resourceId === balancer && series.stat === 'mean by hour of the week')?.values ?? [];
    const hour = (day: number, at: number) => shape[day * 24 + at] ?? 0;
    expect(shape).toHaveLength(168);
    expect(Math.max(...Array.from({ length: 24 }, (_, at) => hour(2, at)))).toBe(Math.max(hour(2, 22), hour(2, 23)));
    expect(hour(5, 22)).toBeLessThan(hour(2, 22) * 0.8);
    expect(sample.baseline.series.find((series) => series.resourceId === balancer && series.stat === 'sum by day')?.values).toHaveLength(89);
  });

  it('relates CPU to requests', () => {
    const line = sample.baseline.correlations?.find(({ resourceId, metric }) => resourceId === names.get('larkspur-web-1') && metric === 'CPUUtilization');
    // Planted: requests 130 to 1,610 a minute carry CPU from 11 to 58 %, so 47 % over 24.7 requests/s.
    expect(line?.slope).toBeCloseTo(47 / (1480 / 60), 1);
    expect(line?.r2).toBeGreaterThan(0.95);
  });

  it('takes as few requests as can be', () => {
    expect(sample.calls).toBe(3);
    expect(sample.coverage.map(({ operation, outcome, pages }) => [operation, outcome, pages])).toEqual([['ListMetrics', 'ok', 1], ['GetMetricData', 'ok', 3]]);
    expect(sample.baseline.metricRequests?.calls).toBe(4);
  });

  it('is the same however it is paged, and however often it is asked for', async () => {
    const { baseline, calls } = await measured({ pageSize: 30_000 }, estate);
    expect(calls).toBeGreaterThan(sample.calls);
    expect({ ...baseline, metricRequests: undefined }).toEqual({ ...sample.baseline, metricRequests: undefined });
  });
});

describe('what goes wrong', () => {
  it('denied: every figure says so, none is zero', async () => {
    const { baseline, coverage } = await measured({ deny: ['cloudwatch:GetMetricData', 'cloudwatch:ListMetrics'] }, estate);
    expect(new Set(baseline.utilisation.map((figure) => `${String(figure.value)} ${figure.missing}`))).toEqual(new Set(['null denied']));
    expect(baseline.utilisation.length).toBeGreaterThan(100);
    expect(coverage.map(({ action, outcome }) => [action, outcome])).toEqual([['cloudwatch:ListMetrics', 'denied'], ['cloudwatch:GetMetricData', 'denied']]);
    expect(baseline.rightSizing?.every(({ verdict, reason }) => verdict === 'unknown' && reason?.includes('denied'))).toBe(true);
  });

  it('throttled for a while: retried, nothing lost', async () => {
    const { baseline } = await measured({ failures: { 'cloudwatch:GetMetricData': { code: 'ThrottlingException', status: 400, times: 2 } } }, estate);
    expect(baseline.utilisation).toEqual(sample.baseline.utilisation);
  });

  it('an agent under several dimension sets: one of them, never their sum', async () => {
    const agent = (dimensions: Record<string, string>, level: number): MetricSeries => ({
      namespace: 'CWAgent', metric: 'mem_used_percent', dimensions, unit: 'Percent', resolutionSec: 60, wave: { base: level, peak: 0, peakHour: 0, weekend: 1, noise: 0, seed: 1 },
    });
    const id = 'i-0c3';
    const metrics = [
      agent({ AutoScalingGroupName: 'web', ImageId: 'ami-1', InstanceId: id, InstanceType: 'm5.large' }, 40),
      agent({ ImageId: 'ami-1', InstanceId: id }, 41), agent({ ImageId: 'ami-1', InstanceId: 'i-0ff' }, 99), agent({ ImageId: 'ami-1' }, 98),
    ];
    const { baseline } = await measured({ accounts: [plantedAccount({ metrics })] }, estateOf({ instance: [instance(id)] }));
    expect(baseline.utilisation.filter(({ metric, stat }) => metric === 'mem_used_percent' && stat === 'Maximum')).toMatchObject([{ resourceId: id, value: 41, dimensions: { ImageId: 'ami-1', InstanceId: id } }]);
  });

  it('an instance replaced inside the window: the group\'s figures are whole, the new one\'s say that they are not', async () => {
    const cpu = (dimensions: Record<string, string>, more: Partial<MetricSeries> = {}): MetricSeries => ({
      namespace: 'AWS/EC2', metric: 'CPUUtilization', dimensions, unit: 'Percent', resolutionSec: 300, wave: { base: 60, peak: 0, peakHour: 0, weekend: 1, noise: 0, seed: 1 }, ...more,
    });
    const replacedAt = END - 3 * 86_400_000;
    const metrics = [cpu({ InstanceId: 'i-0old' }, { until: replacedAt }), cpu({ InstanceId: 'i-0new' }, { from: replacedAt }), cpu({ AutoScalingGroupName: 'web' })];
    const group = { ...base('web'), AutoScalingGroupName: 'web', Instances: [{ InstanceId: 'i-0new' }] };
    const { baseline } = await measured({ accounts: [plantedAccount({ metrics })] }, estateOf({ instance: [instance('i-0new')], autoScalingGroup: [group] }));
    expect(value(baseline, 'i-0new', 'CPUUtilization', 'p99.5 of Maximum')?.coverage).toBeCloseTo(3 / 14, 4);
    expect(value(baseline, 'web', 'CPUUtilization', 'p99.5 of Maximum')).toMatchObject({ coverage: 1, value: 60 });
    expect(baseline.rightSizing?.find(({ resourceId }) => resourceId === 'i-0new')).toMatchObject({ verdict: 'unknown' });
  });

  it('a price that nobody approved: nothing is asked, and the coverage says so', async () => {
    const { session, close, count } = await served();
    const { baseline, coverage } = await measureBaseline({ session, estate, now: NOW, metrics: true, cost: false, emit: silent, approve: ({ priceUsd, metrics }) => metrics < 10 && priceUsd < 1 });
    await close();
    expect(count('GetMetricData')).toBe(0);
    expect(baseline.utilisation).toEqual([]);
    expect(coverage.find(({ operation }) => operation === 'GetMetricData')).toMatchObject({ outcome: 'skipped', account: ACCOUNT });
  });
});
