import { readFigure } from './figure.ts';
import type { Evidence } from '../../model/index.ts';
import type { InsightIndex } from '../rule.ts';

/**
 * How sticky the traffic of a load balancer is: the share of requests that carried the cookie, 1 - NonStickyRequestCount / RequestCount.
 * Undefined where either figure is not known or nothing was requested.
 */
export function stickyShare(insight: InsightIndex, balancerId: string, coverageFloor: number): Evidence | undefined {
  const [requests, loose] = ['RequestCount', 'NonStickyRequestCount'].map((metric) =>
    readFigure(insight, [balancerId], { namespace: 'AWS/ApplicationELB', metric, stats: ['Sum'] }, coverageFloor));
  if (!requests?.known || !loose?.known || requests.value <= 0) return undefined;
  const share = Math.max(0, 1 - loose.value / requests.value);
  return { text: `${Math.round(share * 100)} % of ${Math.round(requests.value)} requests came with the session's cookie`, basis: 'metric', resourceId: balancerId };
}
