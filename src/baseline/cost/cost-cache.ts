import type { JsonObject } from '../../aws/index.ts';

/**
 * Where paid answers are kept, given by the app. Keys are opaque text; values are JSON. `get` resolves to undefined for what it does not
 * hold. Complete months hardly change, so how long a value lives is the app's choice.
 */
export interface CostCache {
  get(key: string): Promise<unknown>;
  put(key: string, value: JsonObject): Promise<void>;
}

/** What an answer is stored under: equal for equal account, window and filter, whatever the order of fields. */
export function cacheKey(action: string, account: string, request: JsonObject): string {
  return `${action} ${account} ${canonical(request)}`;
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    return `{${Object.entries(value).filter(([, field]) => field !== undefined).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, field]) => `${JSON.stringify(key)}:${canonical(field)}`).join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}
