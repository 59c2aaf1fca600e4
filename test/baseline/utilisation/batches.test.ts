import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { holdsLoad, leastRequests, packBatches, POINTS_PER_REQUEST, QUERIES_PER_REQUEST } from '../../../src/baseline/utilisation/batches.ts';
import { gridsAt } from '../../../src/baseline/utilisation/grids.ts';
import type { GridId, MetricQuery } from '../../../src/baseline/utilisation/metric-spec.ts';

const grids = gridsAt(new Date('2026-11-20T10:15:00Z'));

function queries(count: number, grid: GridId, more: { isLoad?: boolean; region?: string } = {}): MetricQuery[] {
  const { region = 'us-east-1', ...spec } = more;
  return Array.from({ length: count }, (_, index) => ({
    account: '111122223333', region, namespace: 'AWS/EC2', dimensions: { InstanceId: `i-${index}` }, resourceId: `i-${index}`,
    spec: { metric: 'CPUUtilization', stat: 'Maximum', grid, gap: 'no-data', figures: [], ...spec },
  }));
}

describe('packBatches', () => {
  it.each([
    ['5,000 instances × 8 metrics at five minutes: 25 series a request', queries(40_000, 'five-minutes'), 1600],
    ['one point each: 500 a request', queries(1001, 'whole'), 3],
    ['minute series: 5 a request', queries(11, 'minute'), 3],
    ['long and short ones share requests', [...queries(5000, 'five-minutes'), ...queries(15_000, 'whole')], 202],
    ['two regions are asked apart', [...queries(1, 'hour'), ...queries(1, 'hour', { region: 'eu-west-1' })], 2],
    ['two stretches of time are asked apart', [...queries(1, 'hour'), ...queries(1, 'season')], 2],
    ['nothing', [], 0],
  ])('%s', (_, asked, calls) => expect(packBatches(asked, grids)).toHaveLength(calls));

  it('never breaks a limit, loses or doubles a query, and stays close to the least', () => {
    const mix = fc.record({ long: fc.nat(300), hours: fc.nat(900), short: fc.nat(3000), loads: fc.nat(40), season: fc.nat(200) });
    fc.assert(fc.property(mix, ({ long, hours, short, loads, season }) => {
      const asked = [...queries(short, 'whole'), ...queries(long, 'five-minutes'), ...queries(loads, 'minute', { isLoad: true }), ...queries(hours, 'hour'), ...queries(season, 'season')];
      const batches = packBatches(asked, grids);
      const packed = batches.flatMap((batch) => batch.queries);
      expect(new Set(packed)).toEqual(new Set(asked));
      expect(packed).toHaveLength(asked.length);
      for (const batch of batches) {
        expect(batch.points).toBe(batch.queries.reduce((sum, { spec }) => sum + grids[spec.grid].points, 0));
        expect(batch.points).toBeLessThanOrEqual(POINTS_PER_REQUEST);
        expect(batch.queries.length).toBeLessThanOrEqual(QUERIES_PER_REQUEST);
      }
      expect(batches.length).toBeLessThanOrEqual(leastRequests(asked, grids) * 1.05 + 1);
    }), { numRuns: 50 });
  });

  it('asks for loads first, in few requests', () => {
    const batches = packBatches([...queries(500, 'five-minutes'), ...queries(12, 'minute', { isLoad: true })], grids);
    expect(batches.map(holdsLoad)).toEqual([true, true, true, ...Array.from({ length: batches.length - 3 }, () => false)]);
  });
});
