import { serviceOf } from './services.ts';
import type { ServiceName } from './services.ts';
import { operationOf } from './shape.ts';
import type { Operation } from './shape.ts';

/** The operations of one service, from the schemas that its SDK client exports. */
export interface Operations {
  readonly names: readonly string[];
  find(name: string): Operation | undefined;
  /** REST: the operation that a method and path address, with its path labels. */
  match(method: string, path: string): { operation: Operation; labels: ReadonlyMap<string, string> } | undefined;
}

const loading = new Map<ServiceName, Promise<Operations>>();

/** Loads a service's operations once; later calls share the result. */
export function operationsOf(service: ServiceName): Promise<Operations> {
  let operations = loading.get(service);
  if (operations === undefined) loading.set(service, (operations = load(service)));
  return operations;
}

async function load(service: ServiceName): Promise<Operations> {
  const operations = Object.values(await serviceOf(service).load()).map(operationOf).filter((one) => one !== undefined);
  const byName = new Map(operations.map((operation) => [operation.name, operation]));
  const routes = operations.flatMap(routeOf);
  return {
    names: [...byName.keys()],
    find: (name) => byName.get(name),
    match: (method, path) => {
      for (const route of routes) {
        const found = route.method === method ? route.pattern.exec(path) : null;
        if (found !== null) return { operation: route.operation, labels: new Map(Object.entries(found.groups ?? {}).map(([key, value]) => [key, decodeURIComponent(value)])) };
      }
      return undefined;
    },
  };
}

interface Route {
  readonly method: string;
  readonly pattern: RegExp;
  readonly operation: Operation;
}

/** `/2013-04-01/hostedzone/{HostedZoneId}/rrset` as a pattern; `{Key+}` spans slashes. Fixed query parts are not used by reads. */
function routeOf(operation: Operation): readonly Route[] {
  if (operation.http === undefined) return [];
  const path = (operation.http.path.split('?')[0] ?? '').replace(/[.*^$()|[\]\\]/g, String.raw`\$&`)
    .replace(/\{(\w+)(\+?)\}/g, (_, name: string, greedy: string) => `(?<${name}>${greedy === '' ? '[^/]+' : '.+'})`);
  return [{ method: operation.http.method, pattern: new RegExp(`^${path.replace(/\/$/, '')}/?$`), operation }];
}
