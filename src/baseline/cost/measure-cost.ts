import type { AwsAccount } from '../../aws/index.ts';
import type { Baseline, Cost, CoverageEntry, Emit, Estate } from '../../model/index.ts';
import type { CostCache } from './cost-cache.ts';
import { noCost, readCost, spent } from './cost-explorer.ts';
import { addMonths, typical } from './cost-lines.ts';
import { completeMonths } from './months.ts';

/** Complete months that a baseline looks at. */
const MONTHS = 3;

export interface CostOptions {
  readonly accounts: readonly AwsAccount[];
  readonly estate: Estate;
  readonly now: Date;
  readonly emit: Emit;
  readonly cache?: CostCache | undefined;
  readonly months?: number | undefined;
}

/** The bill of every account, and their sum where they share a currency. */
export async function measureCost(options: CostOptions): Promise<{ cost: Pick<Baseline, 'cost' | 'costByAccount'>; coverage: CoverageEntry[] }> {
  const { accounts, estate, now, emit, cache } = options;
  const span = completeMonths(now, options.months ?? MONTHS);
  const each = await Promise.all(accounts.map(async (account) => ({ account: account.id, ...await readCost(account, span, estate, cache) })));
  const costByAccount = each.map(({ account, cost }) => ({ account, cost }));
  const cost = costByAccount.length === 1 ? costByAccount[0]?.cost : sumOfAccounts(costByAccount, span.months);
  if (cost) emit({ type: 'info', text: `Cost Explorer: ${cost.requests} ${cost.requests === 1 ? 'request' : 'requests'}, $${cost.requestsCostUsd}` });
  return {
    cost: { ...(cost ? { cost } : {}), ...(costByAccount.length > 1 ? { costByAccount } : {}) },
    coverage: each.flatMap((one) => one.coverage),
  };
}

/** One bill out of several. Accounts whose bill is not known, or is in another currency, are named and left out. */
function sumOfAccounts(bills: readonly { readonly account: string; readonly cost: Cost }[], months: readonly string[]): Cost {
  const known = bills.filter(({ cost }) => cost.basis === 'cost-explorer');
  const requests = bills.reduce((sum, { cost }) => sum + cost.requests, 0);
  const currency = known[0]?.cost.currency ?? '';
  const added = known.filter(({ cost }) => cost.currency === currency);
  const reasons = bills.filter(({ cost }) => cost.basis !== 'cost-explorer').map(({ account, cost }) => `${account}: ${cost.reason ?? 'not known'}`);
  if (added.length === 0) return noCost({ start: '', end: '', months }, reasons.join('; '), requests);
  const total = addMonths(added.map(({ cost }) => cost.total), months);
  const lines = (pick: (cost: Cost) => Cost['byUsageType']) => [...Map.groupBy(added.flatMap(({ cost }) => pick(cost)), ({ service, usageType = '' }) => `${service}\u0000${usageType}`)]
    .sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, same]) => (same[0] ? [{ ...same[0], months: addMonths(same.map((line) => line.months), months) }] : []));
  return {
    basis: 'cost-explorer', currency, months: [...months], total, ...typical(total), byService: lines((cost) => cost.byService), byUsageType: lines((cost) => cost.byUsageType),
    excludedRecordTypes: added[0]?.cost.excludedRecordTypes ?? [], ...spent(requests),
    notes: [
      ...new Set(added.flatMap(({ cost }) => cost.notes)),
      ...reasons.map((reason) => `Not part of the sum: ${reason}.`),
      ...known.filter(({ cost }) => cost.currency !== currency).map(({ account, cost }) => `Not part of the sum, in ${cost.currency}: ${account}.`),
    ],
  };
}
