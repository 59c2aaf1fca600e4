import { ALB } from './sample-estate.ts';

const WINDOW = { start: '2026-11-06T00:00:00.000Z', end: '2026-11-20T00:00:00.000Z' };

export function sampleBaseline() {
  const figure = (resourceId: string, metric: string, stat: string, value: number | null, unit: string, coverage = 1, extra: object = {}) => ({
    resourceId, namespace: resourceId === ALB ? 'AWS/ApplicationELB' : 'AWS/EC2', metric, stat, value, unit, window: { ...WINDOW, periodSec: 300 }, coverage, ...extra,
  });
  const hours = Array.from({ length: 24 }, (_, hour) => hour);
  const daily = (low: number, high: number) => hours.map((hour) => Math.round((low + (high - low) * Math.max(0, Math.sin(((hour - 6) / 15) * Math.PI)) ** 1.4) * 100) / 100);
  const series = (resourceId: string, metric: string, unit: string, values: (number | null)[], stat = 'Average') => ({ resourceId, metric, stat, unit, start: WINDOW.start, periodSec: 3600, values });
  const month = (name: string, amount: number, estimated = false) => ({ month: name, netAmortised: amount.toFixed(4), unblended: (amount * 1.04).toFixed(4), estimated });
  const months = ['2026-05', '2026-06', '2026-07', '2026-08', '2026-09', '2026-10'];
  const line = (service: string, amounts: number[]) => ({ service, months: months.map((name, index) => month(name, amounts[index] ?? 0)) });
  const byService = [
    line('Amazon Elastic Compute Cloud - Compute', [182.4, 183.1, 186.9, 188.2, 189.3, 191.4]), line('EC2 - Other', [96.2, 98.8, 103.4, 108.9, 110.6, 114.5]),
    line('Amazon Relational Database Service', [61.1, 61.1, 61.9, 61.9, 62.4, 62.4]), line('Amazon Elastic Load Balancing', [19.4, 19.9, 20.4, 20.8, 21.3, 22.1]),
    line('Amazon Virtual Private Cloud', [14.6, 14.6, 14.6, 14.9, 14.9, 14.9]), line('AmazonCloudWatch', [3.1, 3.1, 3.2, 3.2, 3.4, 3.4]), line('AWS Key Management Service', [1, 1, 1, 1, 1, 1]),
  ];
  return {
    window: WINDOW,
    utilisation: [
      figure('i-0a10000000000web1', 'CPUUtilization', 'p95', 71.4, 'Percent'), figure('i-0a10000000000web1', 'CPUUtilization', 'Average', 38.2, 'Percent'),
      figure('i-0a10000000000web2', 'CPUUtilization', 'p95', 68.9, 'Percent', 0.97), figure('i-0a100000000000db1', 'CPUUtilization', 'p95', 44.1, 'Percent'),
      figure('i-0a100000000000db1', 'mem_used_percent', 'p95', null, 'Percent', 0, { namespace: 'CWAgent', reason: 'the CloudWatch agent sends nothing from this instance' }),
      figure('i-0a1000000000batch', 'CPUUtilization', 'p95', 4.2, 'Percent', 0.62), figure('i-0a10000000000web1', 'NetworkOut', 'Sum', 412_316_860_416, 'Bytes'),
      figure(ALB, 'RequestCount', 'Sum', 38_120_400, 'Count'), figure(ALB, 'TargetResponseTime', 'p99', 0.842, 'Seconds'),
    ],
    series: [
      series('i-0a10000000000web1', 'CPUUtilization', 'Percent', daily(9, 71)), series('i-0a10000000000web2', 'CPUUtilization', 'Percent', daily(8, 68).map((value, hour) => (hour === 3 || hour === 4 ? null : value))),
      series('i-0a100000000000db1', 'CPUUtilization', 'Percent', daily(14, 44)), series(ALB, 'RequestCount', 'Count', daily(12_000, 246_000), 'Sum'),
    ],
    cost: {
      basis: 'cost-explorer', currency: 'USD', months, total: months.map((name, index) => month(name, byService.reduce((sum, item) => sum + Number(item.months[index]?.netAmortised), 0))), byService,
      byUsageType: [{ service: 'EC2 - Other', usageType: 'NatGateway-Bytes', category: 'nat-gateway', months: [month('2026-10', 41.2)] }],
      excludedRecordTypes: ['Credit', 'Refund', 'Tax'], requests: 4, requestsCostUsd: '0.04', notes: ['Savings Plans are not used in this account.'],
    },
  };
}

export function sampleBenchmark() {
  const latency = (p50: number, p90: number, p95: number, p99: number, p999: number, max: number) => ({ p50, p90, p95, p99, p999, max });
  const step = (offered: number, achieved: number, summary: ReturnType<typeof latency>, errors = 0, extra: object = {}) => ({
    loop: 'open', durationSec: 30, offeredRate: offered, achievedRate: achieved, requests: Math.round(achieved * 30), latencyMs: summary, serviceTimeMs: summary, errors, statusCodes: { 200: Math.round(achieved * 30) - errors }, sendLagMs: 0.8, ...extra,
  });
  return {
    url: 'http://127.0.0.1:8080/', startedAt: '2026-11-20T10:14:30.000Z', profile: 'capacity', arrival: 'poisson',
    steps: [
      step(50, 49.9, latency(11.8, 17, 19.4, 28.3, 44, 61)), step(100, 100.2, latency(12.1, 18.8, 22.7, 36.1, 71, 96)), step(200, 199.4, latency(13.9, 26, 34.4, 71.9, 130, 188)),
      step(300, 298.8, latency(18.7, 52, 84.3, 214, 402, 511)), step(400, 371.2, latency(212, 690, 912, 1480, 2210, 2600), 41), step(500, 374.9, latency(980, 2100, 2600, 3900, 4700, 5100), 388, { void: 'the generator was 61 ms late at p99' }),
    ],
    capacity: { rate: 310, slo: 'p99 ≤ 250 ms and errors ≤ 0.1 %', confidence: 'medium: 3 repeats agree within 6 %' },
    fit: { sigma: 0.021, kappa: 0.00041, nStar: 48, xMax: 382 }, repeats: 3, noise: { latencyP99: 0.12, rate: 0.03 },
    environment: { node: 'v24.21.0', cpus: 2, 'client and server share a machine': true },
  };
}
