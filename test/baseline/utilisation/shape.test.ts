import { describe, expect, it } from 'vitest';
import { gridsAt } from '../../../src/baseline/utilisation/grids.ts';
import type { MetricQuery } from '../../../src/baseline/utilisation/metric-spec.ts';
import { daySeries, hourOfWeek, hourOfWeekSeries } from '../../../src/baseline/utilisation/shape.ts';

const HOUR_MS = 3_600_000;
const window = gridsAt(new Date('2026-11-20T10:15:00Z')).season;

function query(stat: string): MetricQuery {
  return { account: '111122223333', region: 'us-east-1', namespace: 'N', dimensions: {}, resourceId: 'r', spec: { metric: 'M', stat, grid: 'season', gap: 'no-data', figures: [] } };
}

/** Hourly values of the season by the calendar, which knows weekdays by itself. */
function seasonOf(value: (date: Date) => number): Float64Array {
  return Float64Array.from({ length: window.points }, (_, index) => value(new Date(window.startMs + index * HOUR_MS)));
}
const isWeekend = (date: Date) => date.getUTCDay() === 0 || date.getUTCDay() === 6;

describe('hourOfWeek', () => {
  it.each([['1970-01-05T00:00:00Z', 0], ['2026-11-16T00:59:59Z', 0], ['2026-11-16T01:00:00Z', 1], ['2026-11-20T10:15:00Z', 4 * 24 + 10], ['2026-11-22T23:59:00Z', 167], ['1970-01-04T23:00:00Z', 167 - 168]])('%s is %i', (at, hour) => {
    expect(hourOfWeek(Date.parse(at))).toBe(hour);
  });
});

describe('hourOfWeekSeries', () => {
  it('starts on a Monday at midnight and knows peak hour and weekend', () => {
    const series = hourOfWeekSeries(query('Average'), window, seasonOf((date) => (isWeekend(date) ? 5 : 10) + (date.getUTCHours() === 19 ? 4 : 0)), 'Percent');
    expect(new Date(series.start).getUTCDay()).toBe(1);
    expect(series.start).toMatch(/T00:00:00.000Z$/);
    expect(series.values[19]).toBe(14);
    expect(series.values[5 * 24]).toBe(5);
    expect(series.peakHour).toBe(19);
    expect(series.weekendFactor).toBeCloseTo((5 + 4 / 24) / (10 + 4 / 24), 3);
  });

  it('gives rates for sums', () => expect(hourOfWeekSeries(query('Sum'), window, seasonOf(() => 7200), 'requests/s').values[0]).toBe(2));

  it('leaves an hour that was never measured empty, and makes no rhythm of it', () => {
    const series = hourOfWeekSeries(query('Average'), window, seasonOf((date) => (date.getUTCDay() === 1 && date.getUTCHours() === 3 ? Number.NaN : 1)), 'Percent');
    expect(series.values[3]).toBeNull();
    expect(series.values.filter((value) => value === null)).toHaveLength(1);
    expect(series).not.toHaveProperty('peakHour');
  });
});

describe('daySeries', () => {
  it('adds up whole UTC days only', () => {
    const series = daySeries(query('Sum'), window, seasonOf((date) => (date.getUTCHours() === 0 ? 1 : 0)), 'Count');
    expect(series.start).toBe(new Date(Math.ceil(window.startMs / 86_400_000) * 86_400_000).toISOString());
    expect(series.values).toEqual(Array.from({ length: 89 }, () => 1));
  });
  it('makes a day with a gap a gap', () => {
    const series = daySeries(query('Sum'), window, seasonOf((date) => (date.toISOString() === '2026-10-01T05:00:00.000Z' ? Number.NaN : 1)), 'Count');
    expect(series.values.filter((value) => value === null)).toHaveLength(1);
  });
});
