import type { Check, Finding, PlanStep } from '../model/index.ts';
import { effortOf } from './effort.ts';
import type { Theme } from './themes.ts';

const INTERRUPTION = ['no', 'brief', 'yes'] as const;

/** The step that closes these findings, all of one theme: what to do per rule, and a check per rule that a later run can make. */
export function stepOfTheme(theme: Theme, findings: readonly Finding[]): PlanStep {
  const byRule = [...Map.groupBy(findings, (finding) => finding.ruleId)].toSorted(([a], [b]) => a.localeCompare(b));
  const resources = new Set(findings.map((finding) => finding.resourceId)).size;
  return {
    id: theme.id,
    title: theme.title,
    why: theme.why,
    preconditions: [...theme.preconditions],
    actions: byRule.flatMap(([, [finding]]) => (finding ? [actionOf(finding)] : [])),
    checks: byRule.map(([ruleId, of]): Check => ({
      text: of[0]?.title ?? ruleId,
      kind: 'rule-passes',
      ruleId,
      resourceIds: of.map((finding) => finding.resourceId),
    })),
    rollback: theme.rollback,
    effortDays: effortOf(theme.effort, resources),
    interrupts: INTERRUPTION[Math.max(...findings.map((finding) => INTERRUPTION.indexOf(finding.remediation.interrupts)))] ?? 'no',
    closes: findings.map((finding) => ({ ruleId: finding.ruleId, resourceId: finding.resourceId })),
  };
}

function actionOf(finding: Finding): string {
  const { summary, command } = finding.remediation;
  return command === undefined ? summary : `${summary} — ${command}`;
}
