import { objectsIn, type AwsAccount, type JsonObject, type Pages } from '../../aws/index.ts';
import type { Cost, CoverageEntry, Estate } from '../../model/index.ts';
import type { CostCache } from './cost-cache.ts';
import { billOf, tagValues } from './cost-lines.ts';
import { costRequest, EXCLUDED_RECORD_TYPES } from './cost-request.ts';
import { costRows } from './cost-rows.ts';
import { activeTagKeys, chooseTag } from './cost-tags.ts';
import { shown, money, ZERO } from './money.ts';
import type { MonthSpan } from './months.ts';
import { coverageOfPaid, GET_COST_AND_USAGE, paidPages, type Paid } from './paid-pages.ts';

/** USD per request; every page is one. Source: price list, `cost-explorer.api`. */
const PRICE_PER_REQUEST_USD = '0.01';

export interface AccountCost {
  readonly cost: Cost;
  readonly coverage: readonly CoverageEntry[];
}

/** What one account cost in complete months. Without an answer `basis` is `none` and `reason` says why: never zero. */
export async function readCost(account: AwsAccount, span: MonthSpan, estate: Estate, cache?: CostCache): Promise<AccountCost> {
  const request = costRequest(account.id, span, { by: 'usage' });
  const paid: Paid = { requests: 0, cache };
  const usage = await paidPages(account, GET_COST_AND_USAGE, request, paid);
  const coverage: CoverageEntry[] = [coverageOfPaid(account, GET_COST_AND_USAGE, usage, usage.pages.reduce((sum, page) => sum + groupsIn(page), 0))];
  if (usage.outcome !== 'ok') return { cost: noCost(span, reasonOf(account, usage), paid.requests), coverage };

  const { rows, unreadable } = costRows(usage.pages);
  const bill = billOf(rows, span.months, unreadable);
  const tags = await activeTagKeys(account, paid);
  coverage.push(tags.coverage);
  const key = chooseTag(tags.keys, estate, account.id);
  let byTag: Cost['byTag'];
  if (key !== undefined) {
    const answer = await paidPages(account, GET_COST_AND_USAGE, costRequest(account.id, span, { by: 'tag', key }), paid);
    if (answer.outcome === 'ok') byTag = tagValues(costRows(answer.pages).rows, key, span.months, bill.currency, bill.metric);
    else bill.notes.push(`Cost by tag ${key} is not known: ${answer.message ?? answer.outcome}.`);
  }
  return {
    cost: {
      basis: 'cost-explorer', ...bill, excludedRecordTypes: [...EXCLUDED_RECORD_TYPES], ...spent(paid.requests), ...(byTag ? { byTag } : {}),
      notes: [...bill.notes, ...(usage.cached ? ['From the cache: no Cost Explorer request was made.'] : [])],
    },
    coverage,
  };
}

/** A cost that is not known, with why. */
export function noCost(span: MonthSpan, reason: string, requests: number): Cost {
  return {
    basis: 'none', currency: '', months: [...span.months], total: [], byService: [], byUsageType: [], excludedRecordTypes: [...EXCLUDED_RECORD_TYPES],
    ...spent(requests), reason, notes: [],
  };
}

export function spent(requests: number): Pick<Cost, 'requests' | 'requestsCostUsd'> {
  return { requests, requestsCostUsd: shown((money(PRICE_PER_REQUEST_USD) ?? ZERO).times(requests)) };
}

function groupsIn(page: JsonObject): number {
  return objectsIn(page['ResultsByTime']).reduce((sum, result) => sum + objectsIn(result['Groups']).length, 0);
}

/** In the reader's words; what AWS's code means is in the Cost Explorer API reference. */
function reasonOf(account: AwsAccount, { outcome, code, message }: Pages): string {
  if (outcome === 'unsupported') return `Cost Explorer has no endpoint in partition ${account.partition}`;
  if (outcome === 'denied') return `${GET_COST_AND_USAGE.action} is denied: ${message ?? 'no reason given'}`;
  if (outcome === 'throttled') return `Cost Explorer throttled the request: ${message ?? 'no reason given'}`;
  if (code === 'DataUnavailableException') return 'Cost Explorer has no data: it is not enabled for this account, or was enabled less than a day ago';
  return `Cost Explorer did not answer: ${message ?? outcome}`;
}
