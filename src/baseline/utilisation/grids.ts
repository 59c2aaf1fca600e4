import type { GridId } from './metric-spec.ts';
import { closedWindow, DAY_SEC, FIVE_MINUTES_SEC, HOUR_SEC, MINUTE_SEC, type MetricWindow } from './windows.ts';

/** Look-back of the utilisation figures, days: what Compute Optimizer uses by default, and within the 15 days of minute data. */
export const LOOK_BACK_DAYS = 14;
/** Look-back for the shape of the week and the peak of the season, days; CloudWatch then has whole hours only. */
export const SEASON_DAYS = 90;

export type Grids = Readonly<Record<GridId, MetricWindow>>;

/** Every grid's window at `now`. */
export function gridsAt(now: Date): Grids {
  return {
    minute: closedWindow(now, LOOK_BACK_DAYS, MINUTE_SEC),
    'five-minutes': closedWindow(now, LOOK_BACK_DAYS, FIVE_MINUTES_SEC),
    hour: closedWindow(now, LOOK_BACK_DAYS, HOUR_SEC),
    day: closedWindow(now, LOOK_BACK_DAYS, DAY_SEC),
    whole: closedWindow(now, LOOK_BACK_DAYS, LOOK_BACK_DAYS * DAY_SEC),
    season: closedWindow(now, SEASON_DAYS, HOUR_SEC),
  };
}
