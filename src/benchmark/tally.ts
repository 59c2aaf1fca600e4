import { build, type Histogram } from 'hdr-histogram-js';
import { summaryOf } from './latency-summary.ts';
import type { EarlyEnd, OpenLoopAnswer } from './open-loop-step.ts';

/** Longest time that the histograms hold, in microseconds: beyond it a request counts as that long. */
const LONGEST_US = 120_000_000;

/** Answers of the last second, by outcome, for the guard against hurting a target that fails. */
interface Recent { readonly at: number; readonly failed: boolean }

/** Counts what became of each request of one step. Times are ms on the step's own clock. */
export class Tally {
  readonly #latency = histogram();
  readonly #service = histogram();
  readonly #lag = histogram();
  readonly #errorsByKind: Record<string, number> = {};
  readonly #statusCodes: Record<string, number> = {};
  readonly #lengthMs: number;
  #requests = 0;
  #errors = 0;
  #answeredInTime = 0;
  /** When the answers came that came after the last intended send. */
  readonly #answeredLate: number[] = [];
  #recent: Recent[] = [];

  constructor(lengthMs: number) {
    this.#lengthMs = lengthMs;
  }

  fired(intended: number, now: number): void {
    record(this.#lag, now - intended);
  }

  answered(intended: number, sent: number, now: number, status: number): void {
    this.#statusCodes[status] = (this.#statusCodes[status] ?? 0) + 1;
    record(this.#latency, now - intended);
    record(this.#service, now - sent);
    const failed = status >= 500 || status === 429;
    if (failed) this.#errors += 1;
    else if (now <= this.#lengthMs) this.#answeredInTime += 1;
    else this.#answeredLate.push(now);
    this.#count(now, failed);
  }

  /** No whole answer. It counts in the latency with the time it took to fail: leaving it out would flatter the target. */
  failed(intended: number, now: number, kind: string): void {
    this.#errorsByKind[kind] = (this.#errorsByKind[kind] ?? 0) + 1;
    this.#errors += 1;
    record(this.#latency, now - intended);
    this.#count(now, true);
  }

  /** Share of failures among the outcomes of the last second, and their number. */
  recentFailures(now: number): { readonly share: number; readonly outcomes: number } {
    this.#recent = this.#recent.filter((outcome) => now - outcome.at <= 1000);
    const outcomes = this.#recent.length;
    return { outcomes, share: outcomes === 0 ? 0 : this.#recent.filter((outcome) => outcome.failed).length / outcomes };
  }

  /** @param busy share of one processor, 0 to 1 */
  answer(elapsedMs: number, busy: number, ended: EarlyEnd | undefined): OpenLoopAnswer {
    const serviceTimeMs = summaryOf(this.#service);
    // Answers lag the sends by about one service time; the window of the answers is moved by it, else a short step reads too slow.
    const windowEnd = this.#lengthMs + serviceTimeMs.p50;
    const inWindow = this.#answeredInTime + this.#answeredLate.filter((at) => at <= windowEnd).length;
    const windowSec = (ended === undefined ? this.#lengthMs : Math.max(1, Math.min(elapsedMs, this.#lengthMs))) / 1000;
    return {
      requests: this.#requests, achievedRate: inWindow / windowSec, elapsedSec: elapsedMs / 1000,
      latencyMs: summaryOf(this.#latency), serviceTimeMs, sendLagMs: summaryOf(this.#lag).p99,
      errors: this.#errors, errorsByKind: this.#errorsByKind, statusCodes: this.#statusCodes, busy,
      ...(ended === undefined ? {} : { ended }),
    };
  }

  #count(at: number, failed: boolean): void {
    this.#requests += 1;
    this.#recent.push({ at, failed });
    if (this.#recent.length > 40_000) this.#recent = this.#recent.slice(20_000);
  }
}

function histogram(): Histogram {
  return build({ lowestDiscernibleValue: 1, highestTrackableValue: LONGEST_US, numberOfSignificantValueDigits: 3 });
}

function record(into: Histogram, milliseconds: number): void {
  into.recordValue(Math.min(LONGEST_US, Math.max(1, Math.round(milliseconds * 1000))));
}
