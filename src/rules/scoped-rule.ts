import type { Completeness, Evidence, Finding, Kind, Scope } from '../model/index.ts';
import { contextOf, type RunInputs } from './context.ts';
import type { AnyRule, Judgement } from './rule.ts';
import { scopeId, type SubjectEntry } from './subjects.ts';
import { Verdicts } from './verdicts.ts';

/** How the reason of a finding begins whose rule threw: count these with `failedRules`. */
export const RULE_FAILED = 'rule failed on this resource: ';

const NO_EVIDENCE: readonly Evidence[] = Object.freeze([]);

/** One rule in one scope: knows how complete its inputs are there, and turns its judgements into findings. */
export class ScopedRule {
  readonly #rule: AnyRule;
  readonly #scope: Scope;
  readonly #tell: (finding: Finding) => void;
  readonly #verdicts: Verdicts;
  readonly #judgeSubject: (subject: unknown) => Judgement;
  /** The verdict on every subject, where a need is missing. */
  readonly #unanswered: Judgement | undefined;
  /** Why the inputs are incomplete, where they are. */
  readonly #partial: string | undefined;

  constructor(rule: AnyRule, scope: Scope, inputs: RunInputs, tell: (finding: Finding) => void) {
    this.#rule = rule;
    this.#scope = scope;
    this.#tell = tell;
    this.#verdicts = new Verdicts((entry, judgement) => tell(findingOf(rule, scope, entry, judgement)));
    const context = contextOf(rule, scope, inputs);
    // The registry checked what `judge` takes against the declaration; here only the pairing of subject and rule is left.
    const judge = rule.judge.bind(rule) as (subject: unknown, context: unknown) => Judgement;
    this.#judgeSubject = (subject) => judge(subject, context);

    const completeness = (kind: Kind): Completeness => inputs.index.completeness(scope, kind);
    const needs = rule.needs.map(completeness);
    const missing = reasonsOf(needs, 'missing');
    this.#unanswered = missing === undefined ? undefined : { outcome: 'unknown', evidence: NO_EVIDENCE, reason: missing };
    this.#partial = reasonsOf(needs, 'partial');
    const listing = rule.subject === 'scope' ? undefined : completeness(rule.subject === 'workload' ? 'instance' : rule.subject);
    if (listing && listing.state !== 'complete') {
      const unlisted = { subject: scope, resourceId: scopeId(scope), resourceName: undefined };
      tell(findingOf(rule, scope, unlisted, { outcome: 'unknown', evidence: NO_EVIDENCE, reason: `${rule.subject} resources are not all known: ${listing.reason}` }));
    }
  }

  judge(entry: SubjectEntry): void {
    if (this.#unanswered) {
      this.#verdicts.add(entry, this.#unanswered);
      return;
    }
    let judgement: Judgement;
    try {
      judgement = this.#judgeSubject(entry.subject);
    } catch (error) {
      judgement = { outcome: 'unknown', evidence: NO_EVIDENCE, reason: `${RULE_FAILED}${error instanceof Error ? error.message : String(error)}` };
    }
    this.#verdicts.add(entry, this.#partial === undefined ? judgement : tempered(judgement, this.#partial));
  }

  /** After the last subject: tells what was kept back to be counted. */
  close(): void {
    for (const { outcome, total, judgement } of this.#verdicts.counted()) {
      const together = { subject: this.#scope, resourceId: `${scopeId(this.#scope)}/${this.#rule.subject}/${outcome}`, resourceName: undefined };
      this.#tell({ ...findingOf(this.#rule, this.#scope, together, judgement), count: total });
    }
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
