import type { Cost, ListPriceModel } from '../../model/index.ts';
import { money, monthlyAmount, sumOf, ZERO } from './money.ts';

/** Lines of the model under the names that Cost Explorer gives its services. */
const SERVICES: Readonly<Record<string, string>> = {
  instance: 'Amazon Elastic Compute Cloud - Compute', volume: 'EC2 - Other', natGateway: 'EC2 - Other', publicIpv4: 'Amazon Virtual Private Cloud',
  loadBalancer: 'Amazon Elastic Load Balancing', classicLoadBalancer: 'Amazon Elastic Load Balancing', dbInstance: 'Amazon Relational Database Service',
};

/**
 * A cost where there is no bill: one month of the inventory as it stands at list prices, marked as an estimate, with the reason why there is
 * no bill. Without any priced line it stays `none`.
 */
export function listPriceCost(bill: Cost, model: ListPriceModel, now: Date): Cost {
  const priced = model.lines.filter(({ monthly }) => monthly !== null);
  if (bill.basis !== 'none' || priced.length === 0) return bill;
  const month = now.toISOString().slice(0, 7);
  const amountOf = (lines: typeof priced) => {
    const total = sumOf(lines.map(({ monthly }) => money(monthly ?? '0') ?? ZERO));
    return [monthlyAmount(month, { netAmortised: total, unblended: total, estimated: true })];
  };
  return {
    ...bill, basis: 'list-price', currency: model.currency, months: [month], total: amountOf(priced),
    byService: [...Map.groupBy(priced, ({ kind }) => SERVICES[kind] ?? kind)].sort(([a], [b]) => (a < b ? -1 : 1)).map(([service, lines]) => ({ service, months: amountOf(lines) })),
    notes: [
      ...bill.notes, ...model.notes,
      ...(model.unpriced > 0 ? [`${model.unpriced} of ${model.lines.length} lines have no price and are not in the sum.`] : []),
      ...(model.stale ? ['STALE: some prices are older than 12 months.'] : []),
    ],
  };
}
