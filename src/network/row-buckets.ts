import type { Exposure } from '../model/index.ts';

/** Collects rows by resource, so that sorting a million of them sorts the resources once and then a few rows each. */
export class RowBuckets {
  readonly #byResource = new Map<string, Exposure[]>();

  addAll(rows: Iterable<Exposure>): void {
    for (const row of rows) {
      const bucket = this.#byResource.get(row.resourceId);
      if (bucket) bucket.push(row);
      else this.#byResource.set(row.resourceId, [row]);
    }
  }

  /** By resource, way in, address, protocol and port. */
  sorted(): Exposure[] {
    const sorted: Exposure[] = [];
    for (const resourceId of [...this.#byResource.keys()].sort()) {
      const bucket = this.#byResource.get(resourceId) ?? [];
      for (const row of bucket.length > 1 ? bucket.sort(byPlace) : bucket) sorted.push(row);
    }
    return sorted;
  }
}

function byPlace(a: Exposure, b: Exposure): number {
  return compare(a.via, b.via) || compare(a.address, b.address) || compare(a.protocol, b.protocol) || a.fromPort - b.fromPort || a.toPort - b.toPort
    || compare(a.protocolNumbers ?? a.icmpTypes ?? '', b.protocolNumbers ?? b.icmpTypes ?? '') || compare(a.family, b.family) || compare(a.networkInterfaceId ?? '', b.networkInterfaceId ?? '')
    || (a.targetPort ?? 0) - (b.targetPort ?? 0);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
