import { isObject, type Api, type AwsAccount, type JsonObject, type JsonValue, type Pages } from '../../aws/index.ts';
import type { CoverageEntry } from '../../model/index.ts';
import { cacheKey, type CostCache } from './cost-cache.ts';

export const GET_COST_AND_USAGE = { service: 'ce', operation: 'GetCostAndUsage', action: 'ce:GetCostAndUsage' } as const;
export const LIST_COST_ALLOCATION_TAGS = { service: 'ce', operation: 'ListCostAllocationTags', action: 'ce:ListCostAllocationTags' } as const;

/** The session sends it to the one endpoint of the partition. */
const REGION = 'global';

/** What was spent so far, and what need not be spent again. */
export interface Paid {
  requests: number;
  readonly cache: CostCache | undefined;
}

export interface PaidPages extends Pages {
  readonly cached: boolean;
}

/** Every page, from the cache where it holds them. Each page that is fetched is counted: each is billed. Only whole answers are cached. */
export async function paidPages(account: AwsAccount, api: Api, request: JsonObject, paid: Paid): Promise<PaidPages> {
  const key = cacheKey(api.action, account.id, request);
  const held = pagesIn(await paid.cache?.get(key));
  if (held) return { pages: held, outcome: 'ok', cached: true };
  const answer = await account.pages(api, REGION, request);
  if (answer.outcome !== 'unsupported') paid.requests += answer.pages.length + (answer.outcome === 'ok' ? 0 : 1);
  if (answer.outcome === 'ok') await paid.cache?.put(key, { pages: answer.pages });
  return { ...answer, cached: false };
}

/** What the cache holds, if it has the form of what was put there. */
function pagesIn(held: unknown): readonly JsonObject[] | undefined {
  if (typeof held !== 'object' || held === null || !('pages' in held) || !Array.isArray(held.pages)) return undefined;
  return held.pages.filter((page: JsonValue): page is JsonObject => isObject(page));
}

export function coverageOfPaid(account: AwsAccount, api: Api, { outcome, pages, message }: PaidPages, items: number): CoverageEntry {
  const { service, operation, action } = api;
  return { service, operation, region: REGION, account: account.id, outcome, items, pages: pages.length, action, ...(message === undefined ? {} : { message }) };
}
