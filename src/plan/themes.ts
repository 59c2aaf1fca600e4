import type { Finding, PhaseId } from '../model/index.ts';
import { MEDIUM, SMALL, type EffortModel } from './effort.ts';

/** One step's worth of findings: the rules that the same piece of work closes. */
export interface Theme {
  readonly id: string;
  readonly phase: PhaseId;
  readonly title: string;
  readonly why: string;
  readonly ruleIds: readonly string[];
  readonly preconditions: readonly string[];
  readonly rollback: string;
  readonly effort: EffortModel;
}

export const THEMES: readonly Theme[] = [];

const BY_RULE = new Map(THEMES.flatMap((theme) => theme.ruleIds.map((ruleId) => [ruleId, theme])));

/** The theme of a finding's rule; a rule that belongs to none is a step of its own. */
export function themeOf(finding: Finding): Theme {
  return BY_RULE.get(finding.ruleId) ?? {
    id: finding.ruleId,
    phase: finding.phase,
    title: finding.remediation.summary,
    why: `Until then this does not hold: ${finding.title}.`,
    ruleIds: [finding.ruleId],
    preconditions: [],
    rollback: 'Put the setting back as it was.',
    effort: finding.remediation.interrupts === 'no' ? SMALL : MEDIUM,
  };
}
