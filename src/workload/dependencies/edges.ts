import type { Dependency } from '../../model/index.ts';

/** Dependencies without doubles: of equal ones the surest stays. Sorted, so that the same estate gives the same bytes. */
export class EdgeSet {
  readonly #edges = new Map<string, Dependency>();

  add(edge: Dependency): void {
    if (edge.from === edge.to) return;
    const key = `${edge.from}\n${edge.to}\n${edge.protocol}\n${edge.port}\n${edge.basis}`;
    const known = this.#edges.get(key);
    if (!known || known.confidence < edge.confidence) this.#edges.set(key, edge);
  }

  sorted(): Dependency[] {
    return [...this.#edges].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, edge]) => edge);
  }
}
