import { expect, test } from 'vitest';
import { fitScalability } from '../../src/benchmark/scalability-fit.ts';

const law = (lambda: number, sigma: number, kappa: number) => [1, 2, 4, 8, 16, 32].map((n) => ({ concurrency: n, rate: (lambda * n) / (1 + sigma * (n - 1) + kappa * n * (n - 1)) }));

test.each([[100, 0.05, 0.001], [850, 0.02, 0.0004], [40, 0.3, 0.01]])('λ %f, σ %f, κ %f are found again', (lambda, sigma, kappa) => {
  const fit = fitScalability(law(lambda, sigma, kappa));
  // The peak by looking for it, not by the formula.
  const peak = Math.max(...Array.from({ length: 40_000 }, (_, at) => 1 + at / 100).map((n) => (lambda * n) / (1 + sigma * (n - 1) + kappa * n * (n - 1))));
  expect(fit?.sigma).toBeCloseTo(sigma, 6);
  expect(fit?.kappa).toBeCloseTo(kappa, 8);
  expect(Math.abs((fit?.xMax ?? 0) / peak - 1)).toBeLessThan(1e-6);
});

test('no peak in what was measured, or too few points: no fit', () => {
  expect(fitScalability(law(100, 0, -0.0001))).toBeUndefined();
  expect(fitScalability(law(100, 0.1, 0.01).slice(0, 3))).toBeUndefined();
  expect(fitScalability(law(0, 0.1, 0.01))).toBeUndefined();
});
