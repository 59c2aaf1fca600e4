import { describe, expect, it } from 'vitest';
import { fillGaps } from '../../../src/baseline/utilisation/gaps.ts';
import { gridsAt } from '../../../src/baseline/utilisation/grids.ts';
import type { QueryOutcome } from '../../../src/baseline/utilisation/metric-data.ts';
import type { GapMeaning } from '../../../src/baseline/utilisation/metric-spec.ts';

const window = gridsAt(new Date('2026-11-20T10:15:00Z')).day;
const NONE = Number.NaN;

function filled(gap: GapMeaning, values: readonly number[], outcome: QueryOutcome, loadArrived: boolean, bornAfterDays?: number) {
  const padded = Float64Array.from({ length: 14 }, (_, index) => values[index] ?? 1);
  const born = bornAfterDays === undefined ? {} : { bornMs: window.startMs + bornAfterDays * 86_400_000 };
  return fillGaps({
    query: { account: '111122223333', region: 'us-east-1', namespace: 'N', dimensions: {}, resourceId: 'r', ...born, spec: { metric: 'M', stat: 'Sum', grid: 'day', gap, figures: [] } },
    values: padded, outcome,
  }, window, loadArrived);
}

/** What a gap in the first two of 14 days means. */
describe('fillGaps', () => {
  it.each<[string, GapMeaning, QueryOutcome, boolean, number | undefined, string, number]>([
    ['latency: no data', 'no-data', 'complete', true, undefined, 'gap', 12 / 14],
    ['CPU of a stopped instance: no data', 'no-data', 'complete', false, undefined, 'gap', 12 / 14],
    ['requests: no traffic', 'zero', 'complete', false, undefined, 'zero', 1],
    ['a counter beside a load that arrived: zero', 'zero-with-load', 'complete', true, undefined, 'zero', 1],
    ['a counter without its load: nobody knows', 'zero-with-load', 'complete', false, undefined, 'undecidable', 12 / 14],
    ['requests of which a part came: nobody knows', 'zero', 'partial', true, undefined, 'partial', 12 / 14],
    ['a gauge of which a part came: its coverage says so', 'no-data', 'partial', true, undefined, 'gap', 12 / 14],
    ['before the balancer was made: no gap, and not covered', 'zero', 'complete', true, 2, 'gap', 12 / 14],
    ['made within the gap', 'zero', 'complete', true, 1, 'late', 13 / 14],
    ['denied', 'zero', 'denied', true, undefined, 'denied', 0],
    ['throttled', 'no-data', 'throttled', true, undefined, 'throttled', 0],
  ])('%s', (_, gap, outcome, loadArrived, born, expected, coverage) => {
    const series = filled(gap, [NONE, NONE], outcome, loadArrived, born);
    expect(series.coverage).toBeCloseTo(coverage);
    const seen = series.ok ? Array.from(series.values.slice(0, 2), (value) => (value === 0 ? 'zero' : 'gap')).join(' ') : `${series.missing}, ${series.reason === '' ? 'for no reason' : 'with a reason'}`;
    expect(seen).toBe({ zero: 'zero zero', gap: 'gap gap', late: 'gap zero' }[expected] ?? `${expected}, with a reason`);
  });
});
