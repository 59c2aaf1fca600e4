import { describe, expect, it } from 'vitest';
import { fitLine } from '../../../src/baseline/utilisation/regression.ts';

const NONE = Number.NaN;

describe('fitLine', () => {
  it('finds an exact line', () => {
    expect(fitLine(Float64Array.of(1, 2, 3, 4), Float64Array.of(5, 7, 9, 11))).toMatchObject({ slope: 2, intercept: 3, residualSd: 0, r2: 1, n: 4, meanX: 2.5, sumOfSquaresX: 5, minX: 1, maxX: 4 });
  });

  /** Anscombe's first quartet: published slope 0.500, intercept 3.00, r² 0.667; residual standard error 1.237. */
  it('agrees with a published regression', () => {
    const line = fitLine(Float64Array.of(10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5), Float64Array.of(8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68));
    expect(line?.slope).toBeCloseTo(0.5, 3);
    expect(line?.intercept).toBeCloseTo(3, 2);
    expect(line?.r2).toBeCloseTo(0.667, 3);
    expect(line?.residualSd).toBeCloseTo(1.237, 3);
  });

  it('leaves out positions where either is missing', () => {
    expect(fitLine(Float64Array.of(1, NONE, 2, 3, 4), Float64Array.of(2, 99, 4, NONE, 8))).toMatchObject({ n: 3, slope: 2, maxX: 4 });
  });

  it.each([
    ['too few', Float64Array.of(1, 2), Float64Array.of(1, 2)],
    ['a load that stands still', Float64Array.of(3, 3, 3, 3), Float64Array.of(1, 2, 3, 4)],
    ['no pair at all', Float64Array.of(NONE, 1, NONE, 2), Float64Array.of(1, NONE, 2, NONE)],
  ])('makes no line of %s', (_, x, y) => expect(fitLine(x, y)).toBeUndefined());
});
