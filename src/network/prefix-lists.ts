import type { Scope } from '../model/index.ts';
import { exactly, unknownClients, type Bounded } from './bounded.ts';
import { parseCidr, type Cidr, type Family } from './cidr.ts';
import { cidrSet } from './cidr-set.ts';
import type { EstateView } from './estate-view.ts';

/** The entries of a prefix list, or what is missing to know them. */
export type ListEntries = { readonly known: true; readonly cidrs: readonly Cidr[] } | { readonly known: false; readonly missing: string };

/** Customer and AWS-managed prefix lists by id. A list without entries in the estate is unknown, not empty. */
export class PrefixLists {
  readonly #view: EstateView;
  readonly #entries = new Map<string, ListEntries>();
  readonly #sets = new Map<string, Bounded>();

  constructor(view: EstateView) {
    this.#view = view;
  }

  entries(scope: Scope, id: string): ListEntries {
    let entries = this.#entries.get(id);
    if (!entries) {
      entries = this.#read(scope, id);
      this.#entries.set(id, entries);
    }
    return entries;
  }

  /** The addresses of one family in the list. */
  clients(scope: Scope, id: string, family: Family): Bounded {
    const key = `${family} ${id}`;
    let set = this.#sets.get(key);
    if (!set) {
      const entries = this.entries(scope, id);
      set = entries.known
        ? exactly(cidrSet(entries.cidrs.filter((cidr) => cidr.family === family)))
        : this.mayHold(id, family) ? unknownClients(family, [entries.missing]) : exactly([]);
      this.#sets.set(key, set);
    }
    return set;
  }

  /** Whether the list may have entries of the family: it says which one it is of. */
  mayHold(id: string, family: Family): boolean {
    const declared = this.#view.byId('managedPrefixList', id)?.AddressFamily?.toLowerCase();
    return declared === undefined || declared === family;
  }

  #read(scope: Scope, id: string): ListEntries {
    const listed = this.#view.byId('prefixListEntries', id);
    if (!listed) {
      return { known: false, missing: `entries of ${id}: ${this.#view.gap(scope, 'prefixListEntries') ?? 'not in the estate (ec2:GetManagedPrefixListEntries)'}` };
    }
    const cidrs: Cidr[] = [];
    for (const entry of listed.Entries) {
      const cidr = parseCidr(entry.Cidr ?? '');
      if (!cidr) return { known: false, missing: `entries of ${id}: "${entry.Cidr ?? ''}" is no CIDR block` };
      cidrs.push(cidr);
    }
    return { known: true, cidrs };
  }
}
