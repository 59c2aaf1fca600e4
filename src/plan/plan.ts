import type { Finding, Insight, PhaseId, Plan, PlanPhase, PlanStep, Severity } from '../model/index.ts';
import { moveSteps } from './move-steps.ts';
import { targetOf } from './target.ts';
import { stepOfTheme } from './theme-step.ts';
import { themeOf, THEMES } from './themes.ts';

export interface PlanInput {
  readonly insight: Insight;
  readonly findings: readonly Finding[];
}

const PHASES: readonly { readonly id: PhaseId; readonly title: string; readonly goal: string }[] = [
  { id: 'stabilise', title: 'Stabilise', goal: 'Today\'s estate is safe enough to work on, and what it does is measured.' },
  { id: 'decouple', title: 'Decouple', goal: 'State, secrets and jobs live outside the instances, so that any instance can be replaced.' },
  { id: 'migrate', title: 'Migrate', goal: 'Each part runs on its new platform beside the old one, and traffic moves over step by step.' },
  { id: 'optimise', title: 'Optimise', goal: 'The old instances are gone, and the new platform is sized to what it does.' },
];

const WEIGHT: Record<Severity, number> = { critical: 0, high: 1, medium: 2, low: 3, info: 4 };

/**
 * The four phases, with a step for every theme that a failing finding belongs to and the moves of every workload.
 * Within a phase the most severe finding comes first, then the themes' own order. Muted and unknown findings make no step:
 * an unknown one is a question, and the report lists it as such.
 */
export function makePlan(input: PlanInput): Plan {
  const failing = input.findings.filter((finding) => finding.outcome === 'fail');
  const byTheme = Map.groupBy(failing, (finding) => themeOf(finding).id);
  const target = targetOf(input.insight);
  const phases = PHASES.map((phase): PlanPhase => {
    const themed = [...byTheme.values()]
      .map((findings) => ({ findings, theme: themeOf(findings[0] as Finding) }))
      .filter(({ theme }) => theme.phase === phase.id)
      .map(({ findings, theme }) => ({ step: stepOfTheme(theme, findings), worst: worst(findings), place: placeOf(theme.id) }))
      .toSorted((a, b) => a.worst - b.worst || a.place - b.place || a.step.id.localeCompare(b.step.id))
      .map(({ step }) => step);
    const moves: readonly PlanStep[] = moveSteps(phase.id, input.insight, target);
    return { ...phase, steps: phase.id === 'optimise' ? [...moves, ...themed] : [...themed, ...moves] };
  });
  return { target: { summary: target.summary, services: [...target.services] }, phases };
}

function worst(findings: readonly Finding[]): number {
  return Math.min(...findings.map((finding) => WEIGHT[finding.severity]));
}

function placeOf(themeId: string): number {
  const place = THEMES.findIndex((theme) => theme.id === themeId);
  return place === -1 ? THEMES.length : place;
}
