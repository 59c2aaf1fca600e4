import * as z from 'zod';
import { Evidence } from './evidence.ts';
import { PhaseId } from './phase.ts';

export const Severity = z.enum(['critical', 'high', 'medium', 'low', 'info']);
export type Severity = z.infer<typeof Severity>;

export const Outcome = z.enum(['pass', 'fail', 'unknown', 'not-applicable', 'muted']);
export type Outcome = z.infer<typeof Outcome>;

/** A control of somebody else's catalogue that the rule answers to. */
export const Control = z.object({
  /** `Security Hub`, `CIS AWS Foundations 7.0.0`, `Well-Architected`, `Twelve-Factor`. */
  framework: z.string(),
  id: z.string(),
});
export type Control = z.infer<typeof Control>;

export const Remediation = z.object({
  /** What to do, one sentence. */
  summary: z.string(),
  /** The exact AWS CLI command, with `<placeholders>` in angle brackets; or the console path. */
  command: z.string().optional(),
  /** What removing it costs: money and work, in words. */
  cost: z.string(),
  /** Whether doing so interrupts service. */
  interrupts: z.enum(['no', 'brief', 'yes']),
});
export type Remediation = z.infer<typeof Remediation>;

export const Finding = z.object({
  ruleId: z.string(),
  /**
   * The ARN where AWS gives one, else the id; for resources that could not be listed, `<account>/<region>`; for resources that are
   * counted together, `<account>/<region>/<kind>/<outcome>`.
   */
  resourceId: z.string(),
  resourceName: z.string().optional(),
  kind: z.string(),
  /** How many resources the finding speaks for, where it counts them together. */
  count: z.number().int().optional(),
  account: z.string(),
  region: z.string(),
  outcome: Outcome,
  severity: Severity,
  title: z.string(),
  evidence: z.array(Evidence),
  /** Why the outcome is `unknown` or `not-applicable`, and the IAM action that would have answered. */
  reason: z.string().optional(),
  remediation: Remediation,
  controls: z.array(Control),
  phase: PhaseId,
  /** Of a muted finding: who, why and until when. */
  mute: z.object({ by: z.string(), reason: z.string(), expires: z.string() }).optional(),
});
export type Finding = z.infer<typeof Finding>;
