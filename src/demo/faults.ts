import type { Caller } from './replay/call.ts';
import type { FaultKind } from './wire/fault.ts';
import { Fault } from './wire/fault.ts';

/** A rate limit: a bucket of `size` requests that refills at `refillPerSecond`. One bucket per account, region and API. */
export interface ThrottleRule {
  readonly size: number;
  readonly refillPerSecond: number;
  /** The IAM actions that it applies to (`ec2:Describe*`); all where absent. The first rule that matches counts. */
  readonly action?: string;
}

/** An action that is refused, everywhere or in some regions. `*` and `?` are wildcards. */
export interface Denial {
  readonly action: string;
  readonly regions?: readonly string[];
}

/** What goes wrong on purpose. Counts are over all requests of the endpoint, from 1. */
export interface FaultOptions {
  readonly throttle?: ThrottleRule | readonly ThrottleRule[];
  readonly deny?: readonly (string | Denial)[];
  /** All credentials, or those of some accounts, have expired. */
  readonly expiredCredentials?: boolean | readonly string[];
  /** Regions that the account has not opted in to. */
  readonly notOptedIn?: readonly string[];
  /** Every nth request loses its connection: before an answer, or (with `midBody`) in the middle of one. */
  readonly cutConnections?: number | { readonly every: number; readonly midBody?: boolean };
  /** Every nth request is answered with the service's internal error. */
  readonly failWith500?: number;
  /** Operations that answer with an error of their choice: `{'ce:GetCostAndUsage': {code: 'DataUnavailableException'}}`. */
  readonly failures?: Readonly<Record<string, { readonly code: string; readonly message?: string; readonly status?: number; readonly times?: number }>>;
}

interface Request {
  readonly action: string;
  readonly account: string;
  readonly region: string;
  readonly caller: Caller;
  fault(kind: FaultKind, message: string): Fault;
}

/** Decides for each request whether it fails, in the order in which AWS would notice. */
export class FaultPlan {
  readonly #options: FaultOptions;
  readonly #throttle: readonly ThrottleRule[];
  readonly #denials: readonly { readonly pattern: RegExp; readonly regions: readonly string[] | undefined }[];
  readonly #buckets = new Map<string, { level: number; at: number }>();
  readonly #failed = new Map<string, number>();

  constructor(options: FaultOptions) {
    this.#options = options;
    this.#throttle = options.throttle === undefined ? [] : [options.throttle].flat();
    this.#denials = (options.deny ?? []).map((denial) => (typeof denial === 'string'
      ? { pattern: actionPattern(denial), regions: undefined }
      : { pattern: actionPattern(denial.action), regions: denial.regions }));
  }

  /** How the nth request's connection ends, where it does not end well. */
  cut(nth: number): 'before' | 'mid-body' | undefined {
    const cut = this.#options.cutConnections;
    const every = typeof cut === 'number' ? cut : cut?.every;
    if (every === undefined || nth % every !== 0) return undefined;
    return typeof cut === 'object' && cut.midBody === true ? 'mid-body' : 'before';
  }

  /** Throws the error that the nth request meets, if any. `at` is in ms of a steady clock. */
  check(nth: number, request: Request, at: number): void {
    const { action, account, region } = request;
    const expired = this.#options.expiredCredentials;
    if (expired === true || (Array.isArray(expired) && expired.includes(account))) {
      throw request.fault('expired-credentials', 'The security token included in the request is expired');
    }
    if (this.#options.notOptedIn?.includes(region) === true) {
      throw request.fault('not-opted-in', 'You are not subscribed to this service. Please go to http://aws.amazon.com to subscribe.');
    }
    if (this.#options.failWith500 !== undefined && nth % this.#options.failWith500 === 0) {
      throw request.fault('internal', 'An internal error has occurred');
    }
    if (!this.#take(action, account, region, at)) throw request.fault('throttled', 'Request limit exceeded.');
    // GetCallerIdentity needs no permission: it works even where a policy denies it.
    if (action !== 'sts:GetCallerIdentity' && this.#denials.some((denial) => denial.pattern.test(action) && denial.regions?.includes(region) !== false)) {
      throw request.fault('denied', `User: ${request.caller.arn} is not authorized to perform: ${action} because no identity-based policy allows the ${action} action`);
    }
    const failure = this.#options.failures?.[action];
    const failed = this.#failed.get(action) ?? 0;
    if (failure !== undefined && failed < (failure.times ?? Infinity)) {
      this.#failed.set(action, failed + 1);
      throw new Fault(failure.code, failure.message ?? failure.code, failure.status ?? 400);
    }
  }

  #take(action: string, account: string, region: string, at: number): boolean {
    const rule = this.#throttle.find((one) => one.action === undefined || actionPattern(one.action).test(action));
    if (rule === undefined) return true;
    const key = `${account}/${region}/${action}`;
    const bucket = this.#buckets.get(key) ?? { level: rule.size, at };
    const level = Math.min(rule.size, bucket.level + ((at - bucket.at) / 1000) * rule.refillPerSecond);
    this.#buckets.set(key, { level: level >= 1 ? level - 1 : level, at });
    return level >= 1;
  }
}

function actionPattern(action: string): RegExp {
  const escaped = action.replace(/[.+^${}()|[\]\\]/g, String.raw`\$&`).replaceAll('*', '.*').replaceAll('?', '.');
  return new RegExp(`^${escaped}$`, 'i');
}
