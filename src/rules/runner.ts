import {
  EstateIndex, type Baseline, type Benchmark, type Completeness, type Estate, type Evidence, type Finding, type Insight, type Kind, type Scope,
  type Settings, type Severity,
} from '../model/index.ts';
import { contextOf, type RunInputs } from './context.ts';
import { indexInsight } from './insight-index.ts';
import type { AnyRule, Judgement } from './rule.ts';
import { selectRules } from './select.ts';
import { order, scopeId, Subjects, type SubjectEntry } from './subjects.ts';
import { Verdicts } from './verdicts.ts';

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
const NO_EVIDENCE: readonly Evidence[] = Object.freeze([]);
/** How the reason of a finding begins whose rule threw: count these with `failedRules`. */
const RULE_FAILED = 'rule failed on this resource: ';

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
  const bySeverity = new Map<Severity, Finding[]>(SEVERITIES.map((severity) => [severity, []]));
  for (const rule of selectRules(rules, input.settings)) {
    const found: Finding[] = [];
    for (const scope of subjects.scopes(rule.subject)) judgeScope(rule, scope, subjects, inputs, found);
    // Subjects come in the order of their ids, so this is one pass over sorted runs.
    found.sort((a, b) => order(a.resourceId, b.resourceId));
    for (const finding of found) bySeverity.get(finding.severity)?.push(finding);
  }
  return SEVERITIES.flatMap((severity) => bySeverity.get(severity) ?? []);
}

/** How many judgements ended in an exception: a fault of the rule, not of the estate. */
export function failedRules(findings: readonly Finding[]): number {
  return findings.filter((finding) => finding.reason?.startsWith(RULE_FAILED) === true).length;
}

function judgeScope(rule: AnyRule, scope: Scope, subjects: Subjects, inputs: RunInputs, found: Finding[]): void {
  const completeness = (kind: Kind): Completeness => inputs.index.completeness(scope, kind);
  const listing = rule.subject === 'scope' ? undefined : completeness(rule.subject === 'workload' ? 'instance' : rule.subject);
  if (listing && listing.state !== 'complete') {
    const reason = `${rule.subject} resources are not all known: ${listing.reason}`;
    found.push(findingOf(rule, scope, { subject: scope, resourceId: scopeId(scope), resourceName: undefined }, { outcome: 'unknown', evidence: NO_EVIDENCE, reason }));
  }
  const entries = subjects.in(scope, rule.subject);
  if (entries.length === 0) return;

  const verdicts = new Verdicts((entry, judgement) => found.push(findingOf(rule, scope, entry, judgement)));
  const needs = rule.needs.map(completeness);
  const missing = reasonsOf(needs, 'missing');
  if (missing !== undefined) {
    const judgement: Judgement = { outcome: 'unknown', evidence: NO_EVIDENCE, reason: missing };
    for (const entry of entries) verdicts.add(entry, judgement);
    tellCounted(rule, scope, verdicts, found);
    return;
  }
  const partial = reasonsOf(needs, 'partial');
  const context = contextOf(rule, scope, inputs);
  // The registry checked what `judge` takes against the declaration; here only the pairing of subject and rule is left.
  const judgeSubject = rule.judge.bind(rule) as (subject: unknown, context: unknown) => Judgement;
  for (const entry of entries) {
    let judgement: Judgement;
    try {
      judgement = judgeSubject(entry.subject, context);
    } catch (error) {
      judgement = { outcome: 'unknown', evidence: NO_EVIDENCE, reason: `${RULE_FAILED}${error instanceof Error ? error.message : String(error)}` };
    }
    verdicts.add(entry, partial === undefined ? judgement : tempered(judgement, partial));
  }
  tellCounted(rule, scope, verdicts, found);
}

function tellCounted(rule: AnyRule, scope: Scope, verdicts: Verdicts, found: Finding[]): void {
  for (const { outcome, total, judgement } of verdicts.counted()) {
    const together = { subject: scope, resourceId: `${scopeId(scope)}/${rule.subject}/${outcome}`, resourceName: undefined };
    found.push({ ...findingOf(rule, scope, together, judgement), count: total });
  }
}

/** What stands of a verdict that was given on incomplete inputs. */
function tempered(judgement: Judgement, reason: string): Judgement {
  const fromWhatIsNotThere = judgement.outcome === 'pass' || judgement.fromAbsence === true;
  return fromWhatIsNotThere && judgement.outcome !== 'unknown' ? { outcome: 'unknown', evidence: judgement.evidence, reason } : judgement;
}

function reasonsOf(needs: readonly Completeness[], state: 'missing' | 'partial'): string | undefined {
  const reasons = new Set<string>();
  for (const need of needs) if (need.state === state) reasons.add(need.reason);
  return reasons.size > 0 ? [...reasons].join('; ') : undefined;
}

/** A literal of one shape, then the fields that only some findings have: spreading would cost more than the rule. */
function findingOf(rule: AnyRule, scope: Scope, entry: SubjectEntry, judgement: Judgement): Finding {
  const finding: Finding = {
    ruleId: rule.id,
    resourceId: entry.resourceId,
    kind: rule.subject,
    account: scope.account,
    region: scope.region,
    outcome: judgement.outcome,
    severity: judgement.severity ?? rule.severity,
    title: rule.title,
    // Shared, and frozen where the runner or the rule made it so: findings are read, never changed.
    evidence: judgement.evidence as Evidence[],
    remediation: rule.remediation,
    controls: rule.controls as Finding['controls'],
    phase: rule.phase,
  };
  if (entry.resourceName !== undefined) finding.resourceName = entry.resourceName;
  if (judgement.reason !== undefined) finding.reason = judgement.reason;
  return finding;
}
