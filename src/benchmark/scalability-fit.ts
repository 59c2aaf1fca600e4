import type { Benchmark } from '../model/index.ts';

/** Throughput (requests a second) of so many concurrent callers. */
export interface LoadPoint { readonly concurrency: number; readonly rate: number }

/**
 * Fits the Universal Scalability Law (N. Gunther), X(N) = λN / (1 + σ(N−1) + κN(N−1)), by least squares of relative errors:
 * N/X is linear in 1/λ, σ/λ and κ/λ. Undefined where fewer than four points are given, or where they show no peak (κ ≤ 0, σ outside 0…1):
 * then N* lies beyond what was measured, and a number would be a guess.
 */
export function fitScalability(points: readonly LoadPoint[]): Benchmark['fit'] {
  const usable = points.filter(({ concurrency, rate }) => concurrency >= 1 && rate > 0);
  if (new Set(usable.map(({ concurrency }) => concurrency)).size < 4) return undefined;
  // Each row is divided by N/X, so that the left side is 1 and the residual is the relative error of X.
  const rows = usable.map(({ concurrency: n, rate }) => [rate / n, (n - 1) * rate / n, (n - 1) * rate]);
  const product = (a: number, b: number): number => rows.reduce((sum, row) => sum + (row[a] ?? 0) * (row[b] ?? 0), 0);
  const matrix = [0, 1, 2].map((a) => [0, 1, 2].map((b) => product(a, b)));
  const right = [0, 1, 2].map((a) => rows.reduce((sum, row) => sum + (row[a] ?? 0), 0));
  const whole = determinant(matrix);
  if (whole === 0) return undefined;
  const [inverse = 0, contention = 0, coherency = 0] = [0, 1, 2].map((column) => determinant(matrix.map((row, at) => row.map((cell, b) => (b === column ? right[at] ?? 0 : cell)))) / whole);
  const sigma = contention / inverse;
  const kappa = coherency / inverse;
  if (!(inverse > 0 && kappa > 0 && sigma >= 0 && sigma < 1)) return undefined;
  const nStar = Math.sqrt((1 - sigma) / kappa);
  return { sigma, kappa, nStar, xMax: nStar / (inverse * (1 + sigma * (nStar - 1) + kappa * nStar * (nStar - 1))) };
}

function determinant(matrix: readonly (readonly number[])[]): number {
  const [[a = 0, b = 0, c = 0] = [], [d = 0, e = 0, f = 0] = [], [g = 0, h = 0, i = 0] = []] = matrix;
  return a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g);
}
