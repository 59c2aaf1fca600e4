import { AccountDraft } from '../account-draft.ts';
import type { SampleAccount } from '../sample-account.ts';
import { addCompute } from './compute.ts';
import { classicCost } from './cost.ts';
import { addEdge } from './edge.ts';
import { addGovernance, addReportsDatabase } from './governance.ts';
import { classicMetrics } from './metrics.ts';
import { addNetwork } from './network.ts';

const DAY_MS = 86_400_000;

/**
 * `classic`: Larkspur Books, an invented shop whose whole business runs on six instances in two public subnets. Everything
 * that a first assessment should find is here; what exactly is told where it is made.
 */
export function classic(now: Date): SampleAccount {
  const id = '111122223333';
  const region = 'us-east-1';
  const draft = new AccountDraft(id, region);
  const daysAgo = (days: number): string => new Date(now.getTime() - days * DAY_MS).toISOString();
  const network = addNetwork(draft);
  const compute = addCompute(draft, network, daysAgo);
  const edge = addEdge(draft, network, compute, daysAgo);
  addReportsDatabase(draft, network, daysAgo);
  addGovernance(draft, compute, daysAgo);
  draft.put('ce-list-cost-allocation-tags', { CostAllocationTags: [{ TagKey: 'App', Type: 'UserDefined', Status: 'Active', LastUpdatedDate: '2025-02-11T00:00:00Z' }] });
  return {
    name: 'classic', id, alias: 'larkspur-books', now,
    regions: [region, 'us-east-2', 'us-west-2', 'eu-central-1', 'eu-west-1', 'ap-southeast-2'],
    answers: draft.answers(), metrics: classicMetrics(draft, compute, edge, now.getTime()), cost: classicCost(now),
  };
}
