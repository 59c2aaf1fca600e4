import { KINDS, type Control, type PhaseId, type Remediation, type Severity } from '../model/index.ts';
import type { AnyRule, Threshold } from './rule.ts';
import { findRule } from './select.ts';

/** A rule as the list shows it. */
export interface RuleSummary {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly severity: Severity;
  readonly phase: PhaseId;
}

/** All that a rule says of itself. */
export interface RuleExplanation extends RuleSummary {
  readonly why: string;
  /** What it is judged on: a kind of resource, `workload`, or `scope` (an account and region). */
  readonly subject: string;
  /** Without these it is unknown; with the IAM action that reads each. */
  readonly needs: readonly { readonly kind: string; readonly action: string }[];
  readonly wants: readonly { readonly kind: string; readonly action: string }[];
  readonly thresholds: Readonly<Record<string, Threshold>>;
  readonly remediation: Remediation;
  readonly controls: readonly Control[];
  readonly sources: readonly string[];
}

/**
 * One rule, or all of them: the same as data and in words.
 * @param name an id or code, in any case; all rules where it is left out
 * @throws MonolensError (usage) for a rule that does not exist, with the nearest names
 */
export function explainRules(rules: readonly AnyRule[], name?: string): { readonly data: RuleExplanation | readonly RuleSummary[]; readonly text: string } {
  if (name === undefined) {
    const data = rules.map(summaryOf).sort((a, b) => (a.code < b.code ? -1 : 1));
    return { data, text: listText(data) };
  }
  const data = explanationOf(findRule(rules, name));
  return { data, text: explanationText(data) };
}

function summaryOf(rule: AnyRule): RuleSummary {
  return { id: rule.id, code: rule.code, title: rule.title, severity: rule.severity, phase: rule.phase };
}

function explanationOf(rule: AnyRule): RuleExplanation {
  const action = (kind: keyof typeof KINDS) => ({ kind, action: KINDS[kind].action });
  const subject = rule.subject === 'scope' || rule.subject === 'workload' ? [] : [action(rule.subject)];
  return {
    ...summaryOf(rule),
    why: rule.why,
    subject: rule.subject,
    needs: [...subject, ...rule.needs.map(action)],
    wants: (rule.wants ?? []).map(action),
    thresholds: rule.thresholds ?? {},
    remediation: rule.remediation,
    controls: rule.controls,
    sources: rule.sources,
  };
}

function listText(rules: readonly RuleSummary[]): string {
  const code = Math.max(...rules.map((rule) => rule.code.length));
  const id = Math.max(...rules.map((rule) => rule.id.length));
  return `${rules.map((rule) => `${rule.code.padEnd(code)}  ${rule.id.padEnd(id)}  ${rule.severity.padEnd('critical'.length)}  ${rule.title}`).join('\n')}\n`;
}

const INTERRUPTS = { no: 'does not interrupt service', brief: 'interrupts service briefly', yes: 'interrupts service' } as const;

function explanationText(rule: RuleExplanation): string {
  const frameworks = Map.groupBy(rule.controls, (control) => control.framework);
  const sections: readonly (readonly [heading: string, lines: readonly string[]])[] = [
    ['Why it matters to a migration', [rule.why]],
    ['Looks at', [
      `${rule.subject === 'scope' ? 'each account and region' : `each ${rule.subject}`}; severity ${rule.severity}, removed in the phase ${rule.phase}`,
      ...(rule.needs.length > 0 ? [`needs ${rule.needs.map((need) => need.action).join(', ')}; without them the result is unknown`] : []),
      ...(rule.wants.length > 0 ? [`also reads ${rule.wants.map((want) => want.action).join(', ')}`] : []),
    ]],
    ['Thresholds', Object.entries(rule.thresholds).map(([name, threshold]) => `${name}: ${threshold.value} ${threshold.unit} (${threshold.source})`)],
    ['What to do', [
      rule.remediation.summary,
      ...(rule.remediation.command === undefined ? [] : [rule.remediation.command]),
      `Cost: ${rule.remediation.cost}`,
      `It ${INTERRUPTS[rule.remediation.interrupts]}.`,
    ]],
    ['Controls', [...frameworks].map(([framework, controls]) => `${framework}: ${controls.map((control) => control.id).join(', ')}`)],
    ['Sources', rule.sources],
  ];
  const body = sections.filter(([, lines]) => lines.length > 0).map(([heading, lines]) => `${heading}\n${lines.map((line) => `  ${line}`).join('\n')}`);
  return `${rule.code} ${rule.id}\n${rule.title}\n\n${body.join('\n\n')}\n`;
}
