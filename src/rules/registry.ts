import type { AnyRule } from './rule.ts';

/**
 * Checks the rules as a whole, at load, and freezes what their findings share.
 * @throws Error on a fault of the code: an id or code used twice or in the wrong form, or a rule that does not say what it must.
 */
export function registryOf(rules: readonly AnyRule[]): readonly AnyRule[] {
  const seen = new Set<string>();
  for (const rule of rules) {
    for (const name of [rule.id, rule.code]) {
      if (seen.has(name)) throw new Error(`two rules are named ${name}`);
      seen.add(name);
    }
    const faults = faultsOf(rule);
    if (faults.length > 0) throw new Error(`rule ${rule.id}: ${faults.join('; ')}`);
    for (const shared of [rule.remediation, rule.controls, ...rule.controls]) Object.freeze(shared);
  }
  return Object.freeze([...rules]);
}

function faultsOf(rule: AnyRule): string[] {
  const faults: string[] = [];
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/u.test(rule.id)) faults.push('the id is not kebab-case');
  // The catalogue's code; a letter behind it marks the twin for classic balancers or launch configurations.
  if (!/^[A-Z]\d{2}[A-Z]?$/u.test(rule.code)) faults.push(`the code ${rule.code} is not a letter and two digits`);
  if (rule.title === '' || rule.title.endsWith('.')) faults.push('the title is not a statement without a full stop');
  if (rule.why === '') faults.push('it does not say why it matters');
  if (rule.sources.length === 0) faults.push('it names no source');
  for (const [name, threshold] of Object.entries(rule.thresholds ?? {})) {
    if (threshold.unit === '' || threshold.source === '') faults.push(`threshold ${name} has no unit or no source`);
  }
  return faults;
}
