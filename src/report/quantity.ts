import { format } from 'd3-format';

const grouped = format(',.0f');
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** `1,234`. */
export function count(value: number): string {
  return grouped(value);
}

/** `1 instance`, `3 instances`, `2 policies`. */
export function plural(value: number, one: string, many = `${one}s`): string {
  return `${count(value)} ${value === 1 ? one : many}`;
}

/** Three significant figures at least, no needless zeros: `0.84`, `38.2`, `412`, `1,480`. */
export function figure(value: number): string {
  const size = Math.abs(value);
  if (size >= 100) return grouped(value);
  return String(Number(value.toFixed(size >= 10 ? 1 : size >= 0.1 || size === 0 ? 2 : 4)));
}

/** A fraction as `62 %`; what is above 0 and below 1 never reads as 0 % or 100 %. */
export function percent(fraction: number): string {
  const whole = Math.round(fraction * 100);
  if (whole === 0 && fraction > 0) return '< 1 %';
  if (whole === 100 && fraction < 1) return '> 99 %';
  return `${whole} %`;
}

/** Bytes in powers of 1000: `412 GB`. */
export function bytes(value: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'] as const;
  let step = 0;
  let rest = value;
  while (Math.abs(rest) >= 999.5 && step < units.length - 1) {
    rest /= 1000;
    step += 1;
  }
  return `${figure(rest)} ${units[step] ?? 'B'}`;
}

/** Milliseconds, as seconds from one second up: `36.1 ms`, `1.48 s`. */
export function duration(ms: number): string {
  return Math.abs(ms) >= 1000 ? `${figure(ms / 1000)} s` : `${figure(ms)} ms`;
}

/** A decimal string or a number with its currency: `USD 12.40`, `USD 1,235`. */
export function money(amount: string | number, currency: string): string {
  const value = Number(amount);
  if (!Number.isFinite(value)) return `${currency} ?`;
  return `${currency} ${Math.abs(value) >= 1000 ? grouped(value) : value.toFixed(2)}`;
}

/** A metric's value in the unit that CloudWatch gives it: `Percent`, `Bytes`, `Seconds`, `Count`, … */
export function measure(value: number, unit: string): string {
  switch (unit) {
    case 'Percent': return `${figure(value)} %`;
    case 'Bytes': return bytes(value);
    case 'Bytes/Second': return `${bytes(value)}/s`;
    case 'Kilobytes': return bytes(value * 1000);
    case 'Megabytes': return bytes(value * 1e6);
    case 'Seconds': return duration(value * 1000);
    case 'Milliseconds': return duration(value);
    case 'Microseconds': return duration(value / 1000);
    case 'Count': return value >= 1e6 ? `${figure(value / 1e6)} M` : figure(value);
    case 'Count/Second': return `${figure(value)} /s`;
    case 'None': return figure(value);
    default: return `${figure(value)} ${unit}`;
  }
}

/** `20 Nov 2026`; a text that is no instant is given back as it is. */
export function day(iso: string): string {
  const at = new Date(iso);
  return Number.isNaN(at.getTime()) ? iso : `${at.getUTCDate()} ${MONTHS[at.getUTCMonth()] ?? ''} ${at.getUTCFullYear()}`;
}

/** `20 Nov 2026, 10:15 UTC`. */
export function minute(iso: string): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return iso;
  return `${day(iso)}, ${String(at.getUTCHours()).padStart(2, '0')}:${String(at.getUTCMinutes()).padStart(2, '0')} UTC`;
}

/** `2026-08` as `Aug 2026`. */
export function month(name: string): string {
  const [year, number] = name.split('-');
  return `${MONTHS[Number(number) - 1] ?? name} ${year ?? ''}`.trim();
}

/** `a`, `a and b`, `a, b and c`; after `limit` items `a, b and 7 more`. */
export function listed(items: readonly string[], limit = Number.POSITIVE_INFINITY): string {
  if (items.length > limit) return `${items.slice(0, limit).join(', ')} and ${count(items.length - limit)} more`;
  if (items.length < 2) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;
}

/** `0.5 to 1 day`, `4 to 8 days`. */
export function effort(range: { readonly low: number; readonly high: number }): string {
  const unit = range.high === 1 ? 'day' : 'days';
  return range.low === range.high ? `${figure(range.low)} ${unit}` : `${figure(range.low)} to ${figure(range.high)} ${unit}`;
}
