import prices from '../../data/prices.json' with { type: 'json' };
import type { PriceKey } from './price-key.ts';

export interface TablePrice {
  readonly amount: string;
  readonly currency: 'USD';
  /** The day that the price was seen. */
  readonly date: string;
}

const BY_ID = new Map(prices.items.map((item) => [`${item.region} ${item.id}`, item]));
const EC2: Readonly<Record<string, string>> = prices.ec2LinuxOnDemand.types;

/** A price from the table that ships with Monolens; only for regions that it speaks of. */
export function tablePrice(key: PriceKey): TablePrice | undefined {
  if (key.kind === 'instance') {
    const amount = key.platform === 'Linux/UNIX' && key.tenancy === 'default' && key.region === prices.ec2LinuxOnDemand.region ? EC2[key.type] : undefined;
    return amount === undefined ? undefined : { amount, currency: 'USD', date: prices.ec2LinuxOnDemand.sourceDate };
  }
  const item = BY_ID.get(`${key.region} ${idOf(key)}`);
  return item && { amount: item.priceUsd, currency: 'USD', date: item.sourceDate };
}

function idOf(key: Exclude<PriceKey, { kind: 'instance' }>): string {
  switch (key.kind) {
    case 'volume':
      return key.part === 'iops' && key.type !== 'gp3' ? 'ebs.io1-io2.iops' : `ebs.${key.type}.${key.part}`;
    case 'balancer':
      return `${{ application: 'alb', network: 'nlb', classic: 'clb' }[key.type]}.${key.part === 'hours' ? 'hour' : 'lcu-hour'}`;
    case 'nat-gateway':
      return key.part === 'hours' ? 'nat-gateway.hour' : 'nat-gateway.gb';
    case 'public-ipv4':
      return 'public-ipv4.hour';
    case 'database':
    default: {
      const zones = key.multiAz ? 'multi-az' : 'single-az';
      if (key.part === 'storage') return key.storage === 'gp2' || key.storage === 'gp3' ? `rds.storage.gp3-or-gp2.${zones}` : '';
      return `rds.${key.engine}.${key.type}.${zones}`;
    }
  }
}

/** Months after which a price is shown as stale. */
const STALE_AFTER_MONTHS = 12;

/** Whether a price of this day is older than 12 months. A date that cannot be read is old. */
export function isStale(date: string | undefined, now: Date): boolean {
  const seen = Date.parse(date ?? '');
  if (Number.isNaN(seen)) return true;
  const limit = new Date(now);
  limit.setUTCMonth(limit.getUTCMonth() - STALE_AFTER_MONTHS);
  return seen < limit.getTime();
}
