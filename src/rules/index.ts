import type { Finding } from '../model/index.ts';
import { idleElasticIp } from './idle-elastic-ip.ts';
import { registryOf } from './registry.ts';
import type { AnyRule } from './rule.ts';
import { runRules, type JudgeInput } from './runner.ts';

export { failedRules, runRules, type JudgeInput } from './runner.ts';
export { findRule } from './select.ts';
export type { AnyRule, Rule } from './rule.ts';

/** Every rule, by group of the catalogue. A new rule is a file and a line here. */
export const RULES = registryOf([
  // X: network exposure
  idleElasticIp,
  // L: load balancing
  // A: Auto Scaling
  // I: instance hardening
  // M: migration anti-patterns
  // D, G: data and governance
] as const satisfies readonly AnyRule[]);

/**
 * Judges an estate by every rule that the settings ask for: see `runRules`.
 * @throws MonolensError (usage) when the settings name a rule or threshold that does not exist.
 */
export function judge(input: JudgeInput): Finding[] {
  return runRules(RULES, input);
}
