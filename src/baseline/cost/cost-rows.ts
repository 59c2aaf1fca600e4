import { isObject, objectsIn, textOf, type JsonObject, type JsonValue } from '../../aws/index.ts';
import { money, type Money } from './money.ts';

/** One group of one month as Cost Explorer gave it. */
export interface CostRow {
  readonly month: string;
  readonly service: string;
  /** The second group: a usage type, or `key$value` of a tag. */
  readonly second: string;
  readonly currency: string;
  /** Undefined where the answer lacks the metric. */
  readonly net: Money | undefined;
  readonly amortised: Money | undefined;
  readonly unblended: Money | undefined;
  readonly estimated: boolean;
}

/** The rows of GetCostAndUsage pages with two groups; rows that cannot be read are counted, not dropped in silence. */
export function costRows(pages: readonly JsonObject[]): { readonly rows: readonly CostRow[]; readonly unreadable: number } {
  const rows: CostRow[] = [];
  let unreadable = 0;
  for (const result of pages.flatMap((page) => objectsIn(page['ResultsByTime']))) {
    const period = result['TimePeriod'];
    const month = isObject(period) ? textOf(period['Start']).slice(0, 7) : '';
    const estimated = result['Estimated'] === true;
    for (const group of objectsIn(result['Groups'])) {
      const row = rowOf(group, month, estimated);
      if (row) rows.push(row);
      else unreadable += 1;
    }
  }
  return { rows, unreadable };
}

function rowOf(group: JsonObject, month: string, estimated: boolean): CostRow | undefined {
  const keys = group['Keys'];
  const metrics = group['Metrics'];
  if (month === '' || !Array.isArray(keys) || !isObject(metrics)) return undefined;
  const [service, second]: readonly (JsonValue | undefined)[] = keys;
  const net = amountOf(metrics['NetAmortizedCost']);
  const amortised = amountOf(metrics['AmortizedCost']);
  const unblended = amountOf(metrics['UnblendedCost']);
  const units = [...new Set([net, amortised, unblended].flatMap((amount) => amount?.unit ?? []))];
  // One row, one currency: a row that speaks of two is not one that can be added up.
  if (units.length !== 1 || typeof service !== 'string') return undefined;
  return {
    month, service, second: textOf(second), currency: units[0] ?? '', net: net?.amount, amortised: amortised?.amount, unblended: unblended?.amount, estimated,
  };
}

function amountOf(metric: JsonValue | undefined): { readonly amount: Money; readonly unit: string } | undefined {
  if (!isObject(metric)) return undefined;
  const amount = money(textOf(metric['Amount']));
  const unit = textOf(metric['Unit']);
  return amount && unit !== '' ? { amount, unit } : undefined;
}
