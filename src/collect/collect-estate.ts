import { randomBytes } from 'node:crypto';
import type { Account, Emit, Estate } from '../model/index.ts';
import { listings } from './collectors.ts';
import { Collection, type RecordPage } from './engine/collection.ts';
import { runPlace } from './engine/place-run.ts';
import type { Source } from './sources/source.ts';
import { CollectionStopped } from './stopped.ts';

export interface CollectOptions {
  readonly source: Source;
  /** False: user data is not asked for, and what launch templates hold of it is dropped unread. */
  readonly userData: boolean;
  readonly emit: Emit;
  readonly signal?: AbortSignal | undefined;
  readonly now: Date;
  /** The run store's own key, so that equal scripts have equal fingerprints across its runs. Random where none is given. */
  readonly fingerprintKey?: string | undefined;
  /** Told of every answer without its secrets: for a dump. */
  readonly record?: RecordPage | undefined;
}

const NOT_WANTED = { outcome: 'skipped', items: 0, pages: 0, message: 'user data was not to be read' } as const;

/**
 * Asks every question of every account and region at once, and keeps what comes back as it was seen, without secrets.
 * The estate is sorted, so that equal answers make equal bytes.
 *
 * @throws CollectionStopped when the signal aborts or the credentials expire; `partialEstate` holds what was collected.
 */
export async function collectEstate(options: CollectOptions): Promise<Estate> {
  const { source, userData, emit, signal, now, fingerprintKey = randomBytes(32).toString('hex'), record } = options;
  const collection = new Collection({ source, userData, fingerprintKey, emit, record, signal });
  const specs = listings({ userData });
  const regional = specs.filter((spec) => spec.global !== true);
  const global = specs.filter((spec) => spec.global === true);
  const runs = source.accounts.flatMap(({ id: account, partition, regions }) => [
    ...regions.map((region) => ({ place: { account, region, partition }, specs: regional })),
    { place: { account, region: 'global', partition }, specs: global },
  ]);
  for (const run of runs) collection.progress.begin(run.place, run.specs);
  for (const spec of listings({ userData: true })) {
    if (!specs.includes(spec)) for (const { place } of runs) if ((place.region === 'global') === (spec.global === true)) collection.ledger.record(spec, place, NOT_WANTED);
  }
  await Promise.all(runs.map(async (run) => runPlace(collection, run.specs, run.place)));
  await collection.userData.done();

  const resources = collection.resources.build(collection.ledger);
  const estate: Estate = {
    accounts: source.accounts.map((account) => toAccount(account, collection.aliases.get(account.id))),
    regions: [...new Set(source.accounts.flatMap(({ regions }) => regions))].sort(),
    collectedAt: now.toISOString(),
    source: source.kind,
    resources,
    coverage: collection.ledger.entries(),
  };
  for (const note of source.notes ?? []) emit({ type: 'info', text: note });
  if (collection.stoppedBy !== undefined) throw new CollectionStopped(collection.stoppedBy, estate);
  return estate;
}

function toAccount({ id, partition, alias, callerArn }: Source['accounts'][number], found: string | undefined): Account {
  const known = found ?? alias;
  return { id, partition, ...(known === undefined ? {} : { alias: known }), ...(callerArn === undefined ? {} : { callerArn }) };
}
