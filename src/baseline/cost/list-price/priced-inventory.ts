import { resourcesOf, type Estate, type ResourceBase } from '../../../model/index.ts';
import type { FigureIndex } from '../../figure-index.ts';
import { LOOK_BACK_DAYS } from '../../utilisation/grids.ts';
import type { PriceKey } from './price-key.ts';

/** Hours of a month, the convention of AWS's own calculator. */
export const HOURS_PER_MONTH = 730;
const HOURS_OF_LOOK_BACK = LOOK_BACK_DAYS * 24;
const BYTES_PER_GB = 1e9;
/** What every gp3 volume has without charge. */
const GP3_FREE = { iops: 3000, throughputMiBps: 125 };

/** Something that is billed by the month: how much of it, and which price it takes. */
export interface InventoryItem {
  readonly resourceId: string;
  readonly kind: string;
  readonly region: string;
  readonly account: string;
  readonly item: string;
  readonly quantity: number;
  readonly unit: string;
  readonly price: PriceKey;
}

/**
 * What the inventory would be billed for if it stood as it stands for a month. Traffic is scaled up from the figures of the window where there
 * are any; what cannot be seen (transfer to the internet, snapshots, requests) is not in it.
 */
export function pricedInventory(estate: Estate, figures: FigureIndex): InventoryItem[] {
  return [...compute(estate), ...volumes(estate), ...balancers(estate, figures), ...gateways(estate, figures), ...addresses(estate), ...databases(estate)];
}

function line(resource: ResourceBase, kind: string, item: string, quantity: number, unit: string, price: PriceKey): InventoryItem {
  return { resourceId: resource.id, kind, region: resource.region, account: resource.account, item, quantity, unit, price };
}

/** A stopped instance costs nothing itself; its volumes and addresses do. */
function compute(estate: Estate): InventoryItem[] {
  return resourcesOf(estate, 'instance').filter(({ State }) => State?.Name === 'running').map((instance) => {
    const type = instance.InstanceType ?? 'unknown';
    const platform = instance.PlatformDetails ?? 'unknown';
    const tenancy = instance.Placement?.Tenancy ?? 'default';
    return line(instance, 'instance', `${type} ${platform} on demand`, HOURS_PER_MONTH, 'hour', { kind: 'instance', region: instance.region, type, platform, tenancy });
  });
}

function volumes(estate: Estate): InventoryItem[] {
  return resourcesOf(estate, 'volume').flatMap((volume) => {
    const type = volume.VolumeType ?? 'unknown';
    const of = (item: string, quantity: number, unit: string, part: 'storage' | 'iops' | 'throughput') => (
      quantity > 0 ? [line(volume, 'volume', `${type} ${item}`, quantity, unit, { kind: 'volume', region: volume.region, type, part })] : []
    );
    return [
      ...of('storage', volume.Size ?? 0, 'GB-month', 'storage'),
      ...(type === 'gp3' ? [
        ...of('IOPS above 3,000', Math.max(0, (volume.Iops ?? 0) - GP3_FREE.iops), 'IOPS-month', 'iops'),
        ...of('throughput above 125 MiB/s', Math.max(0, (volume.Throughput ?? 0) - GP3_FREE.throughputMiBps), 'MiBps-month', 'throughput'),
      ] : []),
      ...(type === 'io1' || type === 'io2' ? of('IOPS', volume.Iops ?? 0, 'IOPS-month', 'iops') : []),
    ];
  });
}

function balancers(estate: Estate, figures: FigureIndex): InventoryItem[] {
  const newer = resourcesOf(estate, 'loadBalancer').flatMap((balancer) => {
    const type = balancer.Type === 'network' ? 'network' as const : 'application' as const;
    if (balancer.Type === 'gateway') return [];
    const capacity = figures.value(balancer.id, 'ConsumedLCUs', 'Average');
    return [
      line(balancer, 'loadBalancer', `${type} load balancer`, HOURS_PER_MONTH, 'hour', { kind: 'balancer', region: balancer.region, type, part: 'hours' }),
      ...(capacity === null ? [] : [line(balancer, 'loadBalancer', 'capacity units', capacity * HOURS_PER_MONTH, 'LCU-hour', { kind: 'balancer', region: balancer.region, type, part: 'capacity' })]),
    ];
  });
  const classic = resourcesOf(estate, 'classicLoadBalancer').map((balancer) => (
    line(balancer, 'classicLoadBalancer', 'classic load balancer', HOURS_PER_MONTH, 'hour', { kind: 'balancer', region: balancer.region, type: 'classic', part: 'hours' })
  ));
  return [...newer, ...classic];
}

function gateways(estate: Estate, figures: FigureIndex): InventoryItem[] {
  return resourcesOf(estate, 'natGateway').filter(({ State }) => State === 'available' || State === undefined).flatMap((gateway) => {
    const bytes = ['BytesOutToDestination', 'BytesInFromDestination'].map((metric) => figures.value(gateway.id, metric, 'Sum'));
    const known = bytes.filter((value) => value !== null);
    return [
      line(gateway, 'natGateway', 'NAT gateway', HOURS_PER_MONTH, 'hour', { kind: 'nat-gateway', region: gateway.region, part: 'hours' }),
      ...(known.length < bytes.length ? [] : [line(gateway, 'natGateway', 'data processed', perMonth(known.reduce((sum, value) => sum + value, 0)) / BYTES_PER_GB, 'GB', { kind: 'nat-gateway', region: gateway.region, part: 'bytes' })]),
    ];
  });
}

/** Public IPv4 addresses that are allocated or in use; each is billed by the hour, whoever it is attached to. */
function addresses(estate: Estate): InventoryItem[] {
  const seen = new Map<string, ResourceBase>();
  for (const address of resourcesOf(estate, 'address')) if (address.PublicIp) seen.set(address.PublicIp, address);
  for (const card of resourcesOf(estate, 'networkInterface')) {
    for (const { Association } of card.PrivateIpAddresses ?? []) if (Association?.PublicIp && !seen.has(Association.PublicIp)) seen.set(Association.PublicIp, card);
  }
  return [...seen.values()].map((holder) => line(holder, 'publicIpv4', 'public IPv4 address', HOURS_PER_MONTH, 'hour', { kind: 'public-ipv4', region: holder.region }));
}

function databases(estate: Estate): InventoryItem[] {
  return resourcesOf(estate, 'dbInstance').flatMap((database) => {
    const key = { kind: 'database' as const, region: database.region, type: database.DBInstanceClass ?? 'unknown', engine: database.Engine ?? 'unknown', multiAz: database.MultiAZ === true };
    return [
      line(database, 'dbInstance', `${key.type} ${key.engine}${key.multiAz ? ' Multi-AZ' : ''}`, HOURS_PER_MONTH, 'hour', { ...key, part: 'hours' }),
      ...((database.AllocatedStorage ?? 0) > 0 && !key.engine.startsWith('aurora')
        ? [line(database, 'dbInstance', `${database.StorageType ?? 'unknown'} storage`, database.AllocatedStorage ?? 0, 'GB-month', { ...key, part: 'storage', storage: database.StorageType ?? 'unknown' })] : []),
    ];
  });
}

/** A sum over the window, as of a month. */
function perMonth(sum: number): number {
  return (sum / HOURS_OF_LOOK_BACK) * HOURS_PER_MONTH;
}
