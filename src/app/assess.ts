import type { Host } from '../host.ts';
import type { Emit, Finding, Run, Settings, Severity } from '../model/index.ts';
import { SCHEMA_VERSION } from '../model/index.ts';
import { RunStore, newRunId } from '../runs/index.ts';
import { VERSION } from '../version.ts';
import { conclude } from './conclude.ts';
import { gatherFacts, type FactsOptions, type GatheredFacts } from './facts.ts';
import { readMutes } from './mutes.ts';
import { renderFiles, type FormatId } from './render.ts';

export interface AssessOptions extends FactsOptions {
  readonly settings: Settings;
  /** The run's own directory; by default `<store>/<run id>`. */
  readonly out?: string | undefined;
  readonly formats: readonly FormatId[];
}

export interface StoredResult {
  readonly run: Run;
  readonly directory: string;
  readonly files: readonly string[];
  /** Where an earlier run of the same directory was moved to. */
  readonly kept?: string | undefined;
}

/**
 * The whole journey: facts → insight → findings → plan → a stored run with its reports.
 * What had arrived when Ctrl-C came is stored too; then the interruption is thrown.
 */
export async function assess(options: AssessOptions, host: Host, emit: Emit): Promise<StoredResult> {
  const mutes = await readMutes(host.cwd, host.now());
  const facts = await gatherFacts(options, host, emit);
  const result = await storeRun(toRun(facts, options.settings, mutes, host, emit), options, emit);
  if (facts.interrupted) throw facts.interrupted;
  return result;
}

/** Draws the conclusions and puts the run together. */
export function toRun(facts: GatheredFacts, settings: Settings, mutes: Awaited<ReturnType<typeof readMutes>>, host: Pick<Host, 'now'>, emit: Emit): Run {
  emit({ type: 'task-start', id: 'conclude', title: 'Judging what was found' });
  const { warnings, ...conclusions } = conclude({ ...facts, settings, mutes });
  emit({ type: 'task-end', id: 'conclude', outcome: 'ok', note: `${conclusions.findings.filter((finding) => finding.outcome === 'fail').length} findings` });
  for (const text of warnings) emit({ type: 'warning', text });
  const createdAt = host.now();
  return {
    schemaVersion: SCHEMA_VERSION,
    tool: { name: 'monolens', version: VERSION },
    id: newRunId(createdAt),
    createdAt: createdAt.toISOString(),
    accounts: facts.estate.accounts.map((account) => account.id),
    regions: [...facts.estate.regions],
    settings,
    estate: facts.estate,
    benchmark: facts.benchmark,
    ...conclusions,
  };
}

/** Writes a run with its reports, whole or not at all. */
export async function storeRun(run: Run, options: Pick<AssessOptions, 'store' | 'out' | 'formats'>, emit: Emit): Promise<StoredResult> {
  emit({ type: 'task-start', id: 'report', title: 'Writing the reports' });
  const files = await renderFiles(run, options.formats);
  const saved = await new RunStore(options.store).save(run, files, options.out);
  emit({ type: 'task-end', id: 'report', outcome: 'ok', note: saved.directory });
  if (saved.kept !== undefined) emit({ type: 'info', text: `The earlier run of that folder is kept as ${saved.kept}` });
  return { run, directory: saved.directory, files: files.map((file) => file.name), kept: saved.kept };
}

const SEVERITIES: readonly Severity[] = ['critical', 'high', 'medium', 'low', 'info'];

/** The failing findings that are at least as severe as the gate. */
export function gateFailures(findings: readonly Finding[], failOn: Severity): Finding[] {
  const gate = SEVERITIES.indexOf(failOn);
  return findings.filter((finding) => finding.outcome === 'fail' && SEVERITIES.indexOf(finding.severity) <= gate);
}

/** The calls that `--strict` does not forgive: what was asked and not wholly answered. What nobody asked for is no gap. */
export function coverageGaps(run: Run): Run['estate']['coverage'][number][] {
  return run.estate.coverage.filter((entry) => ['partial', 'denied', 'throttled', 'failed'].includes(entry.outcome));
}
