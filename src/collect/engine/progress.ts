import type { CoverageOutcome, Emit } from '../../model/index.ts';
import type { Listing, Place } from '../listing.ts';
import type { Tally } from './call-fold.ts';

interface Task { readonly id: string; readonly total: number; done: number; items: number; worst: CoverageOutcome }

/** Tells the host of a task for each service of each place, with its counts. */
export class Progress {
  readonly #emit: Emit;
  readonly #tasks = new Map<string, Task>();

  constructor(emit: Emit) {
    this.#emit = emit;
  }

  begin(place: Place, specs: readonly Listing[]): void {
    for (const service of new Set(specs.map((spec) => spec.api.service))) {
      const id = keyOf(place, service);
      const total = specs.filter((spec) => spec.api.service === service).length;
      this.#tasks.set(id, { id, total, done: 0, items: 0, worst: 'ok' });
      this.#emit({ type: 'task-start', id, title: `${service} in ${place.region} of ${place.account}`, total });
    }
  }

  itemsFound(place: Place, spec: Listing, count: number): void {
    const task = this.#tasks.get(keyOf(place, spec.api.service));
    if (!task || count === 0) return;
    task.items += count;
    this.#emit({ type: 'task-progress', id: task.id, done: task.done, total: task.total, note: `${task.items} items` });
  }

  listingEnded(place: Place, spec: Listing, { outcome }: Tally): void {
    const task = this.#tasks.get(keyOf(place, spec.api.service));
    if (!task) return;
    task.done += 1;
    if (outcome !== 'ok' && task.worst === 'ok') task.worst = outcome;
    if (task.done < task.total) this.#emit({ type: 'task-progress', id: task.id, done: task.done, total: task.total, note: `${task.items} items` });
    else this.#emit({ type: 'task-end', id: task.id, outcome: endOf(task), note: `${task.items} items${task.worst === 'ok' ? '' : `, ${task.worst}`}` });
  }
}

function endOf({ worst, items }: Task): 'ok' | 'partial' | 'failed' | 'skipped' {
  if (worst === 'ok') return 'ok';
  if (items > 0) return 'partial';
  return worst === 'skipped' || worst === 'unsupported' ? 'skipped' : 'failed';
}

function keyOf(place: Place, service: string): string {
  return `collect ${place.account} ${place.region} ${service}`;
}
