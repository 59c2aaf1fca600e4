import type { Correlation } from '../../src/model/index.ts';

/** CPU over the requests of a balancer: 4,032 periods, load 20 to 100 around 60. */
export function correlation(more: Partial<Correlation> = {}): Correlation {
  return {
    loadId: 'arn:aws:elasticloadbalancing:us-east-1:111122223333:loadbalancer/app/web/1', loadMetric: 'RequestCount', loadUnit: 'requests/s',
    resourceId: 'i-0a1', metric: 'CPUUtilization', stat: 'Average', unit: 'Percent', slope: 0.3, intercept: 5, residualSd: 1, r2: 0.95,
    n: 4032, meanLoad: 60, loadSumOfSquares: 4032 * 800, minLoad: 20, peakLoad: 100,
    window: { start: '2026-11-06T10:00:00.000Z', end: '2026-11-20T10:00:00.000Z', periodSec: 300 }, ...more,
  };
}
