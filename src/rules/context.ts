import { MonolensError } from '../errors.ts';
import type { Baseline, Benchmark, Completeness, EstateIndex, Kind, Scope, Settings } from '../model/index.ts';
import type { AnyRule, InsightIndex, RuleContext } from './rule.ts';

/** What one run of the rules has in common. */
export interface RunInputs {
  readonly index: EstateIndex;
  readonly insightIndex: InsightIndex;
  readonly baseline: Baseline;
  readonly benchmark?: Benchmark | undefined;
  readonly settings: Settings;
  readonly now: Date;
}

/** What a rule may ask in one scope: the kinds that it declared, and no others. */
export function contextOf(rule: AnyRule, scope: Scope, inputs: RunInputs): RuleContext<Kind> {
  const { index } = inputs;
  const declared = new Set<string>([...rule.needs, ...(rule.wants ?? []), rule.subject]);
  const allowed = (kind: Kind): void => {
    if (!declared.has(kind)) throw new Error(`${rule.id} asks for ${kind}, which it does not declare`);
  };
  const completeness = new Map<Kind, Completeness>();
  const overrides = inputs.settings.thresholds[rule.id] ?? inputs.settings.thresholds[rule.code];
  return {
    now: inputs.now,
    scope,
    insight: inputs.insightIndex,
    baseline: inputs.baseline,
    benchmark: inputs.benchmark,
    list(kind) {
      allowed(kind);
      return index.list(scope, kind);
    },
    get(kind, id) {
      allowed(kind);
      return index.get(scope, kind, id);
    },
    where(kind, keyName, keysOf, value) {
      allowed(kind);
      return index.where(scope, kind, keyName, keysOf, value);
    },
    completeness(kind) {
      allowed(kind);
      let known = completeness.get(kind);
      if (!known) completeness.set(kind, (known = index.completeness(scope, kind)));
      return known;
    },
    threshold(name) {
      const threshold = rule.thresholds?.[name];
      if (!threshold) throw new MonolensError({ code: 'THRESHOLD_UNKNOWN', exit: 'unexpected', what: `${rule.id} has no threshold ${name}` });
      return overrides?.[name] ?? threshold.value;
    },
  };
}
