import type { Host } from '../host.ts';
import type { StoredResult } from './assess.ts';
export function summarise(result: StoredResult, _host: Host): string { return `${result.directory}\n`; }
