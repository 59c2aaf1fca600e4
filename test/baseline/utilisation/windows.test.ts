import { describe, expect, it } from 'vitest';
import { closedWindow, finestPeriod, periodIndex } from '../../../src/baseline/utilisation/windows.ts';
import { gridsAt } from '../../../src/baseline/utilisation/grids.ts';

const DAY_MS = 86_400_000;
const now = new Date('2026-11-20T10:15:00Z');

describe('closedWindow', () => {
  it.each([
    ['cuts the hour that runs', '2026-11-20T10:15:00Z', '2026-11-20T10:00:00.000Z'],
    ['cuts an hour that ended a minute ago, as metrics arrive late', '2026-11-20T10:01:00Z', '2026-11-20T09:00:00.000Z'],
    ['keeps an hour that ended five minutes ago', '2026-11-20T10:05:00Z', '2026-11-20T10:00:00.000Z'],
  ])('%s', (_, at, end) => {
    const window = closedWindow(new Date(at), 14, 300);
    expect(new Date(window.endMs).toISOString()).toBe(end);
    expect(window).toMatchObject({ points: 4032, periodSec: 300 });
    expect(window.endMs - window.startMs).toBe(14 * DAY_MS);
  });

  it.each([
    [14, 60, 60], [15, 60, 300], [20, 60, 300], [63, 300, 3600], [62, 300, 300], [90, 300, 3600], [90, 3600, 3600], [400, 60, 3600],
  ])('asks %i days back at %i s for %i s, the finest that is kept', (days, asked, kept) => {
    expect(closedWindow(now, days, asked).periodSec).toBe(kept);
  });

  it('refuses what CloudWatch no longer keeps', () => {
    expect(() => closedWindow(now, 460, 3600)).toThrow(RangeError);
    expect(finestPeriod(now.getTime() - 456 * DAY_MS, now)).toBeUndefined();
  });
});

describe('periodIndex', () => {
  const window = closedWindow(now, 1, 3600);
  it.each([
    ['the first instant', 0, 0], ['within the first period', 3_599_999, 0], ['the second', 3_600_000, 1], ['the last', DAY_MS - 1, 23], ['the end, which is exclusive', DAY_MS, undefined], ['before', -1, undefined],
  ])('%s', (_, offset, index) => expect(periodIndex(window, window.startMs + offset)).toBe(index));
});

it('ends every grid at the same instant, so that one request can carry several', () => {
  expect(new Set(Object.values(gridsAt(now)).map(({ endMs }) => endMs)).size).toBe(1);
});
