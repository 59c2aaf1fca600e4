import type { LatencySummary } from '../model/index.ts';

/** What the load thread is told. Plain data: it crosses a thread boundary. */
export interface OpenLoopOrder {
  readonly url: string;
  readonly arrival: 'poisson' | 'constant';
  /** Requests a second. */
  readonly rate: number;
  readonly durationSec: number;
  readonly seed: number;
  readonly maxConnections: number;
  /** A request without a whole answer after so long is an error. */
  readonly timeoutMs: number;
  /** A request that waited so long for a connection means that the target cannot keep up: the step ends. */
  readonly giveUpAfterMs: number;
  readonly userAgent: string;
}

/** Why a step ended before its time. */
export type EarlyEnd = 'interrupted' | 'latency' | 'errors' | 'asked-to-slow-down';

/** What the load thread brings back. */
export interface OpenLoopAnswer {
  readonly requests: number;
  readonly achievedRate: number;
  readonly elapsedSec: number;
  readonly latencyMs: LatencySummary;
  readonly serviceTimeMs: LatencySummary;
  readonly sendLagMs: number;
  readonly errors: number;
  readonly errorsByKind: Record<string, number>;
  readonly statusCodes: Record<string, number>;
  /** Share of one processor that the thread kept busy, 0 to 1. */
  readonly busy: number;
  readonly ended?: EarlyEnd;
}
