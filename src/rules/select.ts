import { MonolensError } from '../errors.ts';
import type { Settings } from '../model/index.ts';
import { nearestNames } from './nearest-name.ts';
import type { AnyRule } from './rule.ts';

/**
 * The rules that the settings ask for, by id: `rules` (empty: all) without `excludeRules`. Ids and catalogue codes both name a rule, in any case.
 * @throws MonolensError (usage) for a rule or threshold that does not exist: a typing error must not read as a clean result.
 */
export function selectRules(rules: readonly AnyRule[], settings: Settings): readonly AnyRule[] {
  const only = new Set(settings.rules.map((name) => findRule(rules, name).id));
  const excluded = new Set(settings.excludeRules.map((name) => findRule(rules, name).id));
  for (const [name, thresholds] of Object.entries(settings.thresholds)) {
    const rule = findRule(rules, name);
    for (const threshold of Object.keys(thresholds)) {
      if (rule.thresholds?.[threshold]) continue;
      const known = Object.keys(rule.thresholds ?? {});
      throw new MonolensError({
        code: 'THRESHOLD_UNKNOWN', exit: 'usage',
        what: `The rule ${rule.id} has no threshold named ${threshold}.`,
        why: known.length > 0 ? `Its thresholds are ${known.join(', ')}.` : 'It has no thresholds.',
        next: `monolens explain ${rule.id}`,
      });
    }
  }
  return rules
    .filter((rule) => (only.size === 0 || only.has(rule.id)) && !excluded.has(rule.id))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The rule of an id or catalogue code, in any case. @throws MonolensError (usage) that offers the nearest names. */
export function findRule(rules: readonly AnyRule[], name: string): AnyRule {
  const wanted = name.trim().toLowerCase();
  const rule = rules.find((candidate) => candidate.id === wanted || candidate.code.toLowerCase() === wanted);
  if (rule) return rule;
  const near = nearestNames(wanted, rules.map((candidate) => candidate.id));
  throw new MonolensError({
    code: 'RULE_UNKNOWN', exit: 'usage',
    what: `There is no rule named ${JSON.stringify(name)}.`,
    why: near.length > 0 ? `The nearest names are ${near.join(', ')}.` : undefined,
    next: 'monolens explain',
  });
}
