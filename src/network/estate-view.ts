import { coverageOf, EstateIndex, KINDS, resourcesOf, type Estate, type Kind, type ResourceOf, type Scope } from '../model/index.ts';

const SILENT = new Set(['stopped', 'stopping', 'shutting-down', 'terminated']);

/**
 * The estate as the gates ask for it: by id over all accounts and regions (ids of the EC2 network are unique across them, and a shared
 * subnet's table is another account's), with one wording for what is missing.
 */
export class EstateView {
  readonly estate: Estate;
  readonly index: EstateIndex;
  readonly #byId = new Map<Kind, Map<string, unknown>>();
  #silent: Map<string, string> | undefined;
  readonly #gaps = new Map<string, string | null>();
  readonly #byKey = new Map<string, Map<string, unknown>>();

  constructor(estate: Estate) {
    this.estate = estate;
    this.index = new EstateIndex(estate);
  }

  all<K extends Kind>(kind: K): readonly ResourceOf<K>[] {
    return resourcesOf(this.estate, kind);
  }

  byId<K extends Kind>(kind: K, id: string): ResourceOf<K> | undefined {
    let map = this.#byId.get(kind) as Map<string, ResourceOf<K>> | undefined;
    if (!map) {
      map = new Map();
      for (const resource of this.all(kind)) map.set(resource.id, resource);
      this.#byId.set(kind, map);
    }
    return map.get(id);
  }

  /** Resources of a kind by a key; the map behind it is built once per kind and `keyName`. */
  where<K extends Kind>(kind: K, keyName: string, keysOf: (resource: ResourceOf<K>) => readonly (string | undefined)[], value: string): readonly ResourceOf<K>[] {
    const name = `${kind} ${keyName}`;
    let map = this.#byKey.get(name) as Map<string, ResourceOf<K>[]> | undefined;
    if (!map) {
      map = new Map();
      for (const resource of this.all(kind)) {
        const keys = keysOf(resource);
        for (const key of keys.length > 1 ? new Set(keys) : keys) {
          if (key === undefined) continue;
          const bucket = map.get(key);
          if (bucket) bucket.push(resource);
          else map.set(key, [resource]);
        }
      }
      this.#byKey.set(name, map);
    }
    return map.get(value) ?? [];
  }

  /** The state of an instance that answers nobody: stopped or going, not running. Most run, so only the others are kept. */
  silentState(instanceId: string): string | undefined {
    this.#silent ??= new Map(this.all('instance').flatMap(({ id, State }) => (SILENT.has(State?.Name ?? '') ? [[id, State?.Name ?? ''] as const] : [])));
    return this.#silent.get(instanceId);
  }

  /** Undefined where the listing is whole; else the action that would have told, and how it went. */
  gap(scope: Scope, kind: Kind): string | undefined {
    const key = `${kind} ${scope.account} ${scope.region}`;
    let gap = this.#gaps.get(key);
    if (gap === undefined) {
      gap = this.#readGap(scope, kind) ?? null;
      this.#gaps.set(key, gap);
    }
    return gap ?? undefined;
  }

  #readGap(scope: Scope, kind: Kind): string | undefined {
    const completeness = this.index.completeness(scope, kind);
    if (completeness.state === 'complete') return undefined;
    return completeness.action === '' ? `${KINDS[kind].action} was not called` : completeness.reason;
  }

  /** Whether the region has no such operation at all, so that there is nothing to be missing. */
  unsupported(scope: Scope, kind: Kind): boolean {
    return coverageOf(this.estate, kind, scope.account, scope.region)?.outcome === 'unsupported';
  }
}
