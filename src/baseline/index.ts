export { baselineActions } from './actions.ts';
export { findBottlenecks, type BottleneckInput } from './bottlenecks/find-bottlenecks.ts';
export type { CostCache } from './cost/cost-cache.ts';
export { costPerWorkload } from './cost/workload-cost.ts';
export { measureBaseline, type BaselineOptions } from './measure.ts';
export { rightSize } from './right-sizing/right-size.ts';
export { DEFAULT_SIZING, type SizingSettings } from './right-sizing/sizing-settings.ts';
export { planMetrics, type MetricPlan } from './utilisation/plan.ts';
