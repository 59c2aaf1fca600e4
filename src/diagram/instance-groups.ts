import { resourcesOf, type Estate, type Insight } from '../model/index.ts';
import type { DiagramNode } from './graph.ts';

/** One box: an instance, or several that a reader need not tell apart. */
export interface InstanceGroup { readonly node: DiagramNode; readonly ids: readonly string[]; readonly size: number }

/** From so many on, equal instances of a subnet are one box; in a crowded estate two are enough. */
const FOLD = 4;
const CROWDED = 60;

/** Instances by subnet, state, type, workload and exposure; terminated ones are left out. */
export function groupInstances(estate: Estate, insight: Insight): readonly InstanceGroup[] {
  const workload = new Map(insight.workloads.flatMap((item) => item.instanceIds.map((id) => [id, item] as const)));
  const exposure = directExposure(insight);
  const instances = resourcesOf(estate, 'instance').filter((instance) => instance.State?.Name !== 'terminated');
  const fold = instances.length > CROWDED ? 2 : FOLD;
  const groups = Map.groupBy(instances, (instance) => [
    instance.SubnetId ?? instance.VpcId ?? '', instance.State?.Name ?? '', instance.InstanceType ?? '', workload.get(instance.id)?.id ?? workload.get(instance.arn ?? '')?.id ?? '',
    exposure.get(instance.id) ?? exposure.get(instance.arn ?? '') ?? '',
  ].join('\n'));
  return [...groups.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, members]): InstanceGroup[] => {
    const sorted = members.sort((a, b) => (a.id < b.id ? -1 : 1));
    const boxes = sorted.map((instance) => {
      const state = instance.State?.Name;
      const work = workload.get(instance.id)?.name ?? '';
      const title = instance.tags['Name'] || instance.id;
      return {
        ids: keysOf(instance), type: instance.InstanceType ?? 'instance', work, state: state === undefined || state === 'running' ? '' : state,
        node: {
          id: instance.id, kind: 'instance' as const, title, parent: instance.SubnetId ?? instance.VpcId, exposure: exposure.get(instance.id) ?? exposure.get(instance.arn ?? ''), off: state === 'stopped',
          lines: [[instance.InstanceType, state === 'running' ? undefined : state].filter((part) => part !== undefined).join(', '), work === title ? '' : work].filter((line) => line !== ''),
        },
      };
    });
    const [first] = boxes;
    if (!first || boxes.length < fold) return boxes.map(({ node, ids }) => ({ node, ids, size: 1 }));
    return [{
      node: { ...first.node, kind: 'instances', id: `group ${first.node.id}`, title: `${boxes.length} × ${first.type}`, lines: [first.work, first.state].filter((line) => line !== '') },
      ids: boxes.flatMap((box) => box.ids),
      size: boxes.length,
    }];
  });
}

function keysOf(instance: { readonly id: string; readonly arn?: string | undefined }): string[] {
  return instance.arn === undefined ? [instance.id] : [instance.id, instance.arn];
}

/** The widest direct exposure of each resource. */
export function directExposure(insight: Insight): ReadonlyMap<string, 'open' | 'restricted'> {
  const widest = new Map<string, 'open' | 'restricted'>();
  for (const item of insight.exposures) {
    if (item.via !== 'direct') continue;
    if (item.verdict === 'exposed' || item.verdict === 'exposed-partial') widest.set(item.resourceId, 'open');
    else if (item.verdict === 'exposed-restricted' && !widest.has(item.resourceId)) widest.set(item.resourceId, 'restricted');
  }
  return widest;
}
