import type { Estate } from './estate.ts';
import { coverageOf } from './estate-lookup.ts';
import type { ResourceOf } from './kind-schemas.ts';
import { KINDS, type Kind } from './kinds.ts';
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

/** The region under which a global service's resources and coverage are kept. */
export const GLOBAL = 'global';

const GLOBAL_SERVICES: ReadonlySet<string> = new Set(['iam', 'route53', 'cloudfront', 'globalaccelerator']);

/** Whether the service of a kind knows no regions: its resources are listed once per account. */
export function isGlobalKind(kind: Kind): boolean {
  return GLOBAL_SERVICES.has(KINDS[kind].service);
}

/**
 * Look-ups over an estate, each built once on first use. Pure: it reads the estate and keeps nothing but maps.
 * Resources of a global service (region `global`) are seen from every region of their account.
 */
export class EstateIndex {
  readonly estate: Estate;
  readonly scopes: readonly Scope[];
  readonly #grouped = new Map<Kind, Map<string, unknown[]>>();
  readonly #views = new Map<string, ScopeView>();
  /** The same views by scope object: a look-up with a scope that was seen before builds no key string. */
  readonly #viewsOf = new WeakMap<Scope, ScopeView>();
  #last: { readonly scope: Scope; readonly view: ScopeView } | undefined;

  constructor(estate: Estate) {
    this.estate = estate;
    this.scopes = estate.accounts.flatMap((account) => estate.regions.map((region) => ({ account: account.id, region })));
  }

  /** Every resource of a kind in a scope. */
  list<K extends Kind>(scope: Scope, kind: K): readonly ResourceOf<K>[] {
    const { lists } = this.#view(scope);
    let list = lists.get(kind) as readonly ResourceOf<K>[] | undefined;
    if (!list) {
      const byScope = this.#group(kind);
      const regional = byScope.get(`${scope.account} ${scope.region}`) ?? [];
      const global = scope.region === GLOBAL ? undefined : byScope.get(`${scope.account} ${GLOBAL}`);
      list = global ? [...regional, ...global] : regional;
      lists.set(kind, list);
    }
    return list;
  }

  /** The resource with this id, or undefined; whether that means "gone" depends on `completeness`. */
  get<K extends Kind>(scope: Scope, kind: K, id: string): ResourceOf<K> | undefined {
    const { byId } = this.#view(scope);
    let map = byId.get(kind) as Map<string, ResourceOf<K>> | undefined;
    if (!map) {
      map = new Map(this.list(scope, kind).map((resource) => [resource.id, resource]));
      byId.set(kind, map);
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
    const { byKey } = this.#view(scope);
    let maps = byKey.get(kind);
    if (!maps) byKey.set(kind, (maps = new Map()));
    let map = maps.get(keyName) as Map<string, ResourceOf<K>[]> | undefined;
    if (!map) {
      map = new Map();
      for (const resource of this.list(scope, kind)) {
        const keys = keysOf(resource);
        for (const key of keys.length < 2 ? keys : new Set(keys)) {
          if (key === undefined) continue;
          const bucket = map.get(key);
          if (bucket) bucket.push(resource);
          else map.set(key, [resource]);
        }
      }
      maps.set(keyName, map);
    }
    return map.get(value) ?? [];
  }

  /** Whether every resource of the kind in the scope is in the estate. A call that nobody made is `missing`. */
  completeness(scope: Scope, kind: Kind): Completeness {
    return completenessOf(kind, coverageOf(this.estate, kind, scope.account, scope.region));
  }

  #view(scope: Scope): ScopeView {
    // Millions of questions in a row are about one scope.
    if (this.#last?.scope === scope) return this.#last.view;
    let view = this.#viewsOf.get(scope);
    if (!view) {
      const key = `${scope.account} ${scope.region}`;
      view = this.#views.get(key) ?? { lists: new Map(), byId: new Map(), byKey: new Map() };
      this.#views.set(key, view);
      this.#viewsOf.set(scope, view);
    }
    this.#last = { scope, view };
    return view;
  }

  #group<K extends Kind>(kind: K): Map<string, ResourceOf<K>[]> {
    let byScope = this.#grouped.get(kind) as Map<string, ResourceOf<K>[]> | undefined;
    if (!byScope) {
      byScope = new Map();
      for (const resource of (this.estate.resources[kind] ?? []) as readonly ResourceOf<K>[]) {
        const key = `${resource.account} ${resource.region}`;
        const bucket = byScope.get(key);
        if (bucket) bucket.push(resource);
        else byScope.set(key, [resource]);
      }
      this.#grouped.set(kind, byScope);
    }
    return byScope;
  }
}

/** What was looked up in one scope so far, by kind. */
interface ScopeView {
  readonly lists: Map<Kind, readonly unknown[]>;
  readonly byId: Map<Kind, Map<string, unknown>>;
  readonly byKey: Map<Kind, Map<string, Map<string, unknown[]>>>;
}

const COMPLETE: Completeness = Object.freeze({ state: 'complete' });

/** The outcome as the rest of a sentence that begins with the IAM action. */
const OUTCOME_WORDS = {
  partial: 'was answered in part',
  denied: 'was denied',
  throttled: 'was throttled',
  unsupported: 'is not offered in this region',
  skipped: 'was not called',
  failed: 'failed',
} as const satisfies Record<Exclude<CoverageEntry['outcome'], 'ok'>, string>;

function completenessOf(kind: Kind, entry: CoverageEntry | undefined): Completeness {
  if (!entry) return { state: 'missing', reason: `${KINDS[kind].action} was not called in this run`, action: KINDS[kind].action };
  if (entry.outcome === 'ok') return COMPLETE;
  const reason = `${entry.action} ${OUTCOME_WORDS[entry.outcome]}${entry.message ? `: ${entry.message}` : ''}`;
  return { state: entry.outcome === 'partial' ? 'partial' : 'missing', reason, action: entry.action };
}
