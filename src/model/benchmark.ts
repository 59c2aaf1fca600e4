import * as z from 'zod';

/** Milliseconds. */
export const LatencySummary = z.object({
  p50: z.number(), p90: z.number(), p95: z.number(), p99: z.number(), p999: z.number(), max: z.number(), mean: z.number().optional(),
});
export type LatencySummary = z.infer<typeof LatencySummary>;

export const BenchmarkStep = z.object({
  loop: z.enum(['open', 'closed']),
  /** Concurrent connections of a closed loop. */
  connections: z.number().int().optional(),
  durationSec: z.number(),
  /** Requests a second; null in a closed loop, which offers what it gets. */
  offeredRate: z.number().nullable(),
  achievedRate: z.number(),
  requests: z.number().int(),
  /** From the intended send time to the last byte. In a closed loop equal to the service time. */
  latencyMs: LatencySummary,
  /** From the real send time to the last byte. */
  serviceTimeMs: LatencySummary,
  errors: z.number().int(),
  errorsByKind: z.record(z.string(), z.number().int()).default({}),
  statusCodes: z.record(z.string(), z.number().int()).default({}),
  /** How late the generator itself was: p99 of real minus intended send time. */
  sendLagMs: z.number().nullable(),
  /** Set where the step must not be used, with the reason. */
  void: z.string().optional(),
});
export type BenchmarkStep = z.infer<typeof BenchmarkStep>;

export const Benchmark = z.object({
  url: z.string(),
  startedAt: z.string(),
  profile: z.enum(['smoke', 'capacity', 'soak']),
  arrival: z.enum(['poisson', 'constant']),
  steps: z.array(BenchmarkStep),
  capacity: z.object({
    /** Requests a second; null where it could not be found, and then `reason` says why. */
    rate: z.number().nullable(),
    slo: z.string(),
    confidence: z.string(),
    reason: z.string().optional(),
  }).optional(),
  fit: z.object({ sigma: z.number(), kappa: z.number(), nStar: z.number().nullable(), xMax: z.number() }).optional(),
  repeats: z.number().int(),
  /** The band inside which two medians are called equal, as a fraction of the median. */
  noise: z.object({ latencyP99: z.number().nullable(), rate: z.number().nullable() }).optional(),
  environment: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).default({}),
  stopped: z.object({ reason: z.string() }).optional(),
});
export type Benchmark = z.infer<typeof Benchmark>;
