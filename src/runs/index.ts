export { jsonLines } from './json-lines.ts';
export { newRunId } from './run-id.ts';
export { RunStore, type RunSummary, type StoredRun } from './store.ts';
