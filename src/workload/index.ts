export { analyseUserData, inspectUserData, type ReadableUserData, type UserDataInspection } from './user-data/inspect.ts';
export { COMPONENTS, type ComponentRow } from './components/index.ts';
export type { ScriptFacts } from './user-data/facts.ts';
