import { EstateIndex, type Baseline, type Benchmark, type Estate, type Finding, type Insight, type Settings, type Severity } from '../model/index.ts';
import type { RunInputs } from './context.ts';
import { indexInsight } from './insight-index.ts';
import type { AnyRule } from './rule.ts';
import { RULE_FAILED, ScopedRule } from './scoped-rule.ts';
import { selectRules } from './select.ts';
import { order, Subjects, type SubjectEntry } from './subjects.ts';

export interface JudgeInput {
  readonly estate: Estate;
  readonly insight: Insight;
  readonly baseline: Baseline;
  readonly benchmark?: Benchmark | undefined;
  readonly settings: Settings;
  /** The instant that ages are measured against. */
  readonly now: Date;
}

const SEVERITIES: readonly Severity[] = ['critical', 'high', 'medium', 'low', 'info'];
/** Subjects that are judged by every rule before the next ones are. */
const CHUNK = 128;

/**
 * Judges an estate by `rules`: a finding per rule and subject, ordered by severity, rule id, resource id.
 *
 * - A need that was not collected makes every subject's finding `unknown`, with the IAM action that would have answered.
 * - A subject kind that was not listed at all makes one `unknown` finding for its account and region.
 * - A need or subject that was collected in part turns a pass, and a verdict concluded from absence, into `unknown`; what
 *   something shows stands. One more `unknown` speaks for the subjects that are not there.
 * - More than a thousand subjects of a rule that pass, do not apply or are unknown in one scope are counted in one finding; every
 *   fail has its own.
 * - A rule that throws makes an `unknown` finding that says so.
 *
 * Passing findings share their evidence, and every finding of a rule shares its controls and remediation: do not change them.
 * @throws MonolensError (usage) when the settings name a rule or threshold that does not exist.
 */
export function runRules(rules: readonly AnyRule[], input: JudgeInput): Finding[] {
  const index = new EstateIndex(input.estate);
  const inputs: RunInputs = { ...input, index, insightIndex: indexInsight(input.insight, input.baseline) };
  const subjects = new Subjects(index, input.insight);
  const chosen = selectRules(rules, input.settings);
  const foundBy = new Map<AnyRule, Finding[]>(chosen.map((rule) => [rule, []]));
  for (const [subject, sharing] of Map.groupBy(chosen, (rule) => rule.subject)) {
    for (const scope of subjects.scopes(subject)) {
      const judges = sharing.map((rule) => new ScopedRule(rule, scope, inputs, (finding) => foundBy.get(rule)?.push(finding)));
      judgeAll(judges, subjects.in(scope, subject));
    }
  }
  return inOrder([...foundBy.values()]);
}

/** Every rule on a handful of subjects before the next: what they ask of the same subjects is then still at hand. */
function judgeAll(judges: readonly ScopedRule[], entries: readonly SubjectEntry[]): void {
  for (let start = 0; start < entries.length; start += CHUNK) {
    const end = Math.min(start + CHUNK, entries.length);
    for (const judge of judges) {
      for (let i = start; i < end; i++) {
        const entry = entries[i];
        if (entry) judge.judge(entry);
      }
    }
  }
  for (const judge of judges) judge.close();
}

/** By severity, rule (as the lists come), resource. Subjects come in the order of their ids, so each sort is one pass over sorted runs. */
function inOrder(lists: readonly Finding[][]): Finding[] {
  const bySeverity = new Map<Severity, Finding[]>(SEVERITIES.map((severity) => [severity, []]));
  for (const found of lists) {
    for (const finding of found.sort((a, b) => order(a.resourceId, b.resourceId))) bySeverity.get(finding.severity)?.push(finding);
  }
  return SEVERITIES.flatMap((severity) => bySeverity.get(severity) ?? []);
}

/** How many judgements ended in an exception: a fault of the rule, not of the estate. */
export function failedRules(findings: readonly Finding[]): number {
  return findings.filter((finding) => finding.reason?.startsWith(RULE_FAILED) === true).length;
}
