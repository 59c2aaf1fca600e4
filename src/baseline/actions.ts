import { PRICE_LIST_ACTIONS } from './cost/list-price/price-api.ts';
import { GET_COST_AND_USAGE, LIST_COST_ALLOCATION_TAGS } from './cost/paid-pages.ts';
import { LIST_METRICS } from './utilisation/agent-metrics.ts';
import { GET_METRIC_DATA } from './utilisation/fetch-batch.ts';

/** The IAM actions that a baseline calls, sorted. */
export function baselineActions({ metrics, cost }: { readonly metrics: boolean; readonly cost: boolean }): readonly string[] {
  return [
    ...(metrics ? [GET_METRIC_DATA.action, LIST_METRICS.action] : []),
    ...(cost ? [GET_COST_AND_USAGE.action, LIST_COST_ALLOCATION_TAGS.action, ...PRICE_LIST_ACTIONS] : []),
  ].sort();
}
