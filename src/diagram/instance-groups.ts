import { resourcesOf, type Estate, type Insight, type ResourceOf } from '../model/index.ts';
import type { DiagramNode } from './graph.ts';

/** One box: an instance, or several that a reader need not tell apart. */
export interface InstanceGroup { readonly node: DiagramNode; readonly ids: readonly string[]; readonly size: number }

/** From so many on, equal instances of a subnet are one box. */
const FOLD = 4;
/** With more boxes than this, only subnet, state and exposure tell instances apart. */
const CROWDED = 40;

type Instance = ResourceOf<'instance'>;

/** Instances by subnet, state, type, workload and exposure; in a crowded estate without type and workload. Terminated ones are left out. */
export function groupInstances(estate: Estate, insight: Insight): readonly InstanceGroup[] {
  const fine = groupBy(estate, insight, false);
  return fine.length > CROWDED ? groupBy(estate, insight, true) : fine;
}

function groupBy(estate: Estate, insight: Insight, coarse: boolean): readonly InstanceGroup[] {
  const workloads = new Map(insight.workloads.flatMap((item) => item.instanceIds.map((id) => [id, item.name] as const)));
  const exposures = directExposure(insight);
  const workOf = (instance: Instance) => workloads.get(instance.id) ?? workloads.get(instance.arn ?? '') ?? '';
  const exposureOf = (instance: Instance) => exposures.get(instance.id) ?? exposures.get(instance.arn ?? '');
  const stateOf = (instance: Instance) => (instance.State?.Name === 'running' ? '' : instance.State?.Name ?? '');
  const groups = Map.groupBy(resourcesOf(estate, 'instance').filter((instance) => instance.State?.Name !== 'terminated'), (instance) => [
    instance.SubnetId ?? instance.VpcId ?? '', instance.State?.Name ?? '', exposureOf(instance) ?? '', ...(coarse ? [] : [instance.InstanceType ?? '', workOf(instance)]),
  ].join('\n'));
  return [...groups.entries()].sort(([a], [b]) => compare(a, b)).flatMap(([, members]): InstanceGroup[] => {
    const sorted = members.sort((a, b) => compare(a.id, b.id));
    const [first] = sorted;
    const shared = (instance: Instance) => ({ parent: instance.SubnetId ?? instance.VpcId, exposure: exposureOf(instance), off: instance.State?.Name === 'stopped' });
    if (!first || sorted.length < (coarse ? 2 : FOLD)) {
      return sorted.map((instance) => {
        const title = instance.tags['Name'] || instance.id;
        const lines = [[instance.InstanceType, stateOf(instance)].filter((part) => part !== undefined && part !== '').join(', '), workOf(instance) === title ? '' : workOf(instance)];
        return { node: { id: instance.id, kind: 'instance', title, lines: lines.filter((line) => line !== ''), ...shared(instance) }, ids: keysOf(instance), size: 1 };
      });
    }
    const what = counted(sorted.map((instance) => instance.InstanceType ?? 'unknown type'));
    const title = what.length === 1 ? `${sorted.length} × ${what[0] ?? ''}` : `${sorted.length} instances`;
    const lines = [what.length === 1 ? '' : some(what), some(counted(sorted.map(workOf)).filter((name) => name !== '')), stateOf(first)];
    return [{ node: { id: `group ${first.id}`, kind: 'instances', title, lines: lines.filter((line) => line !== ''), ...shared(first) }, ids: sorted.flatMap(keysOf), size: sorted.length }];
  });
}

/** The different values, the most frequent first. */
function counted(values: readonly string[]): readonly string[] {
  return [...Map.groupBy(values, (value) => value).entries()].sort(([a, one], [b, two]) => two.length - one.length || compare(a, b)).map(([value]) => value);
}

function some(values: readonly string[]): string {
  return values.length > 2 ? `${values.slice(0, 2).join(', ')} +${values.length - 2}` : values.join(', ');
}

function keysOf(instance: Instance): string[] {
  return instance.arn === undefined ? [instance.id] : [instance.id, instance.arn];
}

/** The widest direct exposure of each resource. */
function directExposure(insight: Insight): ReadonlyMap<string, 'open' | 'restricted'> {
  const widest = new Map<string, 'open' | 'restricted'>();
  for (const item of insight.exposures) {
    if (item.via !== 'direct') continue;
    if (item.verdict === 'exposed' || item.verdict === 'exposed-partial') widest.set(item.resourceId, 'open');
    else if (item.verdict === 'exposed-restricted' && !widest.has(item.resourceId)) widest.set(item.resourceId, 'restricted');
  }
  return widest;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
