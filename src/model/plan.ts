import * as z from 'zod';
import { Evidence } from './evidence.ts';
import { PhaseId } from './phase.ts';

/** A statement that a later run can test against the live account. */
export const Check = z.object({
  text: z.string(),
  /** `rule-passes`: no failing finding of this rule for these resources. */
  kind: z.enum(['rule-passes', 'manual']),
  ruleId: z.string().optional(),
  resourceIds: z.array(z.string()).default([]),
});
export type Check = z.infer<typeof Check>;

export const PlanStep = z.object({
  id: z.string(),
  title: z.string(),
  why: z.string(),
  preconditions: z.array(z.string()),
  actions: z.array(z.string()),
  checks: z.array(Check),
  rollback: z.string(),
  /** Person-days, low and high. */
  effortDays: z.object({ low: z.number(), high: z.number() }),
  interrupts: z.enum(['no', 'brief', 'yes']),
  /** `<rule id> <resource id>` of each finding that the step closes. */
  closes: z.array(z.object({ ruleId: z.string(), resourceId: z.string() })),
});
export type PlanStep = z.infer<typeof PlanStep>;

export const PlanPhase = z.object({ id: PhaseId, title: z.string(), goal: z.string(), steps: z.array(PlanStep) });
export type PlanPhase = z.infer<typeof PlanPhase>;

/** One target architecture held against one workload. */
export const Candidate = z.object({
  blueprint: z.string(),
  workloadId: z.string(),
  readiness: z.enum(['ready', 'conditional', 'not-ready', 'unknown']),
  gates: z.array(z.object({ id: z.string(), outcome: z.enum(['pass', 'fail', 'unknown']), evidence: z.array(Evidence) })),
  score: z.record(z.string(), z.number()),
  monthlyCostUsd: z.object({ low: z.string(), high: z.string() }).nullable(),
  wouldChange: z.array(z.string()),
});
export type Candidate = z.infer<typeof Candidate>;

export const Plan = z.object({
  target: z.object({ summary: z.string(), services: z.array(z.string()) }),
  phases: z.array(PlanPhase),
});
export type Plan = z.infer<typeof Plan>;
