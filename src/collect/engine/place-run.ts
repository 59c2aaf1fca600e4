import type { Listing, Place } from '../listing.ts';
import type { Collection } from './collection.ts';
import { ListingRun } from './listing-run.ts';

/**
 * Puts every question of one place at once. A question about what another one finds is put as soon as a page of that arrives:
 * no stage waits for the one before, so the whole takes as long as its longest chain of dependent pages.
 */
export async function runPlace(collection: Collection, specs: readonly Listing[], place: Place): Promise<void> {
  const runs = new Map(specs.map((spec) => [spec.name, new ListingRun(collection, spec, place)]));
  const named = (names: readonly string[] = []) => names.flatMap((name) => runs.get(name) ?? []);
  // Everyone listens before anyone starts, so that no first page is missed.
  for (const run of runs.values()) run.listenTo(named(run.spec.each?.of), named(run.spec.each?.alsoOf));
  await Promise.all([...runs.values()].map(async (run) => run.start()));
}
