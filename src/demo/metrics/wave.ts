import type { Wave } from './series.ts';

const DAY_MIN = 1440;
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/**
 * The raw value of a wave at an instant (ms since the epoch, UTC): a pure function, so that a test can say what CloudWatch
 * must answer.
 *
 *     value = (base + peak · hump(h) · day + job + events) · (1 ± noise),  clamped, rounded where whole
 *     hump(h) = ((1 + cos(2π (h − peakHour) / 24)) / 2)²
 *     day     = (weekend on Saturday and Sunday, else 1) · (1 ± daily)
 *
 * The noise is uniform and seeded by the minute: equal instants have equal noise.
 */
export function rawValue(wave: Wave, at: number): number {
  const minute = Math.floor(at / MINUTE_MS);
  const minuteOfDay = minute % DAY_MIN;
  let value = wave.base + wave.peak * humpAt(minuteOfDay, wave.peakHour) * dayFactor(wave, at);
  const { job } = wave;
  if (job !== undefined && (minuteOfDay - job.hour * 60 + DAY_MIN) % DAY_MIN < job.minutes) value += job.add;
  if (wave.events !== undefined) for (const event of wave.events) if (at >= event.from && at < event.until) value += event.add;
  value *= 1 + wave.noise * (2 * uniform(wave.seed, minute) - 1);
  value = clamp(wave, value);
  return wave.whole === true ? Math.round(value) : value;
}

/** A value within the wave's bounds. */
export function clamp(wave: Wave, value: number): number {
  return Math.min(Math.max(value, wave.min ?? -Infinity), wave.max ?? Infinity);
}

/** The cosine is looked up: a quarter of a million raw values make one answer. */
const COSINES = Float64Array.from({ length: DAY_MIN }, (_, minute) => Math.cos((2 * Math.PI * minute) / DAY_MIN));

function humpAt(minuteOfDay: number, peakHour: number): number {
  const half = (1 + (COSINES[(minuteOfDay - Math.round(peakHour * 60) + DAY_MIN) % DAY_MIN] ?? 0)) / 2;
  return half * half;
}

const TRADE_SEED = 20_261_120;

function dayFactor(wave: Wave, at: number): number {
  const day = Math.floor(at / DAY_MS);
  // 1 January 1970 was a Thursday.
  const weekday = (day + 4) % 7;
  const factor = weekday === 0 || weekday === 6 ? wave.weekend : 1;
  return wave.daily === undefined ? factor : factor * (1 + wave.daily * (2 * uniform(TRADE_SEED, day) - 1));
}

/** A number in [0, 1) that looks random and is not: a 32-bit integer hash of seed and minute. */
export function uniform(seed: number, minute: number): number {
  let hash = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(minute, 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 16), 0x7feb352d);
  hash = Math.imul(hash ^ (hash >>> 15), 0x846ca68b);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}
