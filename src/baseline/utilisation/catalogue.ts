import { asAsked, dailyPercentile, maximum, mean, minimum, percentileOf, perSecond, total } from './derivations.ts';
import type { GapMeaning, GridId, MetricSpec } from './metric-spec.ts';

/*
 * What is asked of CloudWatch, by namespace. Metric names, statistics and units: the CloudWatch chapters of the EC2, Elastic Load
 * Balancing, EBS, RDS, Auto Scaling and VPC user guides. A metric that exists under several dimension sets is asked for under one.
 */

const PERCENT = 'Percent';
const COUNT = 'Count';
const BYTES_PER_SECOND = 'B/s';

/** A byte or operation counter: its sum in five minutes over the seconds, never its average. */
function flow(metric: string, unit: string, more: Partial<MetricSpec> = {}): MetricSpec {
  return {
    metric, stat: 'Sum', grid: 'five-minutes', gap: 'no-data',
    figures: [perSecond(percentileOf('Sum', 95, unit), 'p95'), perSecond(maximum(unit), 'Maximum')],
    ...more,
  };
}

/** The same, kept as a line over the load of the balancers in front. */
function loadedFlow(metric: string): MetricSpec {
  return flow(metric, BYTES_PER_SECOND, { correlate: { unit: BYTES_PER_SECOND } });
}

/** A counter of which the window's total matters. */
function counter(metric: string, gap: GapMeaning, grid: GridId = 'hour'): MetricSpec {
  return { metric, stat: 'Sum', grid, gap, figures: [total(COUNT)] };
}

function gauge(metric: string, stat: 'Maximum' | 'Minimum', unit: string, grid: GridId = 'day'): MetricSpec {
  return { metric, stat, grid, gap: 'no-data', figures: [stat === 'Maximum' ? maximum(unit) : minimum(unit)] };
}

/** CPU in percent of all vCPUs, as five-minute averages for the load curve and five-minute maxima for sizing. */
const CPU: readonly MetricSpec[] = [
  {
    metric: 'CPUUtilization', stat: 'Average', grid: 'five-minutes', gap: 'no-data', correlate: { unit: PERCENT }, shapes: ['hour-of-week'],
    figures: [mean(PERCENT), percentileOf('Average', 95, PERCENT)],
  },
  {
    metric: 'CPUUtilization', stat: 'Maximum', grid: 'five-minutes', gap: 'no-data',
    figures: [maximum(PERCENT), ...[95, 99.5].map((percent) => percentileOf('Maximum', percent, PERCENT))],
  },
  { metric: 'CPUUtilization', stat: 'p95', grid: 'whole', gap: 'no-data', figures: [asAsked('p95', PERCENT)] },
];

const CPU_SEASON: MetricSpec = { metric: 'CPUUtilization', stat: 'Maximum', grid: 'season', gap: 'no-data', figures: [maximum(PERCENT, 'Maximum over 90 days')] };

/** Credits are published every five minutes only; over longer periods minima and sums keep their meaning. */
export const CREDITS: readonly MetricSpec[] = [
  gauge('CPUCreditBalance', 'Minimum', COUNT),
  { ...counter('CPUSurplusCreditsCharged', 'no-data', 'day') },
];

export const INSTANCE: readonly MetricSpec[] = [
  ...CPU, CPU_SEASON,
  loadedFlow('NetworkIn'), loadedFlow('NetworkOut'),
  counter('StatusCheckFailed', 'no-data', 'day'),
  counter('MetadataNoToken', 'no-data', 'day'),
];

/** Nitro instances report their volumes themselves; others only through AWS/EBS. */
export const INSTANCE_EBS: readonly MetricSpec[] = [
  loadedFlow('EBSReadBytes'), loadedFlow('EBSWriteBytes'),
  ...['EBSReadOps', 'EBSWriteOps'].map((metric) => flow(metric, 'ops/s')),
];

/** Writes by the hour: the median hour tells a steady writer from a deployment. */
function writes(metric: string): MetricSpec {
  return flow(metric, BYTES_PER_SECOND, {
    grid: 'hour',
    figures: [50, 95].map((percent) => perSecond(percentileOf('Sum', percent, BYTES_PER_SECOND), `p${percent}`)),
  });
}

export const INSTANCE_STORE: readonly MetricSpec[] = [writes('DiskWriteBytes')];

/** A group by its own dimension: whole even where instances were replaced inside the window. */
export const GROUP_OF_INSTANCES: readonly MetricSpec[] = [...CPU.slice(0, 2), loadedFlow('NetworkOut')];

export const AUTO_SCALING: readonly MetricSpec[] = ['GroupDesiredCapacity', 'GroupInServiceInstances'].flatMap((metric) => [
  gauge(metric, 'Minimum', COUNT), gauge(metric, 'Maximum', COUNT),
]);

export const MEMORY_LINUX: MetricSpec = {
  metric: 'mem_used_percent', stat: 'Maximum', grid: 'hour', gap: 'no-data',
  figures: [maximum(PERCENT), percentileOf('Maximum', 99.5, PERCENT)],
};
export const MEMORY_WINDOWS: MetricSpec = { ...MEMORY_LINUX, metric: 'Memory % Committed Bytes In Use' };
export const DISK_USED: MetricSpec = gauge('disk_used_percent', 'Maximum', PERCENT);

const REQUESTS = 'requests/s';

/** What the balancer served: minute sums for the peak rate, an hour's sums over a season for the shape of the week. */
function load(metric: string, unit: string): readonly MetricSpec[] {
  return [
    {
      metric, stat: 'Sum', grid: 'minute', gap: 'zero', isLoad: true,
      figures: [
        total(COUNT),
        perSecond(mean(unit), 'mean rate'),
        perSecond(percentileOf('Sum', 99.5, unit), 'p99.5 rate'),
        perSecond(maximum(unit), 'peak rate'),
      ],
    },
    { metric, stat: 'Sum', grid: 'season', gap: 'zero', shapes: ['hour-of-week', 'day'], figures: [{ ...total(COUNT), stat: 'Sum over 90 days' }] },
  ];
}

/** Latency: what CloudWatch says over the whole window, and the days' p95. Seconds. */
function latency(metric: string): readonly MetricSpec[] {
  return [
    ...['p50', 'p95', 'p99'].map((stat): MetricSpec => ({ metric, stat, grid: 'whole', gap: 'no-data', figures: [asAsked(stat, 'Seconds')] })),
    { metric, stat: 'p95', grid: 'day', gap: 'no-data', figures: dailyPercentile(95, 'Seconds') },
  ];
}

export const APPLICATION_BALANCER: readonly MetricSpec[] = [
  ...load('RequestCount', REQUESTS),
  ...latency('TargetResponseTime'),
  ...[
    'HTTPCode_ELB_5XX_Count', 'HTTPCode_Target_5XX_Count', 'RejectedConnectionCount', 'ClientTLSNegotiationErrorCount',
    'ForwardedInvalidHeaderRequestCount', 'DesyncMitigationMode_NonCompliant_Request_Count', 'NonStickyRequestCount',
    'TargetConnectionErrorCount', 'NewConnectionCount',
  ].map((metric) => counter(metric, 'zero-with-load')),
  { metric: 'ConsumedLCUs', stat: 'Average', grid: 'hour', gap: 'no-data', figures: [mean('LCU')] },
];

export const NETWORK_BALANCER: readonly MetricSpec[] = [
  ...load('NewFlowCount', 'flows/s'),
  counter('ProcessedBytes', 'zero-with-load'), counter('TCP_Target_Reset_Count', 'zero-with-load'),
  counter('PortAllocationErrorCount', 'zero-with-load'), counter('ClientTLSNegotiationErrorCount', 'zero-with-load'),
  gauge('ActiveFlowCount', 'Maximum', COUNT, 'hour'),
];

export const CLASSIC_BALANCER: readonly MetricSpec[] = [
  ...load('RequestCount', REQUESTS),
  ...latency('Latency'),
  gauge('SurgeQueueLength', 'Maximum', COUNT, 'hour'),
  gauge('UnHealthyHostCount', 'Maximum', COUNT, 'hour'),
  gauge('HealthyHostCount', 'Minimum', COUNT, 'hour'),
  ...['SpilloverCount', 'HTTPCode_Backend_5XX', 'HTTPCode_ELB_5XX'].map((metric) => counter(metric, 'zero-with-load')),
];

export const TARGET_GROUP: readonly MetricSpec[] = [
  gauge('UnHealthyHostCount', 'Maximum', COUNT, 'hour'),
  gauge('HealthyHostCount', 'Minimum', COUNT, 'hour'),
];

export const VOLUME: readonly MetricSpec[] = [
  writes('VolumeWriteBytes'),
  ...['VolumeReadOps', 'VolumeWriteOps'].map((metric) => flow(metric, 'ops/s', { grid: 'hour' })),
];
/** gp2, st1 and sc1 only. */
export const VOLUME_BURST: readonly MetricSpec[] = [gauge('BurstBalance', 'Minimum', PERCENT)];

export const DATABASE: readonly MetricSpec[] = [
  ...CPU,
  {
    metric: 'DatabaseConnections', stat: 'Maximum', grid: 'five-minutes', gap: 'no-data', correlate: { unit: COUNT },
    figures: [maximum(COUNT), percentileOf('Maximum', 95, COUNT)],
  },
  gauge('FreeableMemory', 'Minimum', 'Bytes', 'hour'),
  gauge('FreeStorageSpace', 'Minimum', 'Bytes'),
  ...['ReadLatency', 'WriteLatency'].map((metric): MetricSpec => ({
    metric, stat: 'Average', grid: 'hour', gap: 'no-data', figures: [percentileOf('Average', 95, 'Seconds'), maximum('Seconds', 'Maximum of Average')],
  })),
  ...['ReadIOPS', 'WriteIOPS'].map((metric): MetricSpec => ({
    metric, stat: 'Average', grid: 'hour', gap: 'no-data', figures: [percentileOf('Average', 95, 'ops/s'), maximum('ops/s', 'Maximum of Average')],
  })),
];
export const DATABASE_BURST: readonly MetricSpec[] = [gauge('CPUCreditBalance', 'Minimum', COUNT)];

export const NAT_GATEWAY: readonly MetricSpec[] = [
  ...['BytesOutToDestination', 'BytesInFromDestination', 'BytesOutToSource', 'BytesInFromSource'].map((metric): MetricSpec => ({
    metric, stat: 'Sum', grid: 'hour', gap: 'no-data',
    figures: [total('Bytes'), perSecond(maximum(BYTES_PER_SECOND), 'Maximum')],
  })),
  counter('ErrorPortAllocation', 'no-data', 'day'),
  gauge('ActiveConnectionCount', 'Maximum', COUNT, 'hour'),
];

/** How many clients hang on a shared file system, and how close it is to its own limits. */
export const FILE_SYSTEM: readonly MetricSpec[] = [
  counter('ClientConnections', 'no-data', 'day'),
  gauge('PercentIOLimit', 'Maximum', PERCENT),
  gauge('BurstCreditBalance', 'Minimum', 'Bytes'),
];
