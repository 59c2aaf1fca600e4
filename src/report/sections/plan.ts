import type { Candidate, Check, PlanStep } from '../../model/index.ts';
import type { Context } from '../context.ts';
import { byText } from '../order.ts';
import { effort, figure, listed, money, plural } from '../quantity.ts';
import { mark, table, withSub, type TableView, type Tone } from '../table.ts';
import { INTERRUPTS, PHASE } from '../words.ts';

export interface StepView {
  readonly title: string;
  readonly why: string;
  readonly facts: string;
  readonly preconditions: readonly string[];
  readonly actions: readonly { readonly text: string; readonly command: string }[];
  readonly checks: readonly string[];
  readonly rollback: string;
  readonly closes: string;
}

export interface PlanView {
  readonly lead: string;
  readonly absent?: string;
  readonly target: string;
  readonly services: readonly string[];
  readonly phases: readonly { readonly number: number; readonly title: string; readonly goal: string; readonly effort: string; readonly empty?: string; readonly steps: readonly StepView[] }[];
}

/** Four phases, each step with what must be true before, what proves it after, and the way back. */
export function planView(context: Context): PlanView {
  const { plan } = context.run;
  const steps = plan.phases.flatMap((phase) => phase.steps);
  if (steps.length === 0) return { lead: '', absent: 'No step was planned in this run: nothing was found that a step would close.', target: plan.target.summary, services: plan.target.services, phases: [] };
  return {
    lead: `${plural(steps.length, 'step')}, ${effort(sum(steps))} of work in all. Ranges come from the size of each step, not from a calendar.`,
    target: plan.target.summary,
    services: plan.target.services,
    phases: plan.phases.map((phase, index) => ({
      number: index + 1,
      title: phase.title === '' ? PHASE[phase.id] : phase.title,
      goal: phase.goal,
      effort: phase.steps.length === 0 ? 'no work planned' : effort(sum(phase.steps)),
      ...(phase.steps.length === 0 ? { empty: 'No step in this phase.' } : {}),
      steps: phase.steps.map((step) => stepView(context, step)),
    })),
  };
}

function stepView(context: Context, step: PlanStep): StepView {
  return {
    title: step.title,
    why: step.why,
    facts: `${effort(step.effortDays)} · ${INTERRUPTS[step.interrupts]}`,
    preconditions: step.preconditions,
    actions: step.actions.map(action),
    checks: step.checks.map((check) => checkText(context, check)),
    rollback: step.rollback,
    closes: step.closes.length === 0 ? '' : `Closes ${plural(step.closes.length, 'finding')}: ${listed([...new Set(step.closes.map((item) => item.ruleId))], 6)}`,
  };
}

/** A sentence and the command that does it, where an action holds both, either, or (`Sentence. — aws …`) one after the other. */
function action(text: string): { readonly text: string; readonly command: string } {
  const found = /^(?:(.*?)\s+[—–-]\s+)?((?:aws|docker|kubectl|git|mysqldump|pg_dump)\s.*)$/s.exec(text);
  return found ? { text: found[1] ?? '', command: found[2] ?? '' } : { text, command: '' };
}

function checkText(context: Context, check: Check): string {
  if (check.kind === 'manual') return `By hand: ${check.text}`;
  const on = check.resourceIds.length === 0 ? '' : ` on ${listed(check.resourceIds.map((id) => context.nameOf(id).name), 4)}`;
  return `A later run sees: ${check.text}${on}`;
}

function sum(steps: readonly PlanStep[]): { low: number; high: number } {
  return { low: steps.reduce((total, step) => total + step.effortDays.low, 0), high: steps.reduce((total, step) => total + step.effortDays.high, 0) };
}

export interface CandidatesView { readonly absent?: string; readonly table?: TableView }

const READINESS: Readonly<Record<Candidate['readiness'], { word: string; tone: Tone; rank: number }>> = {
  ready: { word: 'Ready', tone: 'good', rank: 0 }, conditional: { word: 'Conditional', tone: 'medium', rank: 1 },
  unknown: { word: 'Unknown', tone: 'unknown', rank: 2 }, 'not-ready': { word: 'Not ready', tone: 'high', rank: 3 },
};

/** Each target architecture held against each workload. */
export function candidatesView(context: Context): CandidatesView {
  const { candidates } = context.run;
  if (candidates.length === 0) return { absent: 'No target architecture was compared in this run.' };
  const name = (candidate: Candidate) => context.nameOf(candidate.workloadId).name;
  const rows = [...candidates]
    .sort((a, b) => byText(name(a), name(b)) || READINESS[a.readiness].rank - READINESS[b.readiness].rank || byText(a.blueprint, b.blueprint))
    .map((candidate) => {
      const gates = (outcome: 'fail' | 'unknown') => candidate.gates.filter((gate) => gate.outcome === outcome)
        .map((gate) => [gate.id.replaceAll('-', ' '), gate.evidence[0]?.text].filter((part) => part !== undefined).join(': '));
      return [
        name(candidate), candidate.blueprint.replaceAll('-', ' '), mark(READINESS[candidate.readiness].word, READINESS[candidate.readiness].tone),
        withSub(listed(gates('fail'), 3) || 'nothing stands in the way', gates('unknown').length > 0 ? `not known: ${listed(gates('unknown'), 3)}` : undefined),
        listed(Object.entries(candidate.score).sort(([a], [b]) => byText(a, b)).map(([goal, score]) => `${goal} ${figure(score)}`)) || '—',
        candidate.monthlyCostUsd === null ? 'unknown' : `${money(candidate.monthlyCostUsd.low, 'USD')} to ${money(candidate.monthlyCostUsd.high, 'USD')}`,
        listed(candidate.wouldChange, 3) || '—',
      ];
    });
  return { table: table('Targets by workload', ['Workload', 'Target', 'Readiness', 'In the way', 'Score by goal', { title: 'A month', end: true }, 'What would change the answer'], rows, { open: 20 }) };
}
