import type { TimestampFormat } from './shape.ts';

const UTC_MS = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** An instant as the wire wants it. `value` is ISO 8601, or seconds since the epoch where many are made (metrics). */
export function formatTimestamp(value: unknown, format: TimestampFormat): string | number {
  // The samples write instants as the XML protocols want them: nothing to do for most of a large answer.
  if (format === 'date-time' && typeof value === 'string' && UTC_MS.test(value)) return value;
  const ms = typeof value === 'number' ? value * 1000 : Date.parse(String(value));
  if (Number.isNaN(ms)) throw new Error(`not an instant: ${String(value)}`);
  if (format === 'epoch-seconds') return ms / 1000;
  return format === 'date-time' ? new Date(ms).toISOString() : new Date(ms).toUTCString();
}

/** The inverse: whatever a client sent (epoch seconds, ISO 8601, HTTP date) as ISO 8601; text that is no instant stays as it is. */
export function parseTimestamp(value: unknown): unknown {
  const ms = typeof value === 'number' ? value * 1000 : Date.parse(String(value));
  return Number.isNaN(ms) ? value : new Date(ms).toISOString();
}
