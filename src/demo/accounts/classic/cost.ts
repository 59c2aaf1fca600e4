import type { CostEntry } from '../../cost/ledger.ts';

const COMPUTE = 'Amazon Elastic Compute Cloud - Compute';
const EC2_OTHER = 'EC2 - Other';
const SHOP = { App: 'shop' };
const REPORTS = { App: 'reports' };

/** Usage type, service, price in USD per unit, units per hour of the month (`h`) or per month (`m`), tags. Prices: AWS price list, us-east-1. */
type Row = readonly [usageType: string, service: string, price: number, quantity: number, per: 'h' | 'm', unit: string, tags?: Readonly<Record<string, string>>];

const STEADY: readonly Row[] = [
  ['BoxUsage:m4.large', COMPUTE, 0.1, 2, 'h', 'Hrs', SHOP],
  ['BoxUsage:m4.xlarge', COMPUTE, 0.2, 1, 'h', 'Hrs', SHOP],
  ['BoxUsage:t2.medium', COMPUTE, 0.0464, 1, 'h', 'Hrs'],
  ['BoxUsage:t2.micro', COMPUTE, 0.0116, 1, 'h', 'Hrs'],
  // Every gp2 volume there is, the forgotten ones included: 50+50+30+200+8+20+40+100+50 GiB.
  ['EBS:VolumeUsage.gp2', EC2_OTHER, 0.1, 548, 'm', 'GB-Mo', SHOP],
  ['EBS:SnapshotUsage', EC2_OTHER, 0.05, 231, 'm', 'GB-Mo'],
  ['PublicIPv4:InUseAddress', 'Amazon Virtual Private Cloud', 0.005, 7, 'h', 'Hrs'],
  ['PublicIPv4:IdleAddress', 'Amazon Virtual Private Cloud', 0.005, 1, 'h', 'Hrs'],
  ['LoadBalancerUsage', 'Amazon Elastic Load Balancing', 0.0225, 1, 'h', 'Hrs', SHOP],
  ['InstanceUsage:db.t3.small', 'Amazon Relational Database Service', 0.034, 1, 'h', 'Hrs', REPORTS],
  ['ExtendedSupport:Yr1-Yr2:MySQL5.7', 'Amazon Relational Database Service', 0.1, 2, 'h', 'vCPU-Hours', REPORTS],
  ['RDS:GP2-Storage', 'Amazon Relational Database Service', 0.115, 40, 'm', 'GB-Mo', REPORTS],
  ['HostedZone', 'Amazon Route 53', 0.5, 1, 'm', 'HostedZone'],
];

/** What moves with the trade: price, and the quantity in an average month. */
const TRADING: readonly Row[] = [
  ['DataTransfer-Out-Bytes', EC2_OTHER, 0.09, 1210, 'm', 'GB', SHOP],
  ['DataTransfer-Regional-Bytes', EC2_OTHER, 0.01, 1870, 'm', 'GB'],
  ['LCUUsage', 'Amazon Elastic Load Balancing', 0.008, 391, 'm', 'LCU-Hrs', SHOP],
  ['DNS-Queries', 'Amazon Route 53', 0.0000004, 3_900_000, 'm', 'Queries'],
  ['TimedStorage-ByteHrs', 'Amazon Simple Storage Service', 0.023, 160, 'm', 'GB-Mo'],
  ['CW:MetricMonitorUsage', 'AmazonCloudWatch', 0.3, 9, 'm', 'Metrics'],
];

/** A bookshop's year: quiet summer, busy before Christmas. By calendar month. */
const SEASON = [1.04, 0.93, 0.95, 0.97, 0.98, 0.94, 0.88, 0.86, 1.01, 1.05, 1.19, 1.42];

/** Complete months in the ledger, before the running one. */
const MONTHS = 6;

/** Six complete months and the running one, to the cent: usage, tax on it, and a promotional credit in the oldest two months. */
export function classicCost(now: Date): readonly CostEntry[] {
  return Array.from({ length: MONTHS + 1 }, (_, at) => MONTHS - at).flatMap((back) => monthOf(now, back));
}

function monthOf(now: Date, back: number): readonly CostEntry[] {
  const first = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back, 1));
  const next = Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 1);
  const hours = (Math.min(next, now.getTime()) - first.getTime()) / 3_600_000;
  const share = hours / ((next - first.getTime()) / 3_600_000);
  const month = first.toISOString().slice(0, 7);
  const season = SEASON[first.getUTCMonth()] ?? 1;
  const entry = ([usageType, service, price, quantity, per, unit, tags]: Row, factor: number): CostEntry => {
    const used = per === 'h' ? Math.round(quantity * hours) : Math.round(quantity * factor * share * 1000) / 1000;
    return {
      month, service, usageType, recordType: 'Usage', region: service === 'Amazon Route 53' ? 'global' : 'us-east-1', cents: Math.round(used * price * 100), quantity: used, unit,
      ...(tags === undefined ? {} : { tags }),
    };
  };
  const usage = [...STEADY.map((row) => entry(row, 1)), ...TRADING.map((row) => entry(row, season))];
  const total = usage.reduce((sum, one) => sum + one.cents, 0);
  const beside = (recordType: string, usageType: string, cents: number): CostEntry => ({
    month, service: recordType === 'Tax' ? 'Tax' : COMPUTE, usageType, recordType, region: 'NoRegion', cents, quantity: 0, unit: '',
  });
  return [...usage, beside('Tax', 'NoUsageType', Math.round(total * 0.07)), ...(back >= MONTHS - 1 ? [beside('Credit', 'BoxUsage:m4.large', -5000)] : [])];
}
