import type { Evidence, Insight } from '../../model/index.ts';

const FILE_SYSTEM_ID = /\bfs-[0-9a-f]{8,17}\b/;

export interface Mount {
  /** Whose start script mounts it. */
  readonly resourceId: string;
  readonly evidence: Evidence;
}

const NONE: readonly Mount[] = Object.freeze([]);
const indexes = new WeakMap<Insight, Map<string, Mount[]>>();

/** The start scripts that name the file system, by its id or DNS name. */
export function mountsOf(fileSystemId: string, insight: Insight): readonly Mount[] {
  let index = indexes.get(insight);
  if (!index) indexes.set(insight, (index = indexed(insight)));
  return index.get(fileSystemId) ?? NONE;
}

function indexed(insight: Insight): Map<string, Mount[]> {
  const mounts = new Map<string, Map<string, Mount>>();
  const note = (text: string, resourceId: string, evidence: Evidence): void => {
    const id = FILE_SYSTEM_ID.exec(text)?.[0];
    if (id === undefined) return;
    let byScript = mounts.get(id);
    if (!byScript) mounts.set(id, (byScript = new Map()));
    if (!byScript.has(resourceId)) byScript.set(resourceId, { resourceId, evidence });
  };
  for (const { resourceId, endpoints, state } of insight.boot) {
    for (const { host, line } of endpoints) {
      note(host, resourceId, { text: `the start script of ${resourceId} names ${host}`, basis: 'text', resourceId, ...(line === undefined ? undefined : { line }) });
    }
    for (const { evidence } of state) for (const line of evidence) note(line.text, resourceId, { ...line, text: `the start script of ${resourceId}: ${line.text}`, resourceId });
  }
  return new Map([...mounts].map(([id, byScript]) => [id, [...byScript.values()].sort((a, b) => (a.resourceId < b.resourceId ? -1 : 1))]));
}
