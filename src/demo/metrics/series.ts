/** One metric of one resource: where it is published and the closed formula of its values (see `wave.ts`). */
export interface MetricSeries {
  readonly namespace: string;
  readonly metric: string;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly unit: string;
  /** Spacing of the raw points in s: 60, or 300 where detailed monitoring is off. */
  readonly resolutionSec: 60 | 300;
  readonly wave: Wave;
  /** Published from and until, in ms since the epoch; always where absent. */
  readonly from?: number;
  readonly until?: number;
  /** Stretches without data (agent down, instance replaced), in ms since the epoch. */
  readonly gaps?: readonly { readonly from: number; readonly until: number }[];
  /** Points of value 0 are not published: AWS sends most error counters only when they count something. */
  readonly sparse?: true;
}

/** A value over time: a base, a working-day hump, a weekend dip, and noise; see `rawValue`. */
export interface Wave {
  /** The value at night. */
  readonly base: number;
  /** What the daily peak adds. */
  readonly peak: number;
  /** The hour of the peak, UTC. */
  readonly peakHour: number;
  /** What remains of the peak on Saturday and Sunday, 0 to 1. */
  readonly weekend: number;
  /** How far a day's peak strays, 0 to 1: the same for every metric on the same day, because it is the same trade. */
  readonly daily?: number;
  /** Relative noise, 0 to 1: each raw value is multiplied by 1 ± noise. */
  readonly noise: number;
  readonly seed: number;
  readonly min?: number;
  readonly max?: number;
  /** Values are whole numbers (counts). */
  readonly whole?: true;
  /** Samples inside one raw point lie up to this share above and below it: its `Maximum` and `Minimum`. */
  readonly spread?: number;
  /** Spread of the requests inside one raw point, for percentiles: the sigma of a log-normal distribution. */
  readonly sigma?: number;
  /** One-off incidents: what they add while they last, in ms since the epoch. */
  readonly events?: readonly { readonly from: number; readonly until: number; readonly add: number }[];
  /** A bump at a fixed time of day (a nightly job): hour, length in minutes, and the value it adds. */
  readonly job?: { readonly hour: number; readonly minutes: number; readonly add: number };
}
