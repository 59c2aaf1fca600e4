import type { JsonObject } from '../../aws/index.ts';
import type { MonthSpan } from './months.ts';

/**
 * Left out of the baseline: they are money that no workload caused in that month. Discounts stay, the net metric holds them.
 * Source: Cost Explorer, record types.
 */
export const EXCLUDED_RECORD_TYPES = ['Credit', 'Refund', 'Tax'] as const;

/** Net amortised: commitments spread over their term, discounts taken off. Unblended stands beside it to match the bill. */
export const COST_METRICS = ['NetAmortizedCost', 'AmortizedCost', 'UnblendedCost'] as const;

export type Grouping = { readonly by: 'usage' } | { readonly by: 'tag'; readonly key: string };

/** The GetCostAndUsage request for one account: monthly, by service and usage type, or by service and the value of a tag. Two groups at most. */
export function costRequest(account: string, span: MonthSpan, grouping: Grouping): JsonObject {
  return {
    TimePeriod: { Start: span.start, End: span.end },
    Granularity: 'MONTHLY',
    Metrics: [...COST_METRICS],
    Filter: {
      And: [
        { Dimensions: { Key: 'LINKED_ACCOUNT', Values: [account] } },
        { Not: { Dimensions: { Key: 'RECORD_TYPE', Values: [...EXCLUDED_RECORD_TYPES] } } },
      ],
    },
    GroupBy: [
      { Type: 'DIMENSION', Key: 'SERVICE' },
      grouping.by === 'usage' ? { Type: 'DIMENSION', Key: 'USAGE_TYPE' } : { Type: 'TAG', Key: grouping.key },
    ],
  };
}
