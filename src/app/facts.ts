import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { MonolensError } from '../errors.ts';
import type { Host } from '../host.ts';
import type { Baseline, Benchmark, Emit, Estate } from '../model/index.ts';
import { RunStore } from '../runs/index.ts';
import type { AwsSession } from '../aws/index.ts';
import type { MetricPlan } from '../baseline/index.ts';
import type { Source } from '../collect/index.ts';
import { openNamedSession, type AwsOptions } from './aws-session.ts';
import { fileCache } from './file-cache.ts';
import { fingerprintKeyOf } from './fingerprint-key.ts';

export interface FactsOptions {
  readonly aws: AwsOptions;
  /** A stored run or a directory of AWS CLI JSON instead of live AWS. */
  readonly from?: string | undefined;
  readonly userData: boolean;
  readonly metrics: boolean;
  readonly cost: boolean;
  readonly store: string;
  /** Where to write what AWS answered, redacted, as AWS CLI JSON. */
  readonly dump?: string | undefined;
  /** Make CloudWatch calls above the price that is asked about without asking. */
  readonly yes?: boolean | undefined;
  /** Whether paid answers are kept for a day. The sample account's are not: it is made anew around every moment. */
  readonly cachePaidAnswers: boolean;
}

export interface GatheredFacts {
  readonly estate: Estate;
  readonly baseline: Baseline;
  readonly benchmark?: Benchmark | undefined;
  /** The instant that the facts speak of. */
  readonly now: Date;
  /** Set where Ctrl-C or expired credentials ended the work early: what is here is what had arrived. */
  readonly interrupted?: MonolensError | undefined;
}

export const NO_BASELINE: Baseline = { utilisation: [], series: [] };

/** Brings the facts together from wherever they are. Nothing is concluded here. */
export async function gatherFacts(options: FactsOptions, host: Host, emit: Emit): Promise<GatheredFacts> {
  if (options.from === undefined) return fromAws(options, host, emit);
  const store = new RunStore(options.store);
  if (await holdsRun(options.from)) return fromRun(store, options.from);
  if (await exists(options.from)) return fromDump(options.from, options, host, emit);
  if (await store.holds(options.from)) return fromRun(store, options.from);
  throw new MonolensError({
    code: 'SOURCE_NOT_FOUND', exit: 'usage', what: `There is no ${options.from}.`,
    why: `It is neither a path nor a run of ${options.store}.`, next: 'monolens runs   (or: monolens assess --from <directory of AWS CLI JSON>)',
  });
}

async function fromAws(options: FactsOptions, host: Host, emit: Emit): Promise<GatheredFacts> {
  const now = host.now();
  const session = await openNamedSession(options.aws, host, emit);
  try {
    const { CollectionStopped, liveSource } = await import('../collect/index.ts');
    let estate: Estate;
    try {
      estate = await collectInto(options, liveSource(session), host, emit, now);
    } catch (error) {
      if (error instanceof CollectionStopped) return { estate: error.partialEstate, baseline: NO_BASELINE, now, interrupted: error };
      throw error;
    }
    if (!options.metrics && !options.cost) return { estate, baseline: NO_BASELINE, now };
    return await withBaseline(options, session, estate, host, emit, now);
  } finally {
    session.close();
  }
}

async function withBaseline(options: FactsOptions, session: AwsSession, estate: Estate, host: Host, emit: Emit, now: Date): Promise<GatheredFacts> {
  const { measureBaseline } = await import('../baseline/index.ts');
  try {
    const { baseline, coverage } = await measureBaseline({
      session, estate, now, metrics: options.metrics, cost: options.cost, emit, signal: host.signal,
      approve: (plan) => approveMetrics(plan, options.yes === true, host, emit),
      ...(options.cachePaidAnswers ? { cache: fileCache(join(options.store, '.cache'), now) } : {}),
    });
    return { estate: { ...estate, coverage: [...estate.coverage, ...coverage] }, baseline, now };
  } catch (error) {
    // The inventory is whole: it is kept, whatever ended the measuring.
    if (error instanceof MonolensError) return { estate, baseline: NO_BASELINE, now, interrupted: error };
    throw error;
  }
}

/** CloudWatch calls that cost more than this are made only after a yes. USD. */
const ASK_ABOVE_USD = 1;

/** Asks on a terminal; elsewhere dear calls need `--yes`, and are left out without it, which the coverage then says. */
async function approveMetrics(plan: MetricPlan, yes: boolean, host: Host, emit: Emit): Promise<boolean> {
  if (yes || plan.priceUsd <= ASK_ABOVE_USD) return true;
  const answer = await host.ask(`${plan.calls} CloudWatch requests for about $${plan.priceUsd.toFixed(2)}: make them? [y/N] `);
  if (answer !== undefined) return /^y(?:es)?$/i.test(answer.trim());
  emit({ type: 'warning', text: `CloudWatch is left out: it would cost about $${plan.priceUsd.toFixed(2)}. Allow it with --yes.` });
  return false;
}

/** Collects, and writes the dump beside it where one is wanted. */
async function collectInto(options: FactsOptions, source: Source, host: Host, emit: Emit, now: Date): Promise<Estate> {
  const { collectEstate, startRecording, writeDump } = await import('../collect/index.ts');
  const recording = options.dump === undefined ? undefined : startRecording();
  const estate = await collectEstate({
    source, userData: options.userData, emit, signal: host.signal, now, fingerprintKey: await fingerprintKeyOf(options.store), record: recording?.record,
  });
  if (recording && options.dump !== undefined) {
    const { files } = await writeDump(options.dump, recording, estate);
    emit({ type: 'info', text: `${files} files of AWS CLI JSON in ${options.dump}` });
  }
  return estate;
}

async function fromDump(directory: string, options: FactsOptions, host: Host, emit: Emit): Promise<GatheredFacts> {
  if (/\.tfstate$|\.tfstate\.json$/.test(directory)) {
    throw new MonolensError({
      code: 'TERRAFORM_NOT_READ', exit: 'usage',
      what: 'A Terraform state cannot be read yet.',
      why: 'This version reads live AWS, a stored run, and a directory of AWS CLI JSON.',
      next: 'monolens assess --from <directory of AWS CLI JSON>',
    });
  }
  const { dumpSource } = await import('../collect/index.ts');
  const now = host.now();
  const estate = await collectInto(options, await dumpSource(directory), host, emit, now);
  return { estate, baseline: NO_BASELINE, now };
}

async function fromRun(store: RunStore, name: string): Promise<GatheredFacts> {
  const { run } = await store.open(name);
  return { estate: run.estate, baseline: run.baseline, benchmark: run.benchmark, now: new Date(run.estate.collectedAt) };
}

async function holdsRun(path: string): Promise<boolean> {
  return basename(path) === 'run.json' ? exists(path) : exists(join(path, 'run.json'));
}

function exists(path: string): Promise<boolean> {
  return stat(path).then(() => true, () => false);
}
