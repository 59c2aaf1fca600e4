import type {
  Baseline, Benchmark, Completeness, Control, Evidence, Insight, Kind, PhaseId, Remediation, ResourceOf, Scope, Severity,
} from '../model/index.ts';

/** What a rule is judged on: every resource of a kind, every workload, or each account and region as a whole. */
export type Subject = Kind | 'workload' | 'scope';
export type SubjectOf<S extends Subject> = S extends Kind ? ResourceOf<S> : S extends 'workload' ? Insight['workloads'][number] : Scope;

/** One verdict. Gather evidence first, give it once. */
export interface Judgement {
  readonly outcome: 'pass' | 'fail' | 'unknown' | 'not-applicable';
  readonly evidence: readonly Evidence[];
  /** Only where this case weighs differently from the rule's own severity. */
  readonly severity?: Severity;
  /** Required of `unknown` and `not-applicable`: why. */
  readonly reason?: string;
  /**
   * True where a fail or a not-applicable was concluded from something not being there. With incomplete inputs it becomes
   * unknown, as every pass does; what something shows stands.
   */
  readonly fromAbsence?: boolean;
}

/** A limit with its unit and where it comes from; settings may change the value, findings print it. */
export interface Threshold {
  readonly value: number;
  readonly unit: string;
  readonly source: string;
}

/** What a rule may ask. It is handed the kinds that it declared and no others. */
export interface RuleContext<K extends Kind> {
  /** The instant of the run. Rules never read the clock. */
  readonly now: Date;
  readonly scope: Scope;
  readonly insight: InsightIndex;
  readonly baseline: Baseline;
  readonly benchmark: Benchmark | undefined;
  list<N extends K>(kind: N): readonly ResourceOf<N>[];
  get<N extends K>(kind: N, id: string): ResourceOf<N> | undefined;
  /** See `EstateIndex.where`: `keyName` must be unique to the key function. */
  where<N extends K>(kind: N, keyName: string, keysOf: (resource: ResourceOf<N>) => readonly (string | undefined)[], value: string): readonly ResourceOf<N>[];
  /** For the kinds of `wants`: whether what `list` gives is everything. */
  completeness(kind: K): Completeness;
  threshold(name: string): number;
}

/** Insight by resource, each map built once. */
export interface InsightIndex {
  readonly all: Insight;
  exposuresOf(resourceId: string): Insight['exposures'];
  exposuresOfInterface(networkInterfaceId: string): Insight['exposures'];
  componentsOf(resourceId: string): Insight['components'];
  bootOf(resourceId: string): Insight['boot'][number] | undefined;
  workloadOf(instanceId: string): Insight['workloads'][number] | undefined;
  figuresOf(resourceId: string): Baseline['utilisation'];
  /** Whether the subnet's effective route table makes it public. */
  subnetKindOf(subnetId: string): Insight['subnets'][number] | undefined;
}

/**
 * One judgement that matters to a migration. The runner turns a `need` that was not collected into `unknown`, so `judge`
 * sees only whole inputs; a `want` may be missing, and `judge` asks `completeness` before it leans on it.
 */
export interface Rule<S extends Subject = Subject, N extends Kind = Kind, W extends Kind = Kind> {
  /** Kebab-case, equal to the file's name. */
  readonly id: string;
  /** The id in the catalogue: `X01`. */
  readonly code: string;
  /** States the passing case: "Admin ports are closed to the internet". */
  readonly title: string;
  readonly severity: Severity;
  readonly subject: S;
  readonly needs: readonly N[];
  readonly wants?: readonly W[];
  readonly controls: readonly Control[];
  /** Why it matters to a migration, one or two sentences. */
  readonly why: string;
  readonly remediation: Remediation;
  readonly phase: PhaseId;
  /** Where the judgement and its thresholds come from: URLs or document titles. */
  readonly sources: readonly string[];
  readonly thresholds?: Readonly<Record<string, Threshold>>;
  judge(subject: SubjectOf<S>, context: RuleContext<N | W | (S extends Kind ? S : never)>): Judgement;
}

/** A rule as the registry holds it: what `judge` takes is checked where it is defined, by `defineRule`. */
export type AnyRule = Omit<Rule, 'judge'> & { judge(subject: never, context: RuleContext<never>): Judgement };

/** Checks a rule's declaration against its `judge`, and keeps both. */
export function defineRule<const S extends Subject, const N extends Kind = never, const W extends Kind = never>(rule: Rule<S, N, W>): Rule<S, N, W> {
  return rule;
}

const NO_EVIDENCE: readonly Evidence[] = Object.freeze([]);
const PASS: Judgement = Object.freeze({ outcome: 'pass', evidence: NO_EVIDENCE });

/** The claim holds. Most subjects of a large estate pass for a reason that the title states: they share one verdict. */
export function pass(...evidence: readonly Evidence[]): Judgement {
  return evidence.length === 0 ? PASS : { outcome: 'pass', evidence };
}

/** The claim does not hold, as the evidence shows. */
export function fail(...evidence: readonly Evidence[]): Judgement {
  return { outcome: 'fail', evidence };
}

/** A datum that would decide is missing: the reason names it. */
export function undecided(reason: string, ...evidence: readonly Evidence[]): Judgement {
  return { outcome: 'unknown', evidence, reason };
}

/** The claim says nothing on this subject. */
export function notApplicable(reason: string): Judgement {
  return { outcome: 'not-applicable', evidence: NO_EVIDENCE, reason };
}
