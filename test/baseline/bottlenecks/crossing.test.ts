import { describe, expect, it } from 'vitest';
import { confidenceIn, crossingOf, multipleText, noClaim } from '../../../src/baseline/bottlenecks/crossing.ts';
import { fitLine } from '../../../src/baseline/utilisation/regression.ts';
import { correlation } from '../sample-correlation.ts';

/** A reproducible stream of standard normal numbers (sum of 12 uniforms of a linear congruential generator). */
function normals(seed: number): () => number {
  let state = seed >>> 0;
  const uniform = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  return () => Array.from({ length: 12 }, uniform).reduce((sum, value) => sum + value, -6);
}

/** Two weeks of five-minute periods: load between 20 and 100, CPU = 5 + 0.3 × load + noise; the noise lasts an hour. */
function observed(seed: number, sd: number) {
  const next = normals(seed);
  let noise = 0;
  const load = Float64Array.from({ length: 4032 }, (_, index) => 60 + 40 * Math.sin((2 * Math.PI * index) / 288));
  const cpu = load.map((value, index) => {
    if (index % 12 === 0) noise = sd * next();
    return 5 + 0.3 * value + noise;
  });
  const line = fitLine(load, cpu);
  if (!line) throw new Error('the planted load moves');
  return correlation({
    slope: line.slope, intercept: line.intercept, residualSd: line.residualSd, r2: line.r2, n: line.n, meanLoad: line.meanX, loadSumOfSquares: line.sumOfSquaresX, minLoad: line.minX, peakLoad: line.maxX,
  });
}

describe('crossingOf', () => {
  it('of an exact line is the point where it meets the limit', () => {
    const crossing = crossingOf(correlation({ slope: 0.5, intercept: 5, residualSd: 0, r2: 1, peakLoad: 50 }), 80);
    expect(crossing?.low).toBeCloseTo(3, 6);
    expect(crossing?.high).toBeCloseTo(3, 6);
  });

  it('brackets the load at which the planted CPU passes 80 %, in 95 of 100 futures', () => {
    const truth = (80 - 5) / 0.3 / 100;
    const next = normals(99);
    let inside = 0;
    for (let seed = 1; seed <= 100; seed += 1) {
      const crossing = crossingOf(observed(seed, 3), 80);
      // The future has its own noise: the load at which one more hour's CPU is 80 %.
      const met = truth - (3 * next()) / 0.3 / 100;
      if (crossing && met >= crossing.low && met <= (crossing.high ?? Infinity)) inside += 1;
    }
    expect(inside).toBeGreaterThanOrEqual(90);
    expect(inside).toBeLessThanOrEqual(99);
  });

  it('is wider where the noise is larger', () => {
    const width = (sd: number) => {
      const crossing = crossingOf(observed(7, sd), 80);
      return (crossing?.high ?? 0) - (crossing?.low ?? 0);
    };
    expect(width(4)).toBeGreaterThan(width(1));
  });

  it('lies below 1 for a limit that was passed already', () => expect(crossingOf(correlation({ slope: 1, intercept: 0, peakLoad: 100, residualSd: 0 }), 50)?.low).toBeCloseTo(0.5, 6));

  it.each([
    ['a load that hardly moved', { loadSumOfSquares: 4032, meanLoad: 100 }, /hardly moved/],
    ['something that falls with the load', { slope: -0.1 }, /does not rise/],
    ['no relation', { r2: 0.1 }, /explains 10 %/],
  ])('makes no claim of %s', (_, more, reason) => {
    const line = correlation(more);
    expect(noClaim(line)).toMatch(reason);
    expect(crossingOf(line, 80)).toBeUndefined();
  });

  it('makes no claim where the slope is not told from zero', () => {
    expect(crossingOf(correlation({ slope: 0.001, r2: 0.5, residualSd: 20 }), 80)).toBeUndefined();
  });
});

it('trusts a crossing less the further it lies', () => {
  const line = correlation({ r2: 0.9 });
  const confidence = [1.2, 2.5, 5, 12].map((low) => confidenceIn(line, { low, high: null }));
  expect(confidence).toEqual([...confidence].sort((a, b) => b - a));
  expect(new Set(confidence).size).toBe(4);
});

it.each([
  [{ low: 2.31, high: 2.94 }, '2.3 to 2.9'], [{ low: 2.31, high: 2.32 }, 'about 2.3'], [{ low: 2.31, high: null }, 'at least 2.3'], [{ low: 9.96, high: 14.7 }, '10.0 to 14'],
])('%j reads %s', (crossing, text) => expect(multipleText(crossing)).toBe(text));
