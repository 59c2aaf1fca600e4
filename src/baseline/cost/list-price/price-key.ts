import type { JsonObject } from '../../../aws/index.ts';
import { withoutRegion } from '../classify-usage.ts';

/** What has one price in one region. */
export type PriceKey =
  | { readonly kind: 'instance'; readonly region: string; readonly type: string; readonly platform: string; readonly tenancy: string }
  | { readonly kind: 'volume'; readonly region: string; readonly type: string; readonly part: 'storage' | 'iops' | 'throughput' }
  | { readonly kind: 'balancer'; readonly region: string; readonly type: 'application' | 'network' | 'classic'; readonly part: 'hours' | 'capacity' }
  | { readonly kind: 'nat-gateway'; readonly region: string; readonly part: 'hours' | 'bytes' }
  | { readonly kind: 'public-ipv4'; readonly region: string }
  | { readonly kind: 'database'; readonly region: string; readonly type: string; readonly engine: string; readonly multiAz: boolean; readonly part: 'hours' | 'storage'; readonly storage?: string };

/** A question to GetProducts, and which of the products that come back is meant. */
export interface PriceQuestion {
  readonly input: JsonObject;
  /** Attributes of a product, as the price list names them. */
  readonly matches: (attributes: Readonly<Record<string, string>>) => boolean;
}

/** Equal for equal keys. */
export function keyText(key: PriceKey): string {
  return Object.entries(key).map(([name, value]) => `${name}=${String(value)}`).sort().join(' ');
}

/** Linux, Windows and the paid Linuxes, as `PlatformDetails` of an instance and `operatingSystem` of the price list name them. */
const OPERATING_SYSTEMS: Readonly<Record<string, string>> = {
  'Linux/UNIX': 'Linux', Windows: 'Windows', 'Red Hat Enterprise Linux': 'RHEL', 'SUSE Linux': 'SUSE',
};
const ENGINES: Readonly<Record<string, string>> = { mysql: 'MySQL', postgres: 'PostgreSQL', mariadb: 'MariaDB', 'aurora-mysql': 'Aurora MySQL', 'aurora-postgresql': 'Aurora PostgreSQL' };
const RDS_STORAGE: Readonly<Record<string, string>> = { gp2: 'General Purpose', gp3: 'General Purpose-GP3', io1: 'Provisioned IOPS', standard: 'Magnetic' };
const FAMILY = { application: 'Load Balancer-Application', network: 'Load Balancer-Network', classic: 'Load Balancer' } as const;
const EBS_PART = { storage: 'Storage', iops: 'System Operation', throughput: 'Provisioned Throughput' } as const;

/**
 * The price list's filters for a key; undefined for what it does not tell apart (dedicated hosts, bundled software, Oracle and SQL Server editions).
 * Filters for EC2 follow karpenter's pricing provider.
 */
export function priceQuestion(key: PriceKey): PriceQuestion | undefined {
  const usage = (...endings: readonly string[]) => (attributes: Readonly<Record<string, string>>) => endings.includes(withoutRegion(attributes['usagetype'] ?? ''));
  switch (key.kind) {
    case 'instance': {
      const operatingSystem = OPERATING_SYSTEMS[key.platform];
      if (operatingSystem === undefined || key.tenancy !== 'default') return undefined;
      const filters = { productFamily: 'Compute Instance', instanceType: key.type, operatingSystem, preInstalledSw: 'NA', capacitystatus: 'Used', marketoption: 'OnDemand', tenancy: 'Shared' };
      return ask('AmazonEC2', key.region, filters, (attributes) => attributes['licenseModel'] === undefined || attributes['licenseModel'] === 'No License required');
    }
    case 'volume':
      return ask('AmazonEC2', key.region, { productFamily: EBS_PART[key.part], volumeApiName: key.type }, () => true);
    case 'balancer':
      return ask('AWSELB', key.region, { productFamily: FAMILY[key.type] }, usage(key.part === 'hours' ? 'LoadBalancerUsage' : 'LCUUsage'));
    case 'nat-gateway':
      return ask('AmazonEC2', key.region, { productFamily: 'NAT Gateway' }, usage(key.part === 'hours' ? 'NatGateway-Hours' : 'NatGateway-Bytes'));
    case 'public-ipv4':
      return ask('AmazonVPC', key.region, { group: 'VPCPublicIPv4Address' }, usage('PublicIPv4:InUseAddress'));
    case 'database':
    default: {
      const databaseEngine = ENGINES[key.engine];
      const deploymentOption = key.multiAz ? 'Multi-AZ' : 'Single-AZ';
      if (key.part === 'storage') {
        const volumeType = RDS_STORAGE[key.storage ?? ''];
        return volumeType === undefined ? undefined : ask('AmazonRDS', key.region, { productFamily: 'Database Storage', volumeType, deploymentOption, databaseEngine: databaseEngine ?? 'Any' }, () => true);
      }
      return databaseEngine === undefined ? undefined : ask('AmazonRDS', key.region, { productFamily: 'Database Instance', instanceType: key.type, databaseEngine, deploymentOption }, () => true);
    }
  }
}

function ask(service: string, region: string, filters: Readonly<Record<string, string>>, matches: PriceQuestion['matches']): PriceQuestion {
  return {
    input: {
      ServiceCode: service,
      FormatVersion: 'aws_v1',
      Filters: Object.entries({ regionCode: region, ...filters }).map(([Field, Value]) => ({ Type: 'TERM_MATCH', Field, Value })),
    },
    matches,
  };
}
