import type { Cost, CostLine, MonthlyAmount } from '../../model/index.ts';
import { classifyUsage } from './classify-usage.ts';
import type { CostRow } from './cost-rows.ts';
import { daysOfMonth } from './months.ts';
import { medianOf, money, monthlyAmount, shown, sumOf, ZERO, type Amounts } from './money.ts';

type Bill = Pick<Cost, 'currency' | 'months' | 'total' | 'byService' | 'byUsageType' | 'metric' | 'typicalMonth' | 'notes'>;

/** What an account has no money in at all. */
const NO_CURRENCY = '';

/**
 * Adds rows up by service and by usage type. Amounts of different currencies are never added: the currency with the most rows is kept
 * and the others are named in a note. A month without any row stays in the series as zero, with a note.
 */
export function billOf(rows: readonly CostRow[], months: readonly string[], unreadable: number): Bill {
  const notes: string[] = [];
  const byCurrency = Map.groupBy(rows, (row) => row.currency);
  const [kept, ...others] = [...byCurrency].sort(([a, left], [b, right]) => right.length - left.length || (a < b ? -1 : 1));
  const currency = kept?.[0] ?? NO_CURRENCY;
  const own = kept?.[1].filter((row) => months.includes(row.month)) ?? [];
  for (const [other, lines] of others) notes.push(`${lines.length} amounts in ${other} are not part of these figures, which are in ${currency}.`);
  if (unreadable > 0) notes.push(`${unreadable} groups of Cost Explorer's answer could not be read and are not part of these figures.`);

  // A metric that an account lacks is absent everywhere; mixing net and plain amortised amounts would add up two kinds of money.
  const metric = own.every((row) => row.net !== undefined) ? 'NetAmortizedCost' : 'AmortizedCost';
  if (metric === 'AmortizedCost') notes.push('The account has no net amortised cost: the plain amortised cost stands in its place.');
  const amounts = (row: CostRow): Amounts => ({
    netAmortised: (metric === 'NetAmortizedCost' ? row.net : row.amortised) ?? row.unblended ?? ZERO,
    unblended: row.unblended ?? ZERO,
    estimated: row.estimated,
  });

  const total = monthsOf(own, months, amounts);
  const empty = months.filter((month) => !own.some((row) => row.month === month));
  if (empty.length > 0) notes.push(`Cost Explorer shows nothing for ${empty.join(', ')}: the account may be younger, or not see the time before it joined its organisation.`);
  const running = total.filter(({ estimated }) => estimated).map(({ month }) => month);
  if (running.length > 0) notes.push(`AWS still calls ${running.join(', ')} estimated: the bill of that month is not final.`);

  return {
    currency, months: [...months], total, metric, notes, ...typical(total),
    byService: linesBy(own, (row) => row.service, months, amounts).map(({ rows: [first], months: each }) => ({ service: first?.service ?? '', months: each })),
    byUsageType: linesBy(own, (row) => `${row.service}\u0000${row.second}`, months, amounts).map(({ rows: [first], months: each }): CostLine => ({
      service: first?.service ?? '', usageType: first?.second ?? '', category: classifyUsage(first?.second ?? ''), months: each,
    })),
  };
}

/** Rows of a grouping by a tag, by the tag's value; the empty value is what carries no tag. */
export function tagValues(rows: readonly CostRow[], key: string, months: readonly string[], currency: string, metric: Cost['metric']): NonNullable<Cost['byTag']> {
  const own = rows.filter((row) => row.currency === currency && months.includes(row.month));
  const valueOf = (row: CostRow) => (row.second.startsWith(`${key}$`) ? row.second.slice(key.length + 1) : row.second);
  const amounts = (row: CostRow): Amounts => ({
    netAmortised: (metric === 'NetAmortizedCost' ? row.net : row.amortised) ?? row.unblended ?? ZERO, unblended: row.unblended ?? ZERO, estimated: row.estimated,
  });
  return {
    key,
    values: linesBy(own, valueOf, months, amounts).map(({ rows: [first], months: each }) => ({ value: first ? valueOf(first) : '', months: each })),
  };
}

/** Adds amounts that are already in one currency, month by month. */
export function addMonths(lists: readonly (readonly MonthlyAmount[])[], months: readonly string[]): MonthlyAmount[] {
  return months.map((month) => {
    const of = lists.flatMap((list) => list.filter((one) => one.month === month));
    return monthlyAmount(month, {
      netAmortised: sumOf(of.map((one) => money(one.netAmortised) ?? ZERO)),
      unblended: sumOf(of.map((one) => money(one.unblended) ?? ZERO)),
      estimated: of.some((one) => one.estimated),
    });
  });
}

/** The median month, the last one, and the last one as if it had 30 days: months differ by a tenth in length. */
export function typical(total: readonly MonthlyAmount[]): Pick<Cost, 'typicalMonth'> {
  const last = total.at(-1);
  const amounts = total.map(({ netAmortised }) => money(netAmortised) ?? ZERO);
  const median = medianOf(amounts);
  const lastAmount = amounts.at(-1);
  if (!last || !median || !lastAmount) return {};
  return { typicalMonth: { median: shown(median), last: shown(lastAmount), per30Days: lastAmount.times(30).dividedBy(daysOfMonth(last.month)).toFixed(2) } };
}

function linesBy(rows: readonly CostRow[], keyOf: (row: CostRow) => string, months: readonly string[], amounts: (row: CostRow) => Amounts) {
  return [...Map.groupBy(rows, keyOf)].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, own]) => ({ rows: own, months: monthsOf(own, months, amounts) }));
}

function monthsOf(rows: readonly CostRow[], months: readonly string[], amounts: (row: CostRow) => Amounts): MonthlyAmount[] {
  const byMonth = Map.groupBy(rows, (row) => row.month);
  return months.map((month) => {
    const own = (byMonth.get(month) ?? []).map(amounts);
    return monthlyAmount(month, {
      netAmortised: sumOf(own.map((one) => one.netAmortised)),
      unblended: sumOf(own.map((one) => one.unblended)),
      estimated: own.some((one) => one.estimated),
    });
  });
}
