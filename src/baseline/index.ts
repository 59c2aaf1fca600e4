export { baselineActions } from './actions.ts';
export type { CostCache } from './cost/cost-cache.ts';
export { measureBaseline, type BaselineOptions } from './measure.ts';
export { planMetrics, type MetricPlan } from './utilisation/plan.ts';
