import type { Insight } from '../../model/index.ts';

type Edge = Insight['dependencies'][number];

const NONE: readonly Edge[] = Object.freeze([]);
/** Built once per insight, which nobody changes. */
const indexes = new WeakMap<Insight, Map<string, Edge[]>>();

/** The dependencies that end at `resourceId`, in their order. */
export function dependenciesOn(resourceId: string, insight: Insight): readonly Edge[] {
  let index = indexes.get(insight);
  if (!index) {
    index = new Map();
    for (const edge of insight.dependencies) {
      const bucket = index.get(edge.to);
      if (bucket) bucket.push(edge);
      else index.set(edge.to, [edge]);
    }
    indexes.set(insight, index);
  }
  return index.get(resourceId) ?? NONE;
}
