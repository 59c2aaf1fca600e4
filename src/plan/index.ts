export { makePlan, type PlanInput } from './plan.ts';
export { THEMES } from './themes.ts';
