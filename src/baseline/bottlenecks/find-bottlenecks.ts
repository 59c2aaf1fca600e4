import { resourcesOf, type Baseline, type Bottleneck, type Estate, type Insight, type Workload } from '../../model/index.ts';
import { FigureIndex } from '../figure-index.ts';
import { databaseByLoad, instancesByLoad, lowOf, type LinesOf } from './by-load.ts';
import { byStructure } from './by-structure.ts';

export interface BottleneckInput {
  readonly estate: Estate;
  readonly baseline: Baseline;
  readonly insight: Pick<Insight, 'workloads' | 'boot' | 'dependencies'>;
}

/**
 * For each workload what stops it first and at what load, then what bounds it whatever the load. Rows with a known load come first and are
 * numbered in the order in which they are reached. A load that never moved gives no row.
 */
export function findBottlenecks({ estate, baseline, insight }: BottleneckInput): Bottleneck[] {
  const figures = new FigureIndex(baseline.utilisation);
  const lines: LinesOf = Map.groupBy(baseline.correlations ?? [], ({ resourceId }) => resourceId);
  return insight.workloads.flatMap((workload) => ranked([
    ...instancesByLoad(workload, estate, lines),
    ...databasesOf(workload, estate, insight).flatMap((database) => databaseByLoad(workload, database, estate, lines)),
    ...byStructure(workload, estate, figures, insight.boot),
  ]));
}

/** Databases that the workload was seen, configured or allowed to use. */
function databasesOf(workload: Workload, estate: Estate, { dependencies }: BottleneckInput['insight']) {
  const from = new Set([workload.id, ...workload.instanceIds]);
  const to = new Set(dependencies.filter((dependency) => from.has(dependency.from)).map((dependency) => dependency.to));
  return resourcesOf(estate, 'dbInstance').filter(({ id, arn }) => to.has(id) || (arn !== undefined && to.has(arn)));
}

function ranked(rows: readonly Bottleneck[]): Bottleneck[] {
  let order = 0;
  return [...rows].sort((a, b) => lowOf(a) - lowOf(b) || (a.dimension < b.dimension ? -1 : 1)).map((row) => {
    if (!row.loadMultiple) return row;
    order += 1;
    return { ...row, order };
  });
}
