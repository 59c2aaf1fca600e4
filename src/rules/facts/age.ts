const MS_PER_DAY = 86_400_000;

/** Whole days from `instant` (ISO 8601) to `now`; undefined where the text is no instant. */
export function daysSince(instant: string | undefined, now: Date): number | undefined {
  const at = instant === undefined ? Number.NaN : Date.parse(instant);
  return Number.isNaN(at) ? undefined : Math.floor((now.getTime() - at) / MS_PER_DAY);
}

/** The date of an ISO 8601 instant. */
export function dateOf(instant: string): string {
  return instant.slice(0, 10);
}
