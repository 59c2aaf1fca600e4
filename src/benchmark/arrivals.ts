import { seededRandom } from './random.ts';

/**
 * When each request of a step is meant to be sent, in ms after the step's start, ascending: `round(rate × durationSec)` of them.
 * `poisson` draws them uniformly over the step, which is a Poisson process given its count, so that the offered rate is exact.
 */
export function arrivals(kind: 'poisson' | 'constant', rate: number, durationSec: number, seed: number): Float64Array {
  const count = Math.max(1, Math.round(rate * durationSec));
  const lengthMs = durationSec * 1000;
  if (kind === 'constant') return Float64Array.from({ length: count }, (_, at) => (at * lengthMs) / count);
  const random = seededRandom(seed);
  return Float64Array.from({ length: count }, () => random() * lengthMs).sort();
}
