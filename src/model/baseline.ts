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
  reason: z.string().optional(),
  notes: z.array(z.string()).default([]),
});
export type Cost = z.infer<typeof Cost>;

export const Baseline = z.object({
  window: Window.optional(),
  utilisation: z.array(UtilisationFigure).default([]),
  series: z.array(UtilisationSeries).default([]),
  cost: Cost.optional(),
});
export type Baseline = z.infer<typeof Baseline>;
