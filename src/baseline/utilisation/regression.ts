/** An ordinary least squares line y = intercept + slope × x, with what a prediction interval needs. */
export interface Line {
  readonly slope: number;
  readonly intercept: number;
  /** Standard deviation of the residuals, n - 2 degrees of freedom. */
  readonly residualSd: number;
  readonly r2: number;
  readonly n: number;
  readonly meanX: number;
  readonly sumOfSquaresX: number;
  readonly minX: number;
  readonly maxX: number;
}

/**
 * Fits the line over the positions where both have a value. Undefined below three of them or where x never moves.
 * Two passes (means first), so that large offsets lose no digits.
 */
export function fitLine(x: Float64Array, y: Float64Array): Line | undefined {
  let n = 0;
  let sumX = 0;
  let sumY = 0;
  let minX = Number.POSITIVE_INFINITY;
  let maxX = Number.NEGATIVE_INFINITY;
  eachPair(x, y, (a, b) => {
    n += 1;
    sumX += a;
    sumY += b;
    minX = Math.min(minX, a);
    maxX = Math.max(maxX, a);
  });
  if (n < 3) return undefined;
  const meanX = sumX / n;
  const meanY = sumY / n;
  let xx = 0;
  let xy = 0;
  let yy = 0;
  eachPair(x, y, (a, b) => {
    xx += (a - meanX) ** 2;
    xy += (a - meanX) * (b - meanY);
    yy += (b - meanY) ** 2;
  });
  if (xx === 0) return undefined;
  const slope = xy / xx;
  const residual = Math.max(0, yy - slope * xy);
  return {
    slope, intercept: meanY - slope * meanX, residualSd: Math.sqrt(residual / (n - 2)), r2: yy === 0 ? 0 : 1 - residual / yy,
    n, meanX, sumOfSquaresX: xx, minX, maxX,
  };
}

function eachPair(x: Float64Array, y: Float64Array, visit: (a: number, b: number) => void): void {
  for (let i = 0; i < x.length; i += 1) {
    const a = x[i];
    const b = y[i];
    if (a !== undefined && b !== undefined && !Number.isNaN(a) && !Number.isNaN(b)) visit(a, b);
  }
}
