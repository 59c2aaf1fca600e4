export { explain } from '../rules/index.ts';
