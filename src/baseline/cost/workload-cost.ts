import { resourcesOf, type Baseline, type Cost, type Estate, type Workload, type WorkloadCost } from '../../model/index.ts';
import { FigureIndex } from '../figure-index.ts';
import { LOOK_BACK_DAYS } from '../utilisation/grids.ts';
import { money, shown, sumOf, ZERO, type Money } from './money.ts';

/** The month that request counts are scaled to, days. */
const MONTH_DAYS = 365 / 12;

/**
 * What each workload costs in a month: by tag where the bill is known by an active tag that all its instances carry with one value, else its
 * instances and volumes at list price. What belongs to no one workload is shared by the cost of the instances, and so labelled.
 * Pure: the bill and the prices are those of the baseline.
 */
export function costPerWorkload({ estate, baseline, workloads }: {
  readonly estate: Estate; readonly baseline: Baseline; readonly workloads: readonly Workload[];
}): WorkloadCost[] {
  const figures = new FigureIndex(baseline.utilisation);
  const parts = workloads.map((workload) => ({ workload, own: ownCost(workload, estate, baseline), requests: requestsPerMonth(workload, estate, figures) }));
  const known = parts.flatMap(({ own }) => (own.amount && own.basis === 'instance-usage' ? [own.amount] : []));
  const pool = sharedPool(baseline);
  const base = sumOf(known);
  return parts.map(({ workload, own, requests }): WorkloadCost => {
    const share = own.amount && own.basis === 'instance-usage' && !base.isZero() ? pool.amount.times(own.amount).dividedBy(base) : ZERO;
    const monthly = own.amount?.plus(share);
    return {
      workloadId: workload.id, currency: own.currency, basis: own.amount ? own.basis : 'none',
      monthly: monthly ? monthly.toFixed(2) : null, direct: (own.amount ?? ZERO).toFixed(2), shared: share.toFixed(2),
      ...(share.isZero() ? {} : { sharedKey: 'instance cost' }),
      requestsPerMonth: requests,
      perMillionRequests: monthly && requests !== null && requests > 0 ? shown(monthly.times(1e6).dividedBy(requests).toDecimalPlaces(4)) : null,
      notes: [...own.notes, ...(share.isZero() ? [] : [pool.note]), ...(requests === null ? ['Requests are not known: no balancer in front, or its metrics did not come.'] : [])],
    };
  });
}

interface OwnCost {
  readonly amount: Money | undefined;
  readonly basis: 'tag' | 'instance-usage';
  readonly currency: string;
  readonly notes: readonly string[];
}

function ownCost(workload: Workload, estate: Estate, { cost, listPrice }: Baseline): OwnCost {
  const tagged = cost && taggedCost(workload, estate, cost);
  if (tagged) return tagged;
  if (!listPrice) return { amount: undefined, basis: 'instance-usage', currency: cost?.currency ?? '', notes: ['Neither a tag nor list prices tell what it costs.'] };
  const ids = new Set(workload.instanceIds);
  const volumes = resourcesOf(estate, 'volume').filter(({ Attachments }) => (Attachments ?? []).some(({ InstanceId }) => ids.has(InstanceId ?? ''))).map(({ id }) => id);
  const own = new Set([...ids, ...volumes]);
  const lines = listPrice.lines.filter(({ resourceId, kind }) => own.has(resourceId) && (kind === 'instance' || kind === 'volume'));
  const unpriced = lines.filter(({ monthly }) => monthly === null);
  const priced = lines.filter(({ monthly }) => monthly !== null);
  return {
    amount: priced.length > 0 ? sumOf(priced.map(({ monthly }) => money(monthly ?? '0') ?? ZERO)) : undefined,
    basis: 'instance-usage', currency: listPrice.currency,
    notes: ['Instances and volumes at list price: an estimate.', ...(unpriced.length > 0 ? [`${unpriced.length} of ${lines.length} lines have no price.`] : [])],
  };
}

/** Only where the value is the workload's alone: with two workloads under one value the tag does not tell them apart. */
function taggedCost(workload: Workload, estate: Estate, cost: Cost): OwnCost | undefined {
  const { byTag } = cost;
  if (!byTag) return undefined;
  const ids = new Set(workload.instanceIds);
  const instances = resourcesOf(estate, 'instance');
  const values = new Set(instances.filter(({ id }) => ids.has(id)).map(({ tags }) => tags[byTag.key] ?? ''));
  const [value] = values;
  if (values.size !== 1 || value === undefined || value === '') return undefined;
  if (instances.some(({ id, tags }) => !ids.has(id) && tags[byTag.key] === value)) return undefined;
  const last = byTag.values.find((one) => one.value === value)?.months.at(-1);
  const amount = last && money(last.netAmortised);
  return amount ? { amount, basis: 'tag', currency: cost.currency, notes: [`Tag ${byTag.key} = ${value}, ${last.month}.`] } : undefined;
}

/** Priced lines that belong to no instance: balancers, gateways, addresses, databases. */
function sharedPool({ listPrice }: Baseline): { readonly amount: Money; readonly note: string } {
  const lines = (listPrice?.lines ?? []).filter(({ kind, monthly }) => kind !== 'instance' && kind !== 'volume' && monthly !== null);
  return {
    amount: sumOf(lines.map(({ monthly }) => money(monthly ?? '0') ?? ZERO)),
    note: `Balancers, NAT gateways, addresses and databases (${lines.length} lines) are shared in proportion to instance cost.`,
  };
}

/** Requests of the balancers in front, brought to a month of 30.4 days; null where any of them is not known. */
function requestsPerMonth(workload: Workload, estate: Estate, figures: FigureIndex): number | null {
  const ids = new Set(workload.instanceIds);
  const groups = new Set(resourcesOf(estate, 'targetHealth').filter(({ TargetHealthDescriptions }) => TargetHealthDescriptions.some(({ Target }) => ids.has(Target.Id))).map(({ id }) => id));
  const balancers = new Set([
    ...resourcesOf(estate, 'targetGroup').filter(({ id }) => groups.has(id)).flatMap(({ LoadBalancerArns }) => LoadBalancerArns ?? []),
    ...resourcesOf(estate, 'classicLoadBalancer').filter(({ Instances }) => (Instances ?? []).some(({ InstanceId }) => ids.has(InstanceId ?? ''))).map(({ id }) => id),
  ]);
  const counts = [...balancers].map((id) => figures.value(id, 'RequestCount', 'Sum'));
  if (counts.length === 0 || counts.includes(null)) return null;
  return Math.round((counts.reduce<number>((sum, count) => sum + (count ?? 0), 0) / LOOK_BACK_DAYS) * MONTH_DAYS);
}
