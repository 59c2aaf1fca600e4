/** A stretch of complete calendar months, UTC. `start` and `end` are dates as Cost Explorer takes them; `end` is exclusive. */
export interface MonthSpan {
  readonly start: string;
  readonly end: string;
  /** `2026-08`, oldest first. */
  readonly months: readonly string[];
}

/** The `count` months that were over at `now`; the month that runs is never among them, on its first day neither. */
export function completeMonths(now: Date, count: number): MonthSpan {
  const first = (offset: number) => new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + offset, 1)).toISOString().slice(0, 10);
  return {
    start: first(-count),
    end: first(0),
    months: Array.from({ length: count }, (_, index) => first(index - count).slice(0, 7)),
  };
}

/** Days of `2028-02`: 29. */
export function daysOfMonth(month: string): number {
  const [year = Number.NaN, number = Number.NaN] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).getUTCDate();
}
