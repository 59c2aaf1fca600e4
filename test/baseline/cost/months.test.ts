import { describe, expect, it } from 'vitest';
import { completeMonths, daysOfMonth } from '../../../src/baseline/cost/months.ts';

describe('completeMonths', () => {
  it.each([
    ['2026-11-20T10:15:00Z', 3, '2026-08-01', '2026-11-01', ['2026-08', '2026-09', '2026-10']],
    ['2026-12-01T00:00:00Z', 1, '2026-11-01', '2026-12-01', ['2026-11']],
    ['2026-11-30T23:59:59Z', 1, '2026-10-01', '2026-11-01', ['2026-10']],
    ['2027-01-05T00:00:00Z', 3, '2026-10-01', '2027-01-01', ['2026-10', '2026-11', '2026-12']],
    ['2028-03-31T12:00:00Z', 1, '2028-02-01', '2028-03-01', ['2028-02']],
  ])('at %s, %i months', (now, count, start, end, months) => expect(completeMonths(new Date(now), count)).toEqual({ start, end, months }));
});

it.each([['2028-02', 29], ['2027-02', 28], ['2026-12', 31], ['2026-11', 30]])('%s has %i days', (month, days) => expect(daysOfMonth(month)).toBe(days));
