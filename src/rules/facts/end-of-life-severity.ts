import type { Severity } from '../../model/index.ts';
import type { Standing } from '../../workload/end-of-life/index.ts';
import { PROPOSAL } from './proposal.ts';
import type { Threshold } from '../rule.ts';

export const END_OF_LIFE_THRESHOLDS = {
  soon: { value: 180, unit: 'days before the end of security support', source: PROPOSAL },
  long: { value: 365, unit: 'days after the end of security support', source: PROPOSAL },
} as const satisfies Readonly<Record<string, Threshold>>;

/** How grave a standing is: over for long, over, over soon; undefined where it is neither over nor soon to be. */
export function gravity(standing: Standing, soonDays: number, longDays: number): Severity | undefined {
  if (standing.state === 'ended') return standing.daysLeft !== undefined && -standing.daysLeft <= longDays ? 'high' : 'critical';
  return standing.daysLeft !== undefined && standing.daysLeft < soonDays ? 'medium' : undefined;
}

/** `ended on 2026-06-30, 143 days ago`. */
export function describeStanding(standing: Standing): string {
  if (standing.state === 'ended') return standing.since === undefined ? 'ended on a day that is not stated' : `ended on ${standing.since}, ${-(standing.daysLeft ?? 0)} days ago`;
  return standing.until === undefined ? 'goes on, and no end is stated' : `ends on ${standing.until}, in ${standing.daysLeft} days`;
}
