import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { median, nearestRank } from '../../../src/baseline/utilisation/percentile.ts';

const hundred = Float64Array.from({ length: 100 }, (_, index) => index + 1);

describe('nearestRank', () => {
  it.each([[1, 1], [7, 7], [50, 50], [95, 95], [99, 99], [99.5, 100], [100, 100]])('p%d of 1 to 100 is %d', (percent, value) => {
    expect(nearestRank(hundred, percent)).toBe(value);
  });
  it('of one value is that value', () => expect(nearestRank(Float64Array.of(3), 50)).toBe(3));
  it('of nothing is nothing', () => expect(nearestRank(new Float64Array(), 50)).toBeUndefined());

  it('is the smallest value with at least that share at or below it', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 60 }), fc.integer({ min: 1, max: 1000 }), (list, thousandth) => {
      const sorted = Float64Array.from(list).sort();
      const value = nearestRank(sorted, thousandth / 10);
      const candidates = list.filter((candidate) => list.filter((other) => other <= candidate).length * 1000 >= thousandth * list.length);
      expect(value).toBe(Math.min(...candidates));
    }));
  });
});

it.each([[[1, 2, 3], 2], [[1, 2, 3, 10], 2.5], [[7], 7], [[], undefined]])('median of %j is %j', (values, expected) => {
  expect(median(Float64Array.from(values))).toBe(expected);
});
