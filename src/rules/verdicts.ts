import type { Evidence } from '../model/index.ts';
import type { Judgement } from './rule.ts';
import type { SubjectEntry } from './subjects.ts';

/**
 * From this many on, the subjects of a rule that pass, do not apply or are unknown in one scope are counted in one finding. A hundred
 * thousand findings that say "fine" cannot be stored or read; what fails is always told one by one.
 */
export const COUNTED_ABOVE = 1000;
/** How many reasons a counting finding lists. */
const REASONS = 20;

type Quiet = Exclude<Judgement['outcome'], 'fail'>;

/** The verdicts of one rule in one scope, on their way to findings: told each by itself, or counted where they are too many. */
export class Verdicts {
  readonly #tell: (entry: SubjectEntry, judgement: Judgement) => void;
  readonly #quiet = new Map<Quiet, QuietVerdicts>();

  constructor(tell: (entry: SubjectEntry, judgement: Judgement) => void) {
    this.#tell = tell;
  }

  add(entry: SubjectEntry, judgement: Judgement): void {
    if (judgement.outcome === 'fail') {
      this.#tell(entry, judgement);
      return;
    }
    let quiet = this.#quiet.get(judgement.outcome);
    if (!quiet) {
      quiet = { kept: [], total: 0, reasons: new Map() };
      this.#quiet.set(judgement.outcome, quiet);
    }
    quiet.total += 1;
    if (quiet.total <= COUNTED_ABOVE) quiet.kept.push({ entry, judgement });
    else if (quiet.kept.length > 0) {
      for (const { judgement: kept } of quiet.kept) count(quiet, kept.reason);
      quiet.kept = [];
    }
    if (quiet.total > COUNTED_ABOVE) count(quiet, judgement.reason);
  }

  /** Tells what is left to tell one by one, and returns what is counted together. */
  counted(): { readonly outcome: Quiet; readonly total: number; readonly judgement: Judgement }[] {
    return [...this.#quiet].flatMap(([outcome, quiet]) => {
      for (const { entry, judgement } of quiet.kept) this.#tell(entry, judgement);
      if (quiet.total <= COUNTED_ABOVE) return [];
      return [{ outcome, total: quiet.total, judgement: { outcome, evidence: evidenceOf(quiet), ...reasonOf(outcome, quiet) } }];
    });
  }
}

interface QuietVerdicts {
  kept: { readonly entry: SubjectEntry; readonly judgement: Judgement }[];
  total: number;
  readonly reasons: Map<string, { n: number }>;
}

function count({ reasons }: QuietVerdicts, reason: string | undefined): void {
  if (reason === undefined) return;
  const tally = reasons.get(reason);
  if (tally) tally.n += 1;
  else reasons.set(reason, { n: 1 });
}

function evidenceOf(quiet: QuietVerdicts): Evidence[] {
  const reasons = [...quiet.reasons].sort(([a, x], [b, y]) => y.n - x.n || (a < b ? -1 : 1));
  const more = reasons.length > REASONS ? [{ text: `and ${reasons.length - REASONS} more reasons` }] : [];
  return [{ text: `${quiet.total} resources, counted together` }, ...reasons.slice(0, REASONS).map(([reason, { n }]) => ({ text: `${n}: ${reason}` })), ...more];
}

function reasonOf(outcome: Quiet, quiet: QuietVerdicts): { reason?: string } {
  if (outcome === 'pass') return {};
  const [first] = quiet.reasons.keys();
  return { reason: quiet.reasons.size === 1 && first !== undefined ? first : `${quiet.reasons.size} different reasons: see the evidence` };
}
