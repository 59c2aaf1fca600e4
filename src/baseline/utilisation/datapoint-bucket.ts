/**
 * Datapoints that GetMetricData hands out per second for starts more than three hours ago, per account and region. The CloudWatch
 * quotas page has this quota beside the one on requests; older copies of it say 90,000, and an account can have it raised. Where it
 * is lower than this, requests are throttled and retried, so a run takes longer and loses nothing.
 */
export const POINTS_PER_SECOND = 396_000;
/** What may be asked for at once before the rate applies; above it an account of some hundred instances is paced. */
export const BURST_POINTS = 10 * POINTS_PER_SECOND;

/** Puts a request off until the datapoints that it asks for are within the quota. Times in ms. */
export interface DatapointBucket {
  take(points: number, signal?: AbortSignal): Promise<void>;
}

/**
 * A token bucket over datapoints: GetMetricData counts what is asked for, beside its requests per second, which the client paces.
 * One per account and region. Callers are served in the order in which they came.
 */
export function datapointBucket(
  clock: { now(): number; sleep(ms: number, signal?: AbortSignal): Promise<void> }, rate = POINTS_PER_SECOND, burst = BURST_POINTS,
): DatapointBucket {
  let level = burst;
  let at = clock.now();
  return {
    async take(points, signal) {
      const now = clock.now();
      level = Math.min(burst, level + ((now - at) / 1000) * rate) - points;
      at = now;
      // The level may go below zero: that is the debt that this caller, and those behind it, sit out.
      if (level < 0) await clock.sleep((-level / rate) * 1000, signal);
    },
  };
}
