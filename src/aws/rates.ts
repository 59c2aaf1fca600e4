import type { Rate } from './token-bucket.ts';
import type { ServiceId } from './services.ts';

/** `shared: true`: the operations of the service draw from one bucket; otherwise each has its own. */
interface ServiceRate { readonly rate: Rate; readonly shared?: boolean; readonly operations?: Readonly<Record<string, Rate>>; readonly source: string }

/**
 * How fast AWS lets one account call one service in one region, as published. Where AWS publishes nothing, the figure is
 * `ASSUMED`: slow enough that no report of throttling at that rate is known, fast enough not to be the longest wait of a run.
 */
export const SERVICE_RATES: Partial<Record<ServiceId, ServiceRate>> = {
  ec2: {
    // Non-mutating actions: 100 tokens, 20 a second, each API by itself. Unfiltered and unpaginated calls of some actions
    // draw from a bucket of 50 and 10; those that have pages are always asked for with a page size here.
    rate: { capacity: 100, perSecond: 20 },
    operations: { DescribeAddresses: { capacity: 50, perSecond: 10 } },
    source: 'https://docs.aws.amazon.com/ec2/latest/devguide/ec2-api-throttling.html',
  },
  elbv2: {
    rate: { capacity: 40, perSecond: 10 },
    shared: true,
    source: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/elb-api-throttling.html (each API version has its own)',
  },
  elb: {
    rate: { capacity: 40, perSecond: 10 },
    shared: true,
    source: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/elb-api-throttling.html (each API version has its own)',
  },
  cloudwatch: {
    rate: { capacity: 9, perSecond: 9 },
    operations: { GetMetricData: { capacity: 500, perSecond: 500 }, ListMetrics: { capacity: 25, perSecond: 25 }, GetMetricStatistics: { capacity: 400, perSecond: 400 } },
    source: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch_limits.html (DescribeAlarms 9, ListMetrics 25, GetMetricData 500)',
  },
  route53: {
    rate: { capacity: 50, perSecond: 10 },
    shared: true,
    source: 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/throttling-api-requests.html (all actions of an account together)',
  },
};

/** For services whose rates are not published. */
export const ASSUMED: Rate = { capacity: 20, perSecond: 10 };

/** The bucket that a call draws from, by name, and its rate. */
export function rateOf(service: ServiceId, operation: string): { readonly bucket: string; readonly rate: Rate } {
  const published = SERVICE_RATES[service];
  const own = published?.operations?.[operation];
  if (own) return { bucket: `${service}:${operation}`, rate: own };
  return { bucket: published?.shared === true ? service : `${service}:${operation}`, rate: published?.rate ?? ASSUMED };
}
