import type { CoverageEntry, CoverageOutcome } from '../../model/index.ts';
import type { MetricBatch } from './batches.ts';
import { GET_METRIC_DATA } from './fetch-batch.ts';
import type { QueryOutcome, SeriesAnswer } from './metric-data.ts';

interface Scope {
  readonly account: string;
  readonly region: string;
  calls: number;
  /** Metrics with at least one datapoint. */
  items: number;
  readonly outcomes: Map<QueryOutcome, Set<string>>;
  message?: string;
}

/** Counts the GetMetricData requests of each account and region, and how they went. */
export class RequestLedger {
  readonly #scopes = new Map<string, Scope>();

  constructor(batches: readonly MetricBatch[]) {
    for (const { account, region } of batches) {
      const key = `${account} ${region}`;
      if (!this.#scopes.has(key)) this.#scopes.set(key, { account, region, calls: 0, items: 0, outcomes: new Map() });
    }
  }

  get calls(): number {
    return [...this.#scopes.values()].reduce((sum, scope) => sum + scope.calls, 0);
  }

  enter({ account, region }: MetricBatch, calls: number, answers: readonly SeriesAnswer[]): void {
    const scope = this.#scopes.get(`${account} ${region}`);
    if (!scope) return;
    scope.calls += calls;
    for (const { outcome, message, query, values } of answers) {
      if (values.some((value) => !Number.isNaN(value))) scope.items += 1;
      const namespaces = scope.outcomes.get(outcome) ?? new Set();
      scope.outcomes.set(outcome, namespaces.add(query.namespace));
      if (outcome !== 'complete' && message !== undefined) scope.message ??= message;
    }
  }

  coverage(): CoverageEntry[] {
    return [...this.#scopes.values()].map((scope) => {
      const outcome = outcomeOf(scope.outcomes);
      return this.#entry(scope, outcome, outcome === 'ok' ? undefined : messageOf(scope));
    });
  }

  skipped(reason: string): CoverageEntry[] {
    return [...this.#scopes.values()].map((scope) => this.#entry(scope, 'skipped', reason));
  }

  #entry({ account, region, items, calls }: Scope, outcome: CoverageOutcome, message: string | undefined): CoverageEntry {
    const { service, operation, action } = GET_METRIC_DATA;
    return { service, operation, region, account, outcome, items, pages: calls, action, ...(message === undefined ? {} : { message }) };
  }
}

/** One outcome for all queries together: where they differ, some came and some did not. */
function outcomeOf(outcomes: ReadonlyMap<QueryOutcome, ReadonlySet<string>>): CoverageOutcome {
  const [first, ...others] = outcomes.keys();
  if (first === undefined || (others.length === 0 && first === 'complete')) return 'ok';
  return others.length > 0 || first === 'complete' ? 'partial' : first;
}

/** `denied for AWS/RDS; …`, and what AWS said first. */
function messageOf({ outcomes, message }: Scope): string {
  const parts = [...outcomes].filter(([outcome]) => outcome !== 'complete').map(([outcome, namespaces]) => `${outcome} for ${[...namespaces].sort().join(', ')}`).sort();
  return message === undefined ? parts.join('; ') : `${parts.join('; ')}: ${message}`;
}
