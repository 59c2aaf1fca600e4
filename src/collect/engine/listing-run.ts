import { isGone, stringsIn, textOf, type JsonObject } from '../../aws/index.ts';
import type { CoverageOutcome } from '../../model/index.ts';
import { itemsAt, joinPages, listField } from '../items.ts';
import type { Context, Each, Listing, Place } from '../listing.ts';
import type { Question } from '../sources/source.ts';
import { CallFold, NOT_ASKED, type Tally } from './call-fold.ts';
import type { Collection } from './collection.ts';

/** One question in one place, with the calls that it takes. */
export class ListingRun {
  readonly spec: Listing;
  readonly #collection: Collection;
  readonly #place: Place;
  readonly #listeners: ((items: readonly JsonObject[]) => void)[] = [];
  readonly #ended = Promise.withResolvers<Tally>();
  readonly #fold = new CallFold();
  /** The resources to ask about: each once, in the order in which they were found. */
  readonly #asked = new Set<string>();
  /** Those that a dump's one file for all speaks of. */
  readonly #answered = new Set<string>();
  readonly #waiting: string[] = [];
  readonly #parents = new Map<string, JsonObject>();
  readonly #calls: Promise<void>[] = [];
  #dependsOn: readonly ListingRun[] = [];
  #alsoFrom: readonly ListingRun[] = [];

  constructor(collection: Collection, spec: Listing, place: Place) {
    this.#collection = collection;
    this.spec = spec;
    this.#place = place;
  }

  /** Hears of what the listings that it depends on find. Gaps in `others` leave no doubt on what is asked here. */
  listenTo(parents: readonly ListingRun[], others: readonly ListingRun[]): void {
    const { each } = this.spec;
    if (!each) return;
    this.#dependsOn = parents;
    this.#alsoFrom = others;
    for (const parent of [...parents, ...others]) parent.#listeners.push((items) => this.#parentsFound(each, items));
  }

  /** Resolves when every call has ended; the ledger then knows how it went. */
  async start(): Promise<void> {
    const { each } = this.spec;
    let missing: { outcome: CoverageOutcome; reason: string } | undefined;
    if (!each) await this.#call([]);
    else {
      const tallies = await Promise.all(this.#dependsOn.map((parent) => parent.#ended.promise));
      await Promise.all(this.#alsoFrom.map((parent) => parent.#ended.promise));
      missing = incomplete(this.#dependsOn, tallies);
      if (this.#asksAtOnce && this.#asked.size > 0) await this.#callAtOnce(each);
      await Promise.all(this.#calls);
    }
    const tally = this.#fold.tally(missing);
    this.#collection.ledger.record(this.spec, this.#place, tally);
    this.#collection.progress.listingEnded(this.#place, this.spec, tally);
    this.#ended.resolve(tally);
  }

  #parentsFound(each: Each, items: readonly JsonObject[]): void {
    for (const item of items) {
      for (const id of each.ids(item)) {
        if (id === '' || this.#asked.has(id)) continue;
        this.#asked.add(id);
        this.#waiting.push(id);
        if (each.batch === 1) this.#parents.set(id, item);
      }
    }
    if (this.#asksAtOnce) return;
    while (this.#waiting.length > 0) this.#calls.push(this.#call(this.#waiting.splice(0, each.batch)));
  }

  /** Where one file answers for all that would be asked about in batches. */
  get #asksAtOnce(): boolean {
    return (this.spec.each?.batch ?? 1) > 1 && !this.#collection.source.batches;
  }

  async #callAtOnce({ names, namesAll }: Each): Promise<void> {
    this.#listeners.push((items) => {
      for (const item of items) this.#answered.add(textOf(item[names]));
    });
    await this.#call([]);
    if (namesAll !== true || this.#fold.answeredCalls === 0) return;
    const absent = [...this.#asked].filter((id) => !this.#answered.has(id));
    if (absent.length > 0) this.#fold.refused('skipped', 'in use, but not in the file', absent.length);
  }

  /** One call with all its pages. Never rejects: what went wrong is in the fold, and stops the collection where it must. */
  async #call(ids: readonly string[]): Promise<void> {
    const context = this.#contextOf(ids);
    const counts = new Map<JsonObject, number>();
    const whole = this.spec.items === '';
    try {
      this.#collection.throwIfStopped();
      const answer = await this.#collection.source.ask(this.#question(ids, context), (page) => {
        if (!whole) counts.set(page, this.#take(page, context, ids));
      });
      if (answer.outcome !== 'ok' && answer.pages.length === 0) {
        if (context.parentId !== undefined && isGone(answer.code ?? '')) this.#fold.gone();
        else this.#fold.refused(answer.outcome, answer.message ?? 'no reason was given', ids.length);
        return;
      }
      const items = whole ? this.#take(joinPages(answer.pages), context, ids) : answer.pages.reduce((sum, page) => sum + (counts.get(page) ?? 0), 0);
      this.#fold.answered(items, answer.pages.length, answer.outcome === 'ok' ? undefined : (answer.message ?? ''));
    } catch (error) {
      this.#collection.stop(error);
      const items = [...counts.values()].reduce((sum, count) => sum + count, 0);
      if (counts.size > 0) this.#fold.answered(items, counts.size, 'the run was stopped');
      else this.#fold.refused('skipped', 'the run was stopped before it was asked', ids.length);
    }
  }

  #contextOf(ids: readonly string[]): Context {
    const [id] = ids;
    if (this.spec.each?.batch !== 1 || id === undefined) return this.#place;
    const parent = this.#parents.get(id);
    return { ...this.#place, parentId: id, ...(parent ? { parent } : {}) };
  }

  #question(ids: readonly string[], { parentId, parent }: Context): Question {
    const { spec } = this;
    const { each } = spec;
    const aliases = (each?.aliases ?? []).map((field) => parent?.[field]).filter((alias) => typeof alias === 'string');
    return {
      account: this.#place.account,
      region: this.#place.region,
      api: spec.api,
      items: spec.items,
      input: each && ids.length > 0 ? { ...spec.input, ...each.input(ids) } : { ...spec.input },
      ...(spec.variant === undefined ? {} : { variant: spec.variant }),
      ...(each && parentId !== undefined
        ? { about: { id: parentId, names: each.names, mayBeEmpty: each.mayBeEmpty !== false, aliases, ...answerField(spec, each) } }
        : {}),
    };
  }

  /** Takes in one page: user data first, then the rest without its secrets. Returns how many items it held. */
  #take(page: JsonObject, context: Context, ids: readonly string[]): number {
    const { spec } = this;
    const { resources, userData, scrubber, record } = this.#collection;
    if (spec.userData) for (const item of this.#itemsOf(page)) for (const found of spec.userData(item, context)) userData.read(found, this.#place);
    const clean = scrubber.scrub(page);
    record?.(spec, context, clean, ids);
    for (const id of stringsIn(page['AskedAbout'])) this.#answered.add(id);
    const items = this.#itemsOf(clean).flatMap((item) => spec.shape?.(item, context) ?? item);
    for (const item of items) {
      if (spec.kind !== undefined) resources.add(spec, spec.kind, item, context);
      for (const addition of spec.adds?.(item, context) ?? []) resources.addition(addition, this.#place);
      if (spec.alias) this.#collection.aliases.set(this.#place.account, spec.alias(item));
    }
    this.#collection.progress.itemsFound(this.#place, spec, items.length);
    for (const listener of this.#listeners) listener(items);
    return items.length;
  }

  #itemsOf(page: JsonObject): readonly JsonObject[] {
    return this.spec.items === '' ? [page] : itemsAt(page, this.spec.items);
  }
}

/** The field that the items of one answer lie in; none where the answer is a single structure. */
function answerField(spec: Listing, each: Each): { readonly list?: string } {
  const list = spec.items === '' ? each.answer : listField(spec.items);
  return list === undefined ? {} : { list };
}

/** The first listing that was not wholly answered, in words; undefined where every one was. */
function incomplete(parents: readonly ListingRun[], tallies: readonly Tally[]): { outcome: CoverageOutcome; reason: string } | undefined {
  const index = tallies.findIndex(({ outcome }) => outcome !== 'ok');
  const parent = parents[index];
  const tally = tallies[index];
  if (!parent || !tally) return undefined;
  const allRefused = tallies.every(({ outcome }) => outcome !== 'ok' && outcome !== 'partial');
  // A parent that was not asked itself passes its own reason on.
  const reason = tally.message?.startsWith(NOT_ASKED) === true
    ? tally.message.slice(NOT_ASKED.length)
    : `${parent.spec.api.action} was ${tally.outcome}${tally.message === undefined ? '' : ` (${tally.message})`}`;
  return { outcome: allRefused ? tally.outcome : 'partial', reason };
}
