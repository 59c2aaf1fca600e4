import * as z from 'zod';
import { Window } from './known.ts';

/** One figure of one metric of one resource. `value` is null where it is not known, and then `reason` says why. */
export const UtilisationFigure = z.object({
  resourceId: z.string(),
  /** `AWS/EC2`, `CWAgent`, … */
  namespace: z.string(),
  metric: z.string(),
  /** The dimension set asked for, by name. */
  dimensions: z.record(z.string(), z.string()).default({}),
  /** `Average`, `Maximum`, `Sum`, `p95`, `p99.5 of Maximum`, … */
  stat: z.string(),
  value: z.number().nullable(),
  unit: z.string(),
  window: Window.extend({ periodSec: z.number().int() }),
  /** Datapoints received over datapoints expected, 0 to 1. */
  coverage: z.number().min(0).max(1),
  reason: z.string().optional(),
  /**
   * Why `value` is null, in one word: the metric has no data points, the call was denied, throttled or failed, it came in part,
   * or the points that came do not allow the figure.
   */
  missing: z.enum(['no-data', 'denied', 'throttled', 'failed', 'partial', 'not-asked', 'undecidable']).optional(),
});
export type UtilisationFigure = z.infer<typeof UtilisationFigure>;

/** A small series kept for the report: the mean by hour of the week or by day. Gaps are null. */
export const UtilisationSeries = z.object({
  resourceId: z.string(),
  metric: z.string(),
  stat: z.string(),
  unit: z.string(),
  start: z.string(),
  periodSec: z.number().int(),
  values: z.array(z.number().nullable()),
  /** Of a series by the hour of the week: the UTC hour of the day with the highest mean, and the mean of Saturday and Sunday over that of the other days. */
  peakHour: z.number().int().min(0).max(23).optional(),
  weekendFactor: z.number().optional(),
});
export type UtilisationSeries = z.infer<typeof UtilisationSeries>;

/** Amounts are decimal strings in `currency`; they are never added across currencies. */
export const MonthlyAmount = z.object({
  /** `2026-08` */
  month: z.string(),
  netAmortised: z.string(),
  unblended: z.string(),
  estimated: z.boolean().default(false),
});
export type MonthlyAmount = z.infer<typeof MonthlyAmount>;

export const CostLine = z.object({
  service: z.string(),
  usageType: z.string().optional(),
  /** What the usage type is: `compute`, `ebs-volume`, `nat-gateway`, `data-transfer`, …, `unclassified`. */
  category: z.string().optional(),
  months: z.array(MonthlyAmount),
});
export type CostLine = z.infer<typeof CostLine>;

export const Cost = z.object({
  basis: z.enum(['cost-explorer', 'list-price', 'none']),
  currency: z.string(),
  /** Complete months only, oldest first. */
  months: z.array(z.string()),
  total: z.array(MonthlyAmount),
  byService: z.array(CostLine),
  byUsageType: z.array(CostLine).default([]),
  /** Record types left out on purpose: `Credit`, `Refund`, `Tax`. */
  excludedRecordTypes: z.array(z.string()).default([]),
  /** Cost Explorer requests made for this, and what they cost in USD. */
  requests: z.number().int().default(0),
  requestsCostUsd: z.string().default('0'),
  /** The amortised metric in `netAmortised`: net of discounts, or plain where the account has no net one. */
  metric: z.enum(['NetAmortizedCost', 'AmortizedCost']).optional(),
  /** Net amortised: the median of the complete months, the last one, and the last one brought to 30 days. */
  typicalMonth: z.object({ median: z.string(), last: z.string(), per30Days: z.string() }).optional(),
  /** By the value of one active cost-allocation tag; `value` is empty for what carries no tag. */
  byTag: z.object({ key: z.string(), values: z.array(z.object({ value: z.string(), months: z.array(MonthlyAmount) })) }).optional(),
  reason: z.string().optional(),
  notes: z.array(z.string()).default([]),
});
export type Cost = z.infer<typeof Cost>;

/**
 * How one dimension of a resource moved with the load of a balancer: an ordinary least squares line over the window's
 * 5-minute periods, with what a prediction interval needs. The series itself is not stored.
 */
export const Correlation = z.object({
  /** The balancer whose requests are the load, and the metric that counts them. */
  loadId: z.string(),
  loadMetric: z.string(),
  loadUnit: z.string(),
  resourceId: z.string(),
  metric: z.string(),
  stat: z.string(),
  unit: z.string(),
  /** `unit` per `loadUnit`. */
  slope: z.number(),
  intercept: z.number(),
  /** Standard deviation of the residuals, with n - 2 degrees of freedom, in `unit`. */
  residualSd: z.number(),
  /** Share of the variance that the line explains, 0 to 1. */
  r2: z.number(),
  /** Periods in which both were measured. */
  n: z.number().int(),
  meanLoad: z.number(),
  /** Sum of squared deviations of the load from its mean. */
  loadSumOfSquares: z.number(),
  minLoad: z.number(),
  /** The highest load among those periods. */
  peakLoad: z.number(),
  window: Window.extend({ periodSec: z.number().int() }),
});
export type Correlation = z.infer<typeof Correlation>;

/** One dimension of a right-sizing: what was measured, what must be there with headroom, and how risky today's size is. */
export const SizedDimension = z.object({
  dimension: z.enum(['cpu', 'memory', 'network']),
  /** The figure leaned on, in percent of the capacity (network: bytes per second); null where it is not known. */
  measured: z.number().nullable(),
  stat: z.string(),
  coverage: z.number().min(0).max(1),
  /** What there is today, in `unit`. */
  provisioned: z.number().nullable(),
  /** What must be there: measured use with headroom, in `unit`. */
  required: z.number().nullable(),
  unit: z.enum(['vCPU', 'MiB', 'B/s']),
  risk: z.enum(['low', 'medium', 'high', 'unknown']),
  reason: z.string().optional(),
});
export type SizedDimension = z.infer<typeof SizedDimension>;

export const RightSizing = z.object({
  /** An instance id, or the name of an Auto Scaling group (then the figures are per instance of the group). */
  resourceId: z.string(),
  instanceType: z.string().optional(),
  verdict: z.enum(['over', 'under', 'fits', 'unknown']),
  /** The largest risk of the dimensions that are known. */
  risk: z.enum(['low', 'medium', 'high', 'unknown']),
  limitedBy: z.string().optional(),
  /** The percentile of the 5-minute maxima, and the headroom in percent of the capacity. */
  method: z.object({ percentile: z.number(), headroomPercent: z.object({ cpu: z.number(), memory: z.number() }) }),
  dimensions: z.array(SizedDimension),
  /** T family: what the credits say of the CPU figure. */
  credits: z.object({
    mode: z.enum(['standard', 'unlimited', 'unknown']),
    minimumBalance: z.number().nullable(),
    surplusCharged: z.number().nullable(),
    throttled: z.boolean().nullable(),
  }).optional(),
  graviton: z.object({ suitability: z.enum(['already', 'likely', 'unlikely', 'unknown']), reasons: z.array(z.string()) }),
  reason: z.string().optional(),
});
export type RightSizing = z.infer<typeof RightSizing>;

/** A priced line of the inventory: the list-price model, an estimate and never a bill. */
export const PricedLine = z.object({
  resourceId: z.string(),
  kind: z.string(),
  region: z.string(),
  /** What is priced: `t3.medium Linux on demand`, `gp2 storage`. */
  item: z.string(),
  quantity: z.string(),
  unit: z.string(),
  /** Null where no price is known; then `reason` says why. */
  unitPrice: z.string().nullable(),
  monthly: z.string().nullable(),
  priceSource: z.enum(['price-list', 'table', 'none']),
  /** The day that the price speaks for. */
  priceDate: z.string().optional(),
  /** The price is older than 12 months. */
  stale: z.boolean().default(false),
  reason: z.string().optional(),
});
export type PricedLine = z.infer<typeof PricedLine>;

export const ListPriceModel = z.object({
  currency: z.string(),
  hoursPerMonth: z.number(),
  lines: z.array(PricedLine),
  /** Sum of the lines that have a price; `unpriced` counts the others. */
  monthly: z.string(),
  unpriced: z.number().int(),
  stale: z.boolean(),
  notes: z.array(z.string()).default([]),
});
export type ListPriceModel = z.infer<typeof ListPriceModel>;

/** The bill beside the model, by category, in one currency. */
export const CostReconciliation = z.object({
  month: z.string(),
  currency: z.string(),
  rows: z.array(z.object({ category: z.string(), billed: z.string(), modelled: z.string(), difference: z.string() })),
  billed: z.string(),
  modelled: z.string(),
  difference: z.string(),
  notes: z.array(z.string()).default([]),
});
export type CostReconciliation = z.infer<typeof CostReconciliation>;

/** What a workload costs in a month, and where each part of the figure comes from. */
export const WorkloadCost = z.object({
  workloadId: z.string(),
  currency: z.string(),
  /** Null where no part is known. */
  monthly: z.string().nullable(),
  basis: z.enum(['tag', 'instance-usage', 'none']),
  direct: z.string(),
  shared: z.string(),
  /** How shared costs were spread: `instance cost`, `requests`. */
  sharedKey: z.string().optional(),
  requestsPerMonth: z.number().nullable(),
  perMillionRequests: z.string().nullable(),
  notes: z.array(z.string()).default([]),
});
export type WorkloadCost = z.infer<typeof WorkloadCost>;

export const Baseline = z.object({
  window: Window.optional(),
  utilisation: z.array(UtilisationFigure).default([]),
  series: z.array(UtilisationSeries).default([]),
  correlations: z.array(Correlation).optional(),
  rightSizing: z.array(RightSizing).optional(),
  /** GetMetricData and ListMetrics requests made for this, the metrics asked for, and their list price. */
  metricRequests: z.object({ calls: z.number().int(), metrics: z.number().int(), priceUsd: z.string() }).optional(),
  cost: Cost.optional(),
  /** One entry per account where the estate has several; amounts of different currencies stand apart. */
  costByAccount: z.array(z.object({ account: z.string(), cost: Cost })).optional(),
  listPrice: ListPriceModel.optional(),
  reconciliation: CostReconciliation.optional(),
  workloadCosts: z.array(WorkloadCost).optional(),
});
export type Baseline = z.infer<typeof Baseline>;
