import { setTimeout as sleep } from 'node:timers/promises';

/** A bucket of `capacity` tokens that gains `perSecond` tokens a second. One request takes one token. */
export interface Rate { readonly capacity: number; readonly perSecond: number }

/**
 * Hands out tokens in the order in which they were asked for, so that a caller never sends what the server would refuse.
 * Time is `performance.now()` in milliseconds.
 */
export class TokenBucket {
  readonly #rate: Rate;
  #tokens: number;
  #filledAt: number;
  #queue: Promise<void> = Promise.resolve();

  constructor(rate: Rate) {
    this.#rate = rate;
    this.#tokens = rate.capacity;
    this.#filledAt = performance.now();
  }

  /** Resolves when a token was taken. Rejects with the signal's reason when it is aborted first; the token is then left. */
  async take(signal?: AbortSignal): Promise<void> {
    const turn = this.#queue.then(() => this.#takeNext(signal));
    this.#queue = turn.catch(() => {});
    return turn;
  }

  /** The server refused although tokens were left: someone else draws from the same account. Start again from empty. */
  drain(): void {
    this.#refill();
    this.#tokens = Math.min(this.#tokens, 0);
  }

  async #takeNext(signal: AbortSignal | undefined): Promise<void> {
    signal?.throwIfAborted();
    this.#refill();
    while (this.#tokens < 1) {
      await sleep(Math.ceil(((1 - this.#tokens) / this.#rate.perSecond) * 1000), undefined, signal ? { signal } : {});
      this.#refill();
    }
    this.#tokens -= 1;
  }

  #refill(): void {
    const now = performance.now();
    this.#tokens = Math.min(this.#rate.capacity, this.#tokens + ((now - this.#filledAt) / 1000) * this.#rate.perSecond);
    this.#filledAt = now;
  }
}
