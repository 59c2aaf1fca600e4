import type { ResourceOf } from '../../model/index.ts';
import { notApplicable } from '../rule.ts';

const OFF: ReadonlySet<string> = new Set(['stopping', 'stopped', 'shutting-down', 'terminated']);
const GONE: ReadonlySet<string> = new Set(['shutting-down', 'terminated']);

/** For rules on settings: they hold for a stopped instance too, which may be started again. */
export const TERMINATED = notApplicable('the instance is terminated');
/** For rules on what an instance does while it runs. */
export const NOT_RUNNING = notApplicable('the instance does not run');

/** Whether the instance is known to be gone. */
export function isTerminated(instance: ResourceOf<'instance'>): boolean {
  return GONE.has(instance.State?.Name ?? '');
}

/** Whether the instance is known not to run. A state that nobody reported (a Terraform state holds none) counts as running. */
export function isOff(instance: ResourceOf<'instance'>): boolean {
  return OFF.has(instance.State?.Name ?? '');
}
