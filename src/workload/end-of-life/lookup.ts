import { PRODUCTS, type StatedDate } from './releases.ts';

/** What the table says of one release. */
export interface Release {
  /** endoflife.date product slug. */
  readonly product: string;
  /** The product's own name: `Amazon Linux`. */
  readonly title: string;
  readonly cycle: string;
  readonly activeSupportEnds: StatedDate;
  readonly securitySupportEnds: StatedDate;
  readonly extendedSupportEnds: StatedDate;
}

/**
 * Where a release stands at an instant. `daysLeft` counts whole days to the last day with security fixes; it is negative after it.
 * `ended` without a date has no `daysLeft`, as has `supported` without one.
 */
export type Standing =
  | { readonly state: 'ended'; readonly since: string | undefined; readonly daysLeft: number | undefined }
  | { readonly state: 'supported'; readonly until: string | undefined; readonly daysLeft: number | undefined };

const MS_PER_DAY = 86_400_000;

/**
 * The release of `product` that `version` belongs to: the cycle that equals it or is its longest dotted prefix
 * (`8.0.35` of MySQL is cycle `8.0`, `18.19.1` of Node.js is cycle `18`). Undefined where the table does not hold it.
 */
export function releaseOf(product: string, version: string): Release | undefined {
  const rows = Object.hasOwn(PRODUCTS, product) ? PRODUCTS[product] : undefined;
  if (!rows) return undefined;
  const wanted = version.trim().toLowerCase().replace(/^v(?=\d)/, '');
  let best: Release | undefined;
  for (const [cycle, activeSupportEnds, securitySupportEnds, extendedSupportEnds] of rows.releases) {
    if (!belongs(wanted, cycle) || (best && best.cycle.length >= cycle.length)) continue;
    best = { product, title: rows.title, cycle, activeSupportEnds, securitySupportEnds, extendedSupportEnds };
  }
  return best;
}

/** Whether the table holds the product at all. */
export function isKnownProduct(product: string): boolean {
  return Object.hasOwn(PRODUCTS, product);
}

/** Where the release stands at `now` as to security fixes; undefined where the table does not say. */
export function standingOf(release: Release, now: Date): Standing | undefined {
  return standing(release.securitySupportEnds, now);
}

/** The same for the paid programme (ESU, ELS, Ubuntu Pro, RDS Extended Support); undefined where there is none. */
export function extendedStandingOf(release: Release, now: Date): Standing | undefined {
  return release.extendedSupportEnds === false ? undefined : standing(release.extendedSupportEnds, now);
}

function standing(ends: StatedDate, now: Date): Standing | undefined {
  if (ends === null) return undefined;
  if (ends === true) return { state: 'ended', since: undefined, daysLeft: undefined };
  if (ends === false) return { state: 'supported', until: undefined, daysLeft: undefined };
  const today = Math.floor(now.getTime() / MS_PER_DAY);
  const daysLeft = Date.parse(`${ends}T00:00:00Z`) / MS_PER_DAY - today;
  return daysLeft < 0 ? { state: 'ended', since: ends, daysLeft } : { state: 'supported', until: ends, daysLeft };
}

function belongs(version: string, cycle: string): boolean {
  return version === cycle || version.startsWith(`${cycle}.`);
}
