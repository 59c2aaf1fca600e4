export { analyseUserData, inspectUserData, type ReadableUserData, type UserDataInspection } from './user-data/inspect.ts';
export { COMPONENTS, type ComponentRow } from './components/index.ts';
export type { ScriptFacts } from './user-data/facts.ts';
export { analyseWorkloads, type WorkloadInsight } from './analyse.ts';
export { moveGroups } from './dependencies/move-groups.ts';
