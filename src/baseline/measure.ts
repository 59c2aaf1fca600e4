import type { AwsSession } from '../aws/index.ts';
import type { Baseline, Cost, CoverageEntry, Emit, Estate, ListPriceModel } from '../model/index.ts';
import type { CostCache } from './cost/cost-cache.ts';
import { listPriceCost } from './cost/list-price-cost.ts';
import { modelPrices } from './cost/list-price/model-prices.ts';
import { measureCost } from './cost/measure-cost.ts';
import { reconcile } from './cost/reconcile.ts';
import { FigureIndex } from './figure-index.ts';
import { rightSize } from './right-sizing/right-size.ts';
import type { SizingSettings } from './right-sizing/sizing-settings.ts';
import type { DatapointBucket } from './utilisation/datapoint-bucket.ts';
import { measureUtilisation } from './utilisation/measure-utilisation.ts';
import type { MetricPlan } from './utilisation/plan.ts';

export interface BaselineOptions {
  readonly session: AwsSession;
  readonly estate: Estate;
  /** The instant of the run: windows and months are cut by it. */
  readonly now: Date;
  readonly metrics: boolean;
  readonly cost: boolean;
  readonly emit: Emit;
  readonly signal?: AbortSignal | undefined;
  /** Asked before the first GetMetricData request, with the number of requests and their price; false leaves metrics out. */
  readonly approve?: ((plan: MetricPlan) => boolean | Promise<boolean>) | undefined;
  /** Keeps Cost Explorer's answers: each page of them is billed. */
  readonly cache?: CostCache | undefined;
  /** Complete months of cost; 3 where it is not given. */
  readonly months?: number | undefined;
  /** Percentile, headroom and the floor of coverage; Compute Optimizer's defaults where they are not given. */
  readonly sizing?: SizingSettings | undefined;
  /** Another quota of datapoints than CloudWatch's own, for tests and measurements. */
  readonly bucketFor?: (() => DatapointBucket) | undefined;
}

/**
 * How busy the estate is and what it costs. What could not be had is in the baseline as a figure or cost without a value and with its
 * reason, and in the coverage. Throws only what the session throws: interrupted, or credentials that expired.
 */
export async function measureBaseline(options: BaselineOptions): Promise<{ baseline: Baseline; coverage: CoverageEntry[] }> {
  const { session, estate, now, emit } = options;
  const accounts = session.accounts;
  const [measured, billed] = await Promise.all([
    options.metrics ? measureUtilisation({ accounts, estate, now, emit, signal: options.signal, approve: options.approve, bucketFor: options.bucketFor }) : undefined,
    options.cost ? measureCost({ accounts, estate, now, emit, cache: options.cache, months: options.months }) : undefined,
  ]);
  const utilisation = measured?.utilisation.utilisation ?? [];
  const priced = options.cost ? await modelPrices(accounts[0], estate, new FigureIndex(utilisation), now) : undefined;
  return {
    baseline: {
      utilisation: [], series: [], ...measured?.utilisation, ...billed?.cost,
      ...(measured ? { rightSizing: rightSize(estate, utilisation, options.sizing) } : {}),
      ...(priced ? costWithModel(billed?.cost.cost, priced.model, now) : {}),
    },
    coverage: [...(measured?.coverage ?? []), ...(billed?.coverage ?? []), ...(priced?.coverage ?? [])],
  };
}

/** The bill beside the model; the model in the bill's place where there is none. */
function costWithModel(bill: Cost | undefined, listPrice: ListPriceModel, now: Date): Pick<Baseline, 'cost' | 'listPrice' | 'reconciliation'> {
  const reconciliation = reconcile(bill, listPrice);
  return { listPrice, ...(bill ? { cost: listPriceCost(bill, listPrice, now) } : {}), ...(reconciliation ? { reconciliation } : {}) };
}
