import type { JsonObject } from '../../aws/index.ts';
import type { Emit } from '../../model/index.ts';
import type { Context, Listing } from '../listing.ts';
import type { Source } from '../sources/source.ts';
import { Ledger } from './ledger.ts';
import { Progress } from './progress.ts';
import { ResourceStore } from './resources.ts';
import { Scrubber } from '../scrub.ts';
import { UserDataReader } from './user-data-reader.ts';

/** Told of every page, without its secrets, and of the ids that it was asked about. */
export type RecordPage = (spec: Listing, context: Context, page: JsonObject, ids: readonly string[]) => void;

export interface CollectionOptions {
  readonly source: Source;
  readonly userData: boolean;
  readonly fingerprintKey: string;
  readonly emit: Emit;
  readonly record?: RecordPage | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** What the runs of all places share. */
export class Collection {
  readonly source: Source;
  readonly ledger = new Ledger();
  readonly scrubber = new Scrubber();
  readonly resources = new ResourceStore();
  readonly userData: UserDataReader;
  readonly progress: Progress;
  readonly record: RecordPage | undefined;
  /** By account. */
  readonly aliases = new Map<string, string>();
  readonly #signal: AbortSignal | undefined;
  #stoppedBy: unknown;

  constructor({ source, userData, fingerprintKey, emit, record, signal }: CollectionOptions) {
    this.source = source;
    this.userData = new UserDataReader(this.resources, fingerprintKey, userData);
    this.progress = new Progress(emit);
    this.record = record;
    this.#signal = signal;
  }

  /** Nothing more is asked; the first reason counts. */
  stop(error: unknown): void {
    this.#stoppedBy ??= error;
  }

  get stoppedBy(): unknown {
    return this.#stoppedBy;
  }

  throwIfStopped(): void {
    if (this.#stoppedBy !== undefined) throw this.#stoppedBy;
    this.#signal?.throwIfAborted();
  }
}
