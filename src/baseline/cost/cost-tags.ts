import { objectsIn, textOf, type AwsAccount } from '../../aws/index.ts';
import { resourcesOf, type CoverageEntry, type Estate } from '../../model/index.ts';
import { coverageOfPaid, LIST_COST_ALLOCATION_TAGS, paidPages, type Paid } from './paid-pages.ts';

/** Tag keys that are active for cost allocation. An account inside an organisation may not ask; then none is known. */
export async function activeTagKeys(account: AwsAccount, paid: Paid): Promise<{ keys: readonly string[]; coverage: CoverageEntry }> {
  const answer = await paidPages(account, LIST_COST_ALLOCATION_TAGS, { Status: 'Active' }, paid);
  const keys = answer.pages.flatMap((page) => objectsIn(page['CostAllocationTags'])).map((tag) => textOf(tag['TagKey'])).filter((key) => key !== '');
  return { keys, coverage: coverageOfPaid(account, LIST_COST_ALLOCATION_TAGS, answer, keys.length) };
}

/** Keys that name one resource each, or who made it: they tell no workload from another. */
const NOT_A_WORKLOAD = new Set(['Name', 'aws:createdBy']);

/** The active key that most instances of the account carry, and at least half of them; ties go to the first by name. */
export function chooseTag(active: readonly string[], estate: Estate, account: string): string | undefined {
  const instances = resourcesOf(estate, 'instance').filter((instance) => instance.account === account);
  const counted = active.filter((key) => !NOT_A_WORKLOAD.has(key)).map((key) => ({ key, count: instances.filter((instance) => key in instance.tags).length }));
  const [best] = counted.sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));
  return best && best.count > 0 && best.count * 2 >= instances.length ? best.key : undefined;
}
