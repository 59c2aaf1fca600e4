import type { CoverageOutcome } from '../../model/index.ts';

/** How one question went in one place: the fold of its calls. */
export interface Tally {
  readonly outcome: CoverageOutcome;
  readonly items: number;
  readonly pages: number;
  readonly message?: string | undefined;
}

export const NOT_ASKED = 'not asked, because ';

/** Folds the calls that one question took, one for each parent or batch of parents, into one outcome. */
export class CallFold {
  #whole = 0;
  #cut = 0;
  #gone = 0;
  #items = 0;
  #pages = 0;
  #cutReason = '';
  readonly #refused = new Map<CoverageOutcome, { count: number; readonly message: string }>();

  /** The call brought items; `cutShort` says why not all of them. */
  answered(items: number, pages: number, cutShort?: string): void {
    this.#items += items;
    this.#pages += pages;
    if (cutShort === undefined) this.#whole += 1;
    else {
      this.#cut += 1;
      this.#cutReason ||= cutShort;
    }
  }

  get answeredCalls(): number {
    return this.#whole + this.#cut;
  }

  /** The call brought nothing. `count`: how many resources it was about. */
  refused(outcome: CoverageOutcome, message: string, count: number): void {
    const seen = this.#refused.get(outcome);
    if (seen) seen.count += Math.max(count, 1);
    else this.#refused.set(outcome, { count: Math.max(count, 1), message });
  }

  /** The resource went away since it was listed: there is nothing to know of it. */
  gone(): void {
    this.#gone += 1;
  }

  /** `parents`: why not every resource to ask about is known, where that is so. */
  tally(parents: { readonly outcome: CoverageOutcome; readonly reason: string } | undefined): Tally {
    const counts = { items: this.#items, pages: this.#pages };
    const refusals = [...this.#refused].sort(([a], [b]) => (a < b ? -1 : 1));
    const answered = this.#whole + this.#cut + this.#gone > 0;
    const first = refusals[0];
    if (!answered && !first && parents && parents.outcome !== 'partial') return { outcome: 'skipped', ...counts, message: `${NOT_ASKED}${parents.reason}` };
    if (!answered && first && refusals.length === 1 && !parents) {
      return { outcome: first[0], ...counts, message: first[1].count === 1 ? first[1].message : `all ${first[1].count}: ${first[1].message}` };
    }
    const reasons = refusals.map(([outcome, { count, message }]) => `${count} ${outcome}: ${message}`);
    if (this.#cut > 0) reasons.push(this.#cutReason);
    if (parents) reasons.push(`not all are known, because ${parents.reason}`);
    if (reasons.length > 0) return { outcome: 'partial', ...counts, message: reasons.join('; ') };
    return { outcome: 'ok', ...counts, ...(this.#gone === 0 ? {} : { message: `${this.#gone} went away during collection` }) };
  }
}
