import { serviceOf, type ServiceId } from './services.ts';

/** The region that answers for services with one endpoint, by partition (botocore partitions.json, Cost Explorer in China apart). */
const HOME_REGION: Readonly<Record<string, string>> = {
  aws: 'us-east-1',
  'aws-cn': 'cn-north-1',
  'aws-us-gov': 'us-gov-west-1',
  'aws-eusc': 'eusc-de-east-1',
};

const HOME_EXCEPTIONS: Readonly<Record<string, string>> = {
  'aws-cn ce': 'cn-northwest-1',
  'aws-cn pricing': 'cn-northwest-1',
  'aws-cn route53': 'cn-northwest-1',
  'aws-cn cloudfront': 'cn-northwest-1',
};

/** The partition of an ARN: `aws`, `aws-cn`, `aws-us-gov`, … */
export function partitionOfArn(arn: string): string {
  return /^arn:([^:]+):/.exec(arn)?.[1] ?? 'aws';
}

/** The partition that a region belongs to, by its name. */
export function partitionOfRegion(region: string): string {
  if (region.startsWith('cn-')) return 'aws-cn';
  if (region.startsWith('us-gov-')) return 'aws-us-gov';
  if (region.startsWith('eusc-')) return 'aws-eusc';
  if (region.startsWith('us-isob-')) return 'aws-iso-b';
  if (region.startsWith('us-isof-')) return 'aws-iso-f';
  if (region.startsWith('eu-isoe-')) return 'aws-iso-e';
  return region.startsWith('us-iso-') ? 'aws-iso' : 'aws';
}

/** Where to send a call: the region itself, or the one region whose endpoint serves the partition. Undefined where there is none. */
export function endpointRegion(service: ServiceId, partition: string, region: string): string | undefined {
  const { home, absent } = serviceOf(service);
  if (absent?.includes(partition)) return undefined;
  if (home === undefined) return region;
  if (typeof home === 'string') return home;
  return HOME_EXCEPTIONS[`${partition} ${service}`] ?? HOME_REGION[partition] ?? region;
}

/** For a call of a global service, any region of the partition names it. */
export function homeRegion(partition: string): string {
  return HOME_REGION[partition] ?? 'us-east-1';
}
