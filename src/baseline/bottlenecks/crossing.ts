import type { Correlation } from '../../model/index.ts';

/** The load at which a line reaches a limit, as multiples of the peak of the window. */
export interface Crossing {
  /** From this load on the limit may be reached. */
  readonly low: number;
  /** By this load it will have been; null where the uncertainty has no upper end. */
  readonly high: number | null;
}

/** Two-sided 95 % of a normal distribution: there are hundreds of hours behind every line. */
const Z = 1.96;
/**
 * Five-minute periods of one hour are close to copies of each other, so a line is given the certainty of its hours, not of its periods:
 * n and the sum of squares are divided by twelve.
 */
const PERIODS_PER_INDEPENDENT_SAMPLE = 12;

/** A load that never moved by this share of its mean (coefficient of variation) says nothing about another load. */
const LEAST_VARIATION = 0.15;
/** A line that explains less of the variance than this is not a relation to extrapolate. */
const LEAST_R2 = 0.3;

/** Why a line supports no claim; undefined where it does. */
export function noClaim({ n, meanLoad, loadSumOfSquares, slope, r2 }: Correlation): string | undefined {
  const variation = meanLoad > 0 ? Math.sqrt(loadSumOfSquares / n) / meanLoad : 0;
  if (variation < LEAST_VARIATION) return `the load hardly moved (coefficient of variation ${variation.toFixed(2)})`;
  if (slope <= 0) return 'it does not rise with the load';
  if (r2 < LEAST_R2) return `the load explains ${Math.round(r2 * 100)} % of it`;
  return undefined;
}

/**
 * Where the 95 % prediction band of a line crosses a limit: inverse prediction, that is the roots x of
 * (limit - ȳ - b·x)² = z²·s²·(1 + 1/n + x²/Sxx), x measured from the mean load. Where the slope is not told from
 * zero the band never closes and there is no crossing. Source: Draper and Smith, Applied Regression Analysis, "inverse regression".
 */
export function crossingOf(line: Correlation, limit: number): Crossing | undefined {
  if (noClaim(line) !== undefined || line.peakLoad <= 0) return undefined;
  const n = Math.max(3, line.n / PERIODS_PER_INDEPENDENT_SAMPLE);
  const sxx = line.loadSumOfSquares / PERIODS_PER_INDEPENDENT_SAMPLE;
  const distance = limit - (line.intercept + line.slope * line.meanLoad);
  const band = (Z * line.residualSd) ** 2;
  const a = line.slope ** 2 - band / sxx;
  const c = distance ** 2 - band * (1 + 1 / n);
  if (a <= 0) return undefined;
  const half = line.slope * distance;
  // The discriminant is not negative for a > 0: at the mean load the band has a width above zero.
  const root = Math.sqrt(Math.max(0, half ** 2 - a * c));
  const multiple = (x: number) => Math.max(0, (line.meanLoad + x) / line.peakLoad);
  const low = multiple((half - root) / a);
  const high = multiple((half + root) / a);
  return { low, high: high > 0 ? high : null };
}

/** How far a crossing can be trusted, 0 to 1: the fit, and less the further it lies beyond what was seen. */
export function confidenceIn(line: Correlation, crossing: Crossing): number {
  const reach = crossing.low <= 1.5 ? 1 : crossing.low <= 3 ? 0.85 : crossing.low <= 6 ? 0.6 : 0.35;
  return Math.round(Math.min(0.95, line.r2) * reach * 100) / 100;
}

/** `2.3 to 2.9`, `at least 2.3`; two digits are what the method is good for. */
export function multipleText({ low, high }: Crossing): string {
  const text = (value: number) => (value >= 10 ? Math.floor(value).toString() : value.toFixed(1));
  if (high === null) return `at least ${text(low)}`;
  return text(low) === text(high) ? `about ${text(low)}` : `${text(low)} to ${text(high)}`;
}
