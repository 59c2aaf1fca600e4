/** Person-days, low and high. Estimates of our own, to be replaced by the team's: they order steps, they are no offer. */
export interface Effort {
  readonly low: number;
  readonly high: number;
}

/** A fixed part for deciding and testing, and a part for every resource that is touched. */
export interface EffortModel {
  readonly base: Effort;
  readonly each: Effort;
}

/** `base + each × resources`, to half a day. */
export function effortOf(model: EffortModel, resources: number): Effort {
  const toHalf = (days: number): number => Math.max(0.5, Math.round(days * 2) / 2);
  return {
    low: toHalf(model.base.low + model.each.low * resources),
    high: toHalf(model.base.high + model.each.high * resources),
  };
}

export const SMALL: EffortModel = { base: { low: 0.5, high: 1 }, each: { low: 0.05, high: 0.1 } };
export const MEDIUM: EffortModel = { base: { low: 1, high: 3 }, each: { low: 0.25, high: 0.5 } };
export const LARGE: EffortModel = { base: { low: 3, high: 8 }, each: { low: 1, high: 3 } };
