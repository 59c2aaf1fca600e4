import { costPerWorkload, findBottlenecks } from '../baseline/index.ts';
import type { Baseline, Benchmark, Estate, Insight, Run, Settings } from '../model/index.ts';
import { analyseNetwork } from '../network/index.ts';
import { makePlan } from '../plan/index.ts';
import { applyMutes, judge, type Mute } from '../rules/index.ts';
import { analyseWorkloads } from '../workload/index.ts';

export interface Facts {
  readonly estate: Estate;
  readonly baseline: Baseline;
  readonly benchmark?: Benchmark | undefined;
  readonly settings: Settings;
  readonly mutes: readonly Mute[];
  /** The instant that ages are measured against: when the facts were collected, not when they are judged again. */
  readonly now: Date;
}

/**
 * Everything that follows from the facts. Pure: the same facts give the same conclusions, byte for byte. The baseline comes back with the
 * cost of each workload, which is known only once the workloads are.
 */
export function conclude(facts: Facts): Pick<Run, 'baseline' | 'insight' | 'findings' | 'candidates' | 'plan'> & { warnings: string[] } {
  const { estate, benchmark, settings, now } = facts;
  const network = analyseNetwork(estate);
  const workload = analyseWorkloads(estate, network);
  const bottlenecks = findBottlenecks({ estate, baseline: facts.baseline, insight: workload });
  const insight: Insight = { ...network, ...workload, bottlenecks };
  const baseline = withWorkloadCosts(facts.baseline, estate, insight);
  const judged = judge({ estate, insight, baseline, benchmark, settings, now });
  const { findings, warnings } = applyMutes(judged, facts.mutes, now);
  return { baseline, insight, findings, candidates: [], plan: makePlan({ insight, findings }), warnings };
}

function withWorkloadCosts(baseline: Baseline, estate: Estate, { workloads }: Insight): Baseline {
  if (!baseline.cost && !baseline.listPrice) return baseline;
  return { ...baseline, workloadCosts: costPerWorkload({ estate, baseline, workloads }) };
}
