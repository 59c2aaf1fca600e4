import type { Cost, CostReconciliation, ListPriceModel } from '../../model/index.ts';
import type { UsageCategory } from './classify-usage.ts';
import { money, shown, sumOf, ZERO, type Money } from './money.ts';

/** Categories of the bill that the model speaks of, by the kind of its lines. */
const MODELLED: Readonly<Record<string, readonly UsageCategory[]>> = {
  instance: ['compute', 'compute-spot', 'savings-plan'],
  volume: ['ebs-volume', 'ebs-io'],
  loadBalancer: ['load-balancer', 'load-balancer-capacity'],
  classicLoadBalancer: ['load-balancer', 'load-balancer-capacity'],
  natGateway: ['nat-gateway'],
  publicIpv4: ['public-ipv4'],
  dbInstance: ['database', 'database-storage'],
};

const GROUPS: readonly { readonly name: string; readonly kinds: readonly string[] }[] = [
  { name: 'compute', kinds: ['instance'] },
  { name: 'block storage', kinds: ['volume'] },
  { name: 'load balancers', kinds: ['loadBalancer', 'classicLoadBalancer'] },
  { name: 'NAT gateways', kinds: ['natGateway'] },
  { name: 'public IPv4', kinds: ['publicIpv4'] },
  { name: 'databases', kinds: ['dbInstance'] },
];
const REST = 'not modelled';

/** The last complete month of the bill beside the list-price model, by category; undefined where there is no bill or the currencies differ. */
export function reconcile(cost: Cost | undefined, model: ListPriceModel | undefined): CostReconciliation | undefined {
  const month = cost?.months.at(-1);
  if (!cost || cost.basis !== 'cost-explorer' || !model || month === undefined || cost.currency !== model.currency) return undefined;
  const billedBy = (categories: readonly string[]) => sumOf(cost.byUsageType.filter(({ category = 'unclassified' }) => categories.includes(category))
    .flatMap(({ months }) => months.filter((one) => one.month === month)).map(({ netAmortised }) => money(netAmortised) ?? ZERO));
  const modelledBy = (kinds: readonly string[]) => sumOf(model.lines.filter(({ kind }) => kinds.includes(kind)).map(({ monthly }) => (monthly === null ? ZERO : money(monthly) ?? ZERO)));

  const known = GROUPS.map(({ name, kinds }) => ({ category: name, billed: billedBy([...new Set(kinds.flatMap((kind) => MODELLED[kind] ?? []))]), modelled: modelledBy(kinds) }));
  const total = money(cost.total.find((one) => one.month === month)?.netAmortised ?? '0') ?? ZERO;
  const rest = total.minus(sumOf(known.map(({ billed }) => billed)));
  const rows = [...known, { category: REST, billed: rest, modelled: ZERO }].filter(({ billed, modelled }) => !billed.isZero() || !modelled.isZero());
  const modelled = sumOf(rows.map((row) => row.modelled));
  return {
    month, currency: cost.currency,
    rows: rows.map((row) => ({ category: row.category, ...shownRow(row.billed, row.modelled) })), ...shownRow(total, modelled),
    notes: [
      'The bill is of a past month and has discounts and commitments in it; the model is the inventory of today at list prices.',
      ...(model.unpriced > 0 ? [`${model.unpriced} lines of the model have no price.`] : []),
    ],
  };
}

function shownRow(billed: Money, modelled: Money): { billed: string; modelled: string; difference: string } {
  return { billed: shown(billed), modelled: shown(modelled), difference: shown(billed.minus(modelled)) };
}
