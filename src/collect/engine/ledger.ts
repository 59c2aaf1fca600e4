import { KINDS, type CoverageEntry, type Kind } from '../../model/index.ts';
import { labelOf, type Listing, type Place } from '../listing.ts';
import type { Tally } from './call-fold.ts';

type Scope = Pick<Place, 'account' | 'region'>;

/** The coverage entries of a collection: one for each (service, operation, account, region). */
export class Ledger {
  readonly #entries = new Map<string, CoverageEntry>();
  readonly #doubts: { readonly key: string; readonly reason: string }[] = [];

  record(spec: Listing, { account, region }: Place, { outcome, items, pages, message }: Tally): void {
    const { service, action } = spec.api;
    const operation = labelOf(spec);
    this.#entries.set(keyOf(service, operation, { account, region }), {
      service, operation, region, account, outcome, items, pages, action, ...(message === undefined ? {} : { message }),
    });
    if (spec.completes !== undefined && outcome !== 'ok') {
      this.doubt(spec.completes, { account, region }, `${action} was ${outcome}${message === undefined ? '' : ` (${message})`}`);
    }
  }

  /** Something of this kind is not known, although its listing was answered. */
  doubt(kind: Kind, scope: Scope, reason: string): void {
    this.#doubts.push({ key: keyOf(KINDS[kind].service, KINDS[kind].operation, scope), reason });
  }

  /** Every entry, with the doubts on it, sorted by account, region, service and operation. */
  entries(): readonly CoverageEntry[] {
    const result = new Map(this.#entries);
    for (const { key, reason } of [...this.#doubts].sort((a, b) => (a.reason < b.reason ? -1 : 1))) {
      const entry = result.get(key);
      // A listing that was itself refused says so, and that is why what hangs on it was not asked.
      if (!entry || (entry.outcome !== 'ok' && entry.outcome !== 'partial')) continue;
      result.set(key, { ...entry, outcome: 'partial', message: entry.message === undefined ? reason : `${entry.message}; ${reason}` });
    }
    return [...result.values()].sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
  }
}

function keyOf(service: string, operation: string, { account, region }: Scope): string {
  return `${service} ${operation} ${account} ${region}`;
}

function sortKey(entry: CoverageEntry): string {
  return `${entry.account} ${entry.region} ${entry.service} ${entry.operation}`;
}
