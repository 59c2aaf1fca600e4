import { textOf, type JsonObject } from '../../aws/index.ts';
import { KIND_NAMES, KIND_SCHEMAS, type Kind, type Resources } from '../../model/index.ts';
import type { Addition, Context, Listing, Place } from '../listing.ts';
import { foldTags } from '../scrub.ts';
import type { Ledger } from './ledger.ts';

interface Row { readonly account: string; readonly region: string; readonly id: string; readonly fields: Record<string, unknown>; tags: Record<string, string> }

/** The resources of a collection while they come in: by kind, place and id; a resource that comes twice is kept once. */
export class ResourceStore {
  readonly #rows = new Map<Kind, Map<string, Row>>();
  readonly #additions: { readonly place: Place; readonly addition: Addition }[] = [];

  add(spec: Listing, kind: Kind, item: JsonObject, context: Context): void {
    const { account, region } = context;
    const id = typeof spec.id === 'function' ? spec.id(item, context) : textOf(item[spec.id ?? '']);
    const { [spec.tags ?? '']: tags, ...fields } = item;
    const arn = arnOf(spec.arn, item, id, context);
    this.#put(kind, { account, region, id, fields: { ...fields, ...(arn === '' ? {} : { arn }) }, tags: foldTags(spec.tags === undefined ? [] : tags) });
  }

  /** A resource that is in the model's form already. */
  addWhole(kind: Kind, resource: Record<string, unknown> & { id: string; account: string; region: string; tags: Record<string, string> }): void {
    const { id, account, region, tags, ...fields } = resource;
    this.#put(kind, { id, account, region, tags, fields });
  }

  addition(addition: Addition, place: Place): void {
    this.#additions.push({ place, addition });
  }

  /**
   * Every resource, parsed by its kind's schema, sorted by account, region and id. What does not parse is left out, counted,
   * and makes the kind's coverage partial.
   */
  build(ledger: Ledger): Resources {
    this.#applyAdditions();
    const resources: Record<string, unknown[]> = {};
    for (const kind of KIND_NAMES) {
      const rows = this.#rows.get(kind);
      if (!rows) continue;
      const refused = new Map<string, { readonly row: Row; count: number; readonly why: string }>();
      const list: unknown[] = [];
      for (const row of [...rows.values()].sort(byPlaceAndId)) {
        const parsed = KIND_SCHEMAS[kind].safeParse({ ...row.fields, id: row.id, account: row.account, region: row.region, tags: row.tags });
        if (parsed.success && row.id !== '') {
          list.push(parsed.data);
          continue;
        }
        const scope = `${row.account} ${row.region}`;
        const issue = parsed.error?.issues[0];
        const seen = refused.get(scope);
        if (seen) seen.count += 1;
        else refused.set(scope, { row, count: 1, why: issue ? `${issue.path.join('.')}: ${issue.message}` : 'no id' });
      }
      resources[kind] = list;
      for (const { row, count, why } of refused.values()) ledger.doubt(kind, row, `${count} ${count === 1 ? 'item was' : 'items were'} not understood (${why})`);
    }
    return resources;
  }

  #put(kind: Kind, row: Row): void {
    let rows = this.#rows.get(kind);
    if (!rows) {
      rows = new Map();
      this.#rows.set(kind, rows);
    }
    rows.set(`${row.account} ${row.region} ${row.id}`, row);
  }

  #applyAdditions(): void {
    for (const { place, addition } of this.#additions) {
      const row = this.#rows.get(addition.kind)?.get(`${place.account} ${place.region} ${addition.id}`);
      if (!row) continue;
      if (addition.tags) row.tags = { ...row.tags, ...foldTags(addition.tags) };
      for (const [key, value] of Object.entries(addition.fields ?? {})) {
        const before = row.fields[key];
        row.fields[key] = Array.isArray(before) && Array.isArray(value) ? [...new Set([...before, ...value].map(String))].sort() : value;
      }
    }
  }
}

function arnOf(template: string | undefined, item: JsonObject, id: string, place: Place): string {
  if (template === undefined) return '';
  if (!template.startsWith('arn:')) return textOf(item[template]);
  const { account, region, partition } = place;
  const values: Record<string, string> = { account, region, partition, id, owner: textOf(item['OwnerId']) || account };
  return template.replace(/\{(\w+)\}/g, (_match, name: string) => values[name] ?? '');
}

function byPlaceAndId(a: Row, b: Row): number {
  return compare(a.account, b.account) || compare(a.region, b.region) || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
