import type { Baseline, Insight } from '../model/index.ts';
import type { InsightIndex } from './rule.ts';

/** Insight and baseline by resource; every map is built on the first question that needs it. */
export function indexInsight(insight: Insight, baseline: Baseline): InsightIndex {
  const exposures = once(() => grouped(insight.exposures, (row) => row.resourceId));
  const interfaces = once(() => grouped(insight.exposures, (row) => row.networkInterfaceId ?? ''));
  const components = once(() => grouped(insight.components, (row) => row.resourceId));
  const figures = once(() => grouped(baseline.utilisation, (row) => row.resourceId));
  const boot = once(() => new Map(insight.boot.map((facts) => [facts.resourceId, facts])));
  const subnets = once(() => new Map(insight.subnets.map((subnet) => [subnet.subnetId, subnet])));
  const workloads = once(() => new Map(insight.workloads.flatMap((workload) => workload.instanceIds.map((id) => [id, workload] as const))));
  return {
    all: insight,
    exposuresOf: (id) => exposures().get(id) ?? [],
    exposuresOfInterface: (id) => interfaces().get(id) ?? [],
    componentsOf: (id) => components().get(id) ?? [],
    figuresOf: (id) => figures().get(id) ?? [],
    bootOf: (id) => boot().get(id),
    subnetKindOf: (id) => subnets().get(id),
    workloadOf: (id) => workloads().get(id),
  };
}

function grouped<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
