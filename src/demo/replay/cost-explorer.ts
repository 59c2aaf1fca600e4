import { dimensionOf, passes } from '../cost/expression.ts';
import type { CostEntry } from '../cost/ledger.ts';
import { isObject, listOf, stringsOf, textOf } from '../json.ts';
import type { JsonObject } from '../json.ts';
import { Fault } from '../wire/fault.ts';
import type { Call } from './call.ts';
import { startOf, tokenFor } from './pager.ts';

/** Groups per page. AWS does not say; a page of the real API holds about this many. */
const GROUPS_PER_PAGE = 1000;
const HISTORY_MONTHS = 13;
const MONEY = ['UnblendedCost', 'BlendedCost', 'AmortizedCost', 'NetAmortizedCost', 'NetUnblendedCost'];
const METRICS = [...MONEY, 'UsageQuantity', 'NormalizedUsageAmount'];

interface Group {
  readonly keys: readonly string[];
  readonly entries: readonly CostEntry[];
}

/** Monthly cost: filtered, grouped by at most two keys, one page of groups at a time. Amounts are decimal strings. */
export function getCostAndUsage(call: Call): JsonObject {
  const { input, account } = call;
  const months = monthsOf(call);
  const metrics = stringsOf(input['Metrics']);
  const wrong = metrics.find((name) => !METRICS.includes(name));
  if (metrics.length === 0 || wrong !== undefined) throw invalid(`Invalid metrics: ${wrong ?? 'none given'}`);
  if (input['Granularity'] !== 'MONTHLY') throw invalid('The sample endpoint answers MONTHLY granularity.');
  const groupBy = listOf(input['GroupBy']).filter(isObject);
  if (groupBy.length > 2) throw invalid('Group definition list cannot have more than two elements.');
  const entries = account.cost.filter((entry) => passes(entry, account.id, input['Filter']));

  const { offset, page } = startOf(call, 'NextPageToken');
  const size = Math.min(GROUPS_PER_PAGE, call.pageSize ?? GROUPS_PER_PAGE);
  let position = 0;
  const results = months.flatMap(({ month, start, end }) => {
    const mine = entries.filter((entry) => entry.month === month);
    const frame = { TimePeriod: { Start: start, End: end }, Estimated: month === monthOf(call.now) };
    if (groupBy.length === 0) return [{ ...frame, Total: amounts(mine, metrics), Groups: [] }];
    const groups = grouped(mine, groupBy, account.id);
    const here = groups.slice(Math.max(0, offset - position), Math.max(0, offset + size - position));
    const shown = here.length > 0 || (groups.length === 0 && page === 0);
    position += groups.length;
    return shown ? [{ ...frame, Total: {}, Groups: here.map((group) => ({ Keys: group.keys, Metrics: amounts(group.entries, metrics) })) }] : [];
  });
  return {
    ResultsByTime: results, DimensionValueAttributes: [],
    ...(groupBy.length === 0 ? {} : { GroupDefinitions: groupBy.map(({ Type, Key }) => ({ Type, Key })) }),
    ...(offset + size < position ? { NextPageToken: tokenFor(call, offset + size, page + 1) } : {}),
  };
}

function grouped(entries: readonly CostEntry[], groupBy: readonly JsonObject[], account: string): readonly Group[] {
  const groups = new Map<string, { keys: string[]; entries: CostEntry[] }>();
  for (const entry of entries) {
    const keys = groupBy.map(({ Type, Key }) => (Type === 'TAG' ? `${String(Key)}$${entry.tags?.[String(Key)] ?? ''}` : dimensionOf(entry, account, String(Key))));
    const key = keys.join('\n');
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { keys, entries: [entry] });
    else group.entries.push(entry);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}

function amounts(entries: readonly CostEntry[], metrics: readonly string[]): JsonObject {
  const cents = entries.reduce((sum, entry) => sum + entry.cents, 0);
  const units = new Set(entries.map((entry) => entry.unit));
  return Object.fromEntries(metrics.map((name) => [name, MONEY.includes(name)
    ? { Amount: decimal(cents), Unit: 'USD' }
    // Quantities of different units add up to a number without meaning; AWS adds them all the same.
    : { Amount: String(entries.reduce((sum, entry) => sum + entry.quantity, 0)), Unit: units.size === 1 ? [...units][0] : 'N/A' }]));
}

/** Whole cents as AWS writes amounts: `-1234` → `-12.3400000000`. */
export function decimal(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}00000000`;
}

/** The values that a dimension takes in the period, sorted. */
export function getDimensionValues(call: Call): JsonObject {
  const { input, account } = call;
  const months = new Set(monthsOf(call).map(({ month }) => month));
  const key = textOf(input['Dimension']) ?? '';
  const found = account.cost.filter((entry) => months.has(entry.month) && passes(entry, account.id, input['Filter'])).map((entry) => dimensionOf(entry, account.id, key));
  const values = [...new Set(found)].filter((value) => value !== '').sort();
  return { DimensionValues: values.map((Value) => ({ Value, Attributes: {} })), ReturnSize: values.length, TotalSize: values.length };
}

function monthsOf(call: Call): readonly { month: string; start: string; end: string }[] {
  const period = isObject(call.input['TimePeriod']) ? call.input['TimePeriod'] : {};
  const start = textOf(period['Start']) ?? '';
  const end = textOf(period['End']) ?? '';
  if (!/^\d{4}-\d\d-\d\d/.test(start) || !/^\d{4}-\d\d-\d\d/.test(end) || start >= end) throw invalid('Start date (and hour) should be before end date (and hour)');
  if (start > call.now.toISOString()) throw invalid('Start date must not be in the future');
  const oldest = new Date(Date.UTC(call.now.getUTCFullYear(), call.now.getUTCMonth() - HISTORY_MONTHS, 1)).toISOString();
  if (start < oldest.slice(0, 10)) throw invalid(`You haven't enabled historical data beyond ${HISTORY_MONTHS} months`);
  const months = [];
  for (let at = new Date(`${start.slice(0, 7)}-01T00:00:00Z`); at.toISOString().slice(0, 10) < end; at = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 1))) {
    const month = at.toISOString().slice(0, 7);
    const next = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 1)).toISOString().slice(0, 10);
    months.push({ month, start: start > `${month}-01` ? start.slice(0, 10) : `${month}-01`, end: end < next ? end.slice(0, 10) : next });
  }
  return months;
}

function monthOf(date: Date): string {
  return date.toISOString().slice(0, 7);
}

function invalid(message: string): Fault {
  return new Fault('ValidationException', message);
}
