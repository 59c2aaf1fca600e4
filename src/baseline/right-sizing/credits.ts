import type { RightSizing } from '../../model/index.ts';
import type { FigureIndex } from '../figure-index.ts';

/**
 * What the credits of a T instance say of its CPU figure. In standard mode an empty balance means that CPU was held at the baseline: what was
 * measured is then what was allowed, not what was wanted. In unlimited mode nothing is held back and the surplus is billed.
 */
export function creditsOf(figures: FigureIndex, instanceId: string, specification: string | undefined): NonNullable<RightSizing['credits']> {
  const minimumBalance = figures.value(instanceId, 'CPUCreditBalance', 'Minimum');
  const surplusCharged = figures.value(instanceId, 'CPUSurplusCreditsCharged', 'Sum');
  const mode = specification === 'standard' || specification === 'unlimited' ? specification : 'unknown';
  const throttled = mode === 'unlimited' ? false : minimumBalance === null ? null : minimumBalance > 0 ? false : mode === 'standard' ? true : null;
  return { mode, minimumBalance, surplusCharged, throttled };
}
