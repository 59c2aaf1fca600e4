import { coverageOf, type Estate } from './estate.ts';
import type { Kind, ResourceOf } from './kinds.ts';
import type { CoverageEntry } from './coverage.ts';

/** One account and one region: what a resource of one may refer to by a bare id. */
export interface Scope {
  readonly account: string;
  readonly region: string;
}

/** How far the listing of a kind can be trusted in a scope. */
export type Completeness =
  | { readonly state: 'complete' }
  | { readonly state: 'partial' | 'missing'; readonly reason: string; readonly action: string };

/**
 * Look-ups over an estate, each built once on first use. Pure: it reads the estate and keeps nothing but maps.
 * Resources of a global service (region `global`) are seen from every region of their account.
 */
export class EstateIndex {
  readonly estate: Estate;
  readonly scopes: readonly Scope[];
  readonly #lists = new Map<string, Map<string, unknown[]>>();
  readonly #maps = new Map<string, Map<string, unknown>>();

  constructor(estate: Estate) {
    this.estate = estate;
    this.scopes = estate.accounts.flatMap((account) => estate.regions.map((region) => ({ account: account.id, region })));
  }

  /** Every resource of a kind in a scope. */
  list<K extends Kind>(scope: Scope, kind: K): readonly ResourceOf<K>[] {
    const byScope = this.#grouped(kind);
    const regional = byScope.get(`${scope.account} ${scope.region}`);
    const global = byScope.get(`${scope.account} global`);
    if (!global) return regional ?? [];
    return regional ? [...regional, ...global] : global;
  }

  /** The resource with this id, or undefined; whether that means "gone" depends on `completeness`. */
  get<K extends Kind>(scope: Scope, kind: K, id: string): ResourceOf<K> | undefined {
    const key = `${kind} ${scope.account} ${scope.region}`;
    let map = this.#maps.get(key) as Map<string, ResourceOf<K>> | undefined;
    if (!map) {
      map = new Map(this.list(scope, kind).map((resource) => [resource.id, resource]));
      this.#maps.set(key, map);
    }
    return map.get(id);
  }

  /**
   * The resources of a kind whose key is `value`. `keyName` names the key function and must be unique to it:
   * the map behind it is built once per scope, kind and name.
   */
  where<K extends Kind>(
    scope: Scope, kind: K, keyName: string, keysOf: (resource: ResourceOf<K>) => readonly (string | undefined)[], value: string,
  ): readonly ResourceOf<K>[] {
    const key = `${kind} ${keyName} ${scope.account} ${scope.region}`;
    let map = this.#maps.get(key) as Map<string, ResourceOf<K>[]> | undefined;
    if (!map) {
      map = new Map();
      for (const resource of this.list(scope, kind)) {
        for (const k of new Set(keysOf(resource))) {
          if (k === undefined) continue;
          const bucket = map.get(k);
          if (bucket) bucket.push(resource);
          else map.set(k, [resource]);
        }
      }
      this.#maps.set(key, map);
    }
    return map.get(value) ?? [];
  }

  /** Whether every resource of the kind in the scope is in the estate. A call that nobody made is `missing`. */
  completeness(scope: Scope, kind: Kind): Completeness {
    const entry = coverageOf(this.estate, kind, scope.account, scope.region);
    return completenessOf(kind, entry);
  }

  #grouped<K extends Kind>(kind: K): Map<string, ResourceOf<K>[]> {
    let byScope = this.#lists.get(kind) as Map<string, ResourceOf<K>[]> | undefined;
    if (!byScope) {
      byScope = new Map();
      for (const resource of (this.estate.resources[kind] ?? []) as readonly ResourceOf<K>[]) {
        const key = `${resource.account} ${resource.region}`;
        const bucket = byScope.get(key);
        if (bucket) bucket.push(resource);
        else byScope.set(key, [resource]);
      }
      this.#lists.set(kind, byScope);
    }
    return byScope;
  }
}

function completenessOf(kind: Kind, entry: CoverageEntry | undefined): Completeness {
  if (!entry) return { state: 'missing', reason: `${kind}: not asked for in this run`, action: '' };
  if (entry.outcome === 'ok') return { state: 'complete' };
  const reason = `${entry.action} was ${entry.outcome}${entry.message ? `: ${entry.message}` : ''}`;
  return { state: entry.outcome === 'partial' ? 'partial' : 'missing', reason, action: entry.action };
}
