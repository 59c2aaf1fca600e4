import type { Baseline, Benchmark, Estate, Insight, Run, Settings } from '../model/index.ts';
import { analyseNetwork } from '../network/index.ts';
import { makePlan } from '../plan/index.ts';
import { applyMutes, judge, type Mute } from '../rules/index.ts';

export interface Facts {
  readonly estate: Estate;
  readonly baseline: Baseline;
  readonly benchmark?: Benchmark | undefined;
  readonly settings: Settings;
  readonly mutes: readonly Mute[];
  /** The instant that ages are measured against: when the facts were collected, not when they are judged again. */
  readonly now: Date;
}

/** Everything that follows from the facts. Pure: the same facts give the same conclusions, byte for byte. */
export function conclude(facts: Facts): Pick<Run, 'insight' | 'findings' | 'candidates' | 'plan'> & { warnings: string[] } {
  const { estate, baseline, benchmark, settings, now } = facts;
  const network = analyseNetwork(estate);
  const workload = { components: [], boot: [], workloads: [], dependencies: [] };
  const insight: Insight = { ...network, ...workload, bottlenecks: [] };
  const judged = judge({ estate, insight, baseline, benchmark, settings, now });
  const { findings, warnings } = applyMutes(judged, facts.mutes, now);
  return { insight, findings, candidates: [], plan: makePlan({ insight, findings }), warnings };
}
