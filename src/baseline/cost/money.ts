import { Decimal } from 'decimal.js';
import type { MonthlyAmount } from '../../model/index.ts';

/** Sums of money in decimal: amounts arrive as decimal strings and are never binary fractions. */
const Money = Decimal.clone({ precision: 40, rounding: Decimal.ROUND_HALF_EVEN, toExpNeg: -20, toExpPos: 30 });
export type Money = Decimal;

export const ZERO: Money = new Money(0);

/** The amount, or undefined where the text is no decimal number. */
export function money(text: string | number): Money | undefined {
  if (typeof text === 'string' && !/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text.trim())) return undefined;
  return new Money(typeof text === 'string' ? text.trim() : text);
}

/** As it is stored: at least two decimals, as many as there are up to ten, no exponent. */
export function shown(amount: Money): string {
  const places = Math.min(10, Math.max(2, amount.decimalPlaces()));
  const text = amount.toFixed(places);
  return /^-0\.0+$/.test(text) ? text.slice(1) : text;
}

export function sumOf(amounts: Iterable<Money>): Money {
  let total = ZERO;
  for (const amount of amounts) total = total.plus(amount);
  return total;
}

/** The middle amount, or the mean of the two middle ones. Undefined for none. */
export function medianOf(amounts: readonly Money[]): Money | undefined {
  const sorted = [...amounts].sort((a, b) => a.comparedTo(b));
  const upper = sorted[sorted.length >> 1];
  const lower = sorted[(sorted.length >> 1) - 1];
  if (!upper) return undefined;
  return sorted.length % 2 === 1 || !lower ? upper : upper.plus(lower).dividedBy(2);
}

/** What one line was in one month. */
export interface Amounts {
  netAmortised: Money;
  unblended: Money;
  estimated: boolean;
}

export function monthlyAmount(month: string, { netAmortised, unblended, estimated }: Amounts): MonthlyAmount {
  return { month, netAmortised: shown(netAmortised), unblended: shown(unblended), estimated };
}
