import type { SvgNode } from '../diagram/svg.ts';
import type { Run } from '../model/index.ts';
import type { Context, RuleText } from './context.ts';
import { terminalLine, terminalText } from './escape/terminal.ts';
import { listed, minute } from './quantity.ts';
import { resourceNames } from './resource-names.ts';
import { aboutView } from './sections/about.ts';
import { baselineView } from './sections/baseline.ts';
import { benchmarkView } from './sections/benchmark.ts';
import { coverageView } from './sections/coverage.ts';
import { exposureView } from './sections/exposure.ts';
import { findingsView } from './sections/findings.ts';
import { inventoryView } from './sections/inventory.ts';
import { candidatesView, planView } from './sections/plan.ts';
import { summaryView } from './sections/summary.ts';
import { workloadsView } from './sections/workloads.ts';
import { SOURCE } from './words.ts';

export interface DiagramView { readonly drawing?: SvgNode; readonly width?: number; readonly lead: string; readonly absent?: string; readonly notes: readonly string[] }

/** The two diagrams; only the formats that show them have them drawn. */
export interface Diagrams { readonly current: DiagramView; readonly target: DiagramView }

export interface ViewOptions {
  /** ISO 8601; the run's own time where it is left out, so that the same run gives the same bytes. */
  readonly generatedAt?: string | undefined;
  readonly rules?: ReadonlyMap<string, RuleText> | undefined;
  readonly diagrams?: Diagrams | undefined;
}

export type ReportView = ReturnType<typeof reportView>;

/**
 * Run → what is shown. Every decision on wording, rounding, unit, order and limit is made from here down, none in a template.
 * Text is free of control characters and of controls that reorder it; escaping is left to each format.
 */
export function reportView(run: Run, options: ViewOptions = {}) {
  const context: Context = {
    run, nameOf: resourceNames(run), ruleText: (ruleId) => options.rules?.get(ruleId), generatedAt: options.generatedAt ?? run.createdAt,
  };
  const missing: DiagramView = { lead: '', absent: 'No diagram was drawn.', notes: [] };
  const view = {
    title: `Assessment of ${listed(run.estate.accounts.map((account) => account.alias ?? account.id), 3) || 'an empty estate'}`,
    subtitle: `${listed(run.accounts, 3)} · ${listed(run.regions, 4)} · ${minute(run.createdAt)} · ${SOURCE[run.estate.source]}`,
    language: 'en',
    summary: summaryView(context),
    current: options.diagrams?.current ?? missing,
    target: options.diagrams?.target ?? missing,
    inventory: inventoryView(context),
    findings: findingsView(context),
    exposure: exposureView(context),
    workloads: workloadsView(context),
    baseline: baselineView(context),
    benchmark: benchmarkView(context),
    candidates: candidatesView(context),
    plan: planView(context),
    coverage: coverageView(context),
    about: aboutView(context),
  };
  return readable(view);
}

/** The same structure with every string free of controls and on one line; commands keep their lines. */
function readable<T>(value: T, field = ''): T {
  if (typeof value === 'string') return (field === 'command' ? terminalText(value).trim() : terminalLine(value)) as T;
  if (Array.isArray(value)) return value.map((item) => readable<unknown>(item, field)) as T;
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, readable<unknown>(item, name)])) as T;
  return value;
}
