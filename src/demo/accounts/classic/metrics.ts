import type { MetricSeries, Wave } from '../../metrics/series.ts';
import type { AccountDraft } from '../account-draft.ts';
import type { ClassicCompute } from './compute.ts';
import type { ClassicEdge } from './edge.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** The shop is busiest in the evening of the US east coast. */
const EVENING_UTC = 23;

type Shape = Partial<Wave> & { readonly base: number };

/** Counts up so that every series has noise of its own. */
class Series {
  readonly all: MetricSeries[] = [];

  add(namespace: string, metric: string, dimensions: Readonly<Record<string, string>>, unit: string, resolutionSec: 60 | 300, shape: Shape, more: Partial<MetricSeries> = {}): void {
    const wave: Wave = { peak: 0, peakHour: EVENING_UTC, weekend: 0.55, daily: 0.16, noise: 0.08, seed: this.all.length + 1, ...shape };
    this.all.push({ namespace, metric, dimensions, unit, resolutionSec, wave, ...more });
  }
}

/** What CloudWatch knows of the shop: evenings are busy, weekends half so; the agent runs on one instance only. */
export function classicMetrics(draft: AccountDraft, compute: ClassicCompute, edge: ClassicEdge, now: number): readonly MetricSeries[] {
  const series = new Series();
  const stopped = now - 141 * DAY_MS;
  // web-2 was stopped for a resize for six hours, five days ago.
  const resized = { from: now - 5 * DAY_MS, until: now - 5 * DAY_MS + 6 * HOUR_MS };
  addInstanceMetrics(series, compute.web1, { cpu: { base: 11, peak: 47 }, inMib: 14, outMib: 46, noToken: 4, detailed: true });
  addInstanceMetrics(series, compute.web2, { cpu: { base: 10, peak: 44 }, inMib: 13, outMib: 43, noToken: 3, gaps: [resized] });
  addInstanceMetrics(series, compute.shop, { cpu: { base: 19, peak: 58, job: { hour: 1.5, minutes: 30, add: 28 } }, inMib: 31, outMib: 58, noToken: 2 });
  addInstanceMetrics(series, compute.bastion, { cpu: { base: 1.2, peak: 0.5 }, inMib: 0.2, outMib: 0.3, noToken: 0, credits: { base: 143, max: 144 } });
  const worker: InstanceLoad = {
    cpu: { base: 3, peak: 2, job: { hour: 3, minutes: 55, add: 90 } }, inMib: 2, outMib: 3, noToken: 1,
    credits: { base: 560, max: 576, job: { hour: 3, minutes: 240, add: -330 } },
  };
  addInstanceMetrics(series, compute.worker, worker);
  addInstanceMetrics(series, compute.legacy, { cpu: { base: 2 }, inMib: 0.1, outMib: 0.1, noToken: 0, until: stopped });
  addLoad(series, { AutoScalingGroupName: 'larkspur-worker' }, worker, 300, {});
  addVolumeMetrics(series, draft);
  addAgentMetrics(series, compute.web1, now);
  addBalancerMetrics(series, edge, now);
  addDatabaseMetrics(series);
  return series.all;
}

interface InstanceLoad {
  readonly cpu: Shape;
  /** MiB per five minutes at the peak. */
  readonly inMib: number;
  readonly outMib: number;
  /** IMDSv1 calls per five minutes. */
  readonly noToken: number;
  readonly detailed?: boolean;
  readonly credits?: Shape;
  readonly until?: number;
  readonly gaps?: MetricSeries['gaps'];
}

const MIB = 1_048_576;

function addInstanceMetrics(series: Series, id: string, load: InstanceLoad): void {
  const resolution = load.detailed === true ? 60 : 300;
  const more: Partial<MetricSeries> = { ...(load.until === undefined ? {} : { until: load.until }), ...(load.gaps === undefined ? {} : { gaps: load.gaps }) };
  const dimensions = { InstanceId: id };
  addLoad(series, dimensions, load, resolution, more);
  series.add('AWS/EC2', 'MetadataNoToken', dimensions, 'Count', 300, { base: load.noToken, noise: 0.4, whole: true, min: 0 }, more);
  for (const metric of ['StatusCheckFailed', 'StatusCheckFailed_Instance', 'StatusCheckFailed_System']) series.add('AWS/EC2', metric, dimensions, 'Count', 60, { base: 0, noise: 0 }, more);
  if (load.credits !== undefined) {
    series.add('AWS/EC2', 'CPUCreditBalance', dimensions, 'Count', 300, { noise: 0.01, min: 0, weekend: 1, ...load.credits }, more);
    series.add('AWS/EC2', 'CPUCreditUsage', dimensions, 'Count', 300, { ...load.cpu, base: load.cpu.base / 20, peak: (load.cpu.peak ?? 0) / 20 }, more);
    series.add('AWS/EC2', 'CPUSurplusCreditBalance', dimensions, 'Count', 300, { base: 0, noise: 0 }, more);
    series.add('AWS/EC2', 'CPUSurplusCreditsCharged', dimensions, 'Count', 300, { base: 0, noise: 0 }, more);
  }
}

function addLoad(series: Series, dimensions: Readonly<Record<string, string>>, load: InstanceLoad, resolution: 60 | 300, more: Partial<MetricSeries>): void {
  const share = resolution / 300;
  series.add('AWS/EC2', 'CPUUtilization', dimensions, 'Percent', resolution, { noise: 0.14, spread: 0.3, min: 0, max: 100, ...load.cpu }, more);
  for (const [metric, mib] of [['NetworkIn', load.inMib], ['NetworkOut', load.outMib]] as const) {
    const bytes = mib * MIB * share;
    series.add('AWS/EC2', metric, dimensions, 'Bytes', resolution, { base: bytes * 0.12, peak: bytes * 0.88, noise: 0.2, whole: true }, more);
    series.add('AWS/EC2', metric === 'NetworkIn' ? 'NetworkPacketsIn' : 'NetworkPacketsOut', dimensions, 'Count', 300, { base: mib * 120, peak: mib * 900, noise: 0.2, whole: true }, more);
  }
}

function addVolumeMetrics(series: Series, draft: AccountDraft): void {
  for (const [name, ops, kib] of [['larkspur-web-1-0', 900, 12], ['larkspur-web-2-0', 850, 12], ['larkspur-shop-db-0', 700, 10], ['larkspur-shop-db-1', 42_000, 16], ['larkspur-bastion-0', 40, 8], ['larkspur-worker-0', 600, 20]] as const) {
    const dimensions = { VolumeId: draft.id('vol', name) };
    for (const [metric, part] of [['Read', 0.35], ['Write', 0.65]] as const) {
      series.add('AWS/EBS', `Volume${metric}Ops`, dimensions, 'Count', 300, { base: ops * part * 0.2, peak: ops * part * 0.8, noise: 0.25, whole: true });
      series.add('AWS/EBS', `Volume${metric}Bytes`, dimensions, 'Bytes', 300, { base: ops * part * 0.2 * kib * 1024, peak: ops * part * 0.8 * kib * 1024, noise: 0.25, whole: true });
    }
    series.add('AWS/EBS', 'VolumeQueueLength', dimensions, 'Count', 300, { base: ops / 90_000, peak: ops / 30_000, noise: 0.3 });
    series.add('AWS/EBS', 'BurstBalance', dimensions, 'Percent', 300, { base: 100, peak: name === 'larkspur-shop-db-1' ? -38 : 0, noise: 0.01, min: 0, max: 100 });
  }
}

/** The agent was put on one server, once, and was down for a day and a half last week. */
function addAgentMetrics(series: Series, id: string, now: number): void {
  const gaps = [{ from: now - 9 * DAY_MS, until: now - 9 * DAY_MS + 36 * HOUR_MS }];
  series.add('CWAgent', 'mem_used_percent', { InstanceId: id }, 'Percent', 60, { base: 41, peak: 22, noise: 0.03, max: 100 }, { gaps });
  series.add('CWAgent', 'disk_used_percent', { InstanceId: id, path: '/', device: 'xvda1', fstype: 'ext4' }, 'Percent', 60, { base: 78, noise: 0.002, max: 100 }, { gaps });
}

function addBalancerMetrics(series: Series, edge: ClassicEdge, now: number): void {
  const balancer = { LoadBalancer: edge.balancer.split(':loadbalancer/')[1] ?? '' };
  const add = (metric: string, unit: string, shape: Shape, more: Partial<MetricSeries> = {}): void => series.add('AWS/ApplicationELB', metric, balancer, unit, 60, shape, more);
  const requests = { base: 130, peak: 1480, noise: 0.15, whole: true } as const;
  // Eleven bad minutes, three days ago.
  const incident = { from: now - 3 * DAY_MS, until: now - 3 * DAY_MS + 11 * 60_000 };
  add('RequestCount', 'Count', requests, { sparse: true });
  add('NonStickyRequestCount', 'Count', { base: 21, peak: 190, noise: 0.2, whole: true }, { sparse: true });
  add('TargetResponseTime', 'Seconds', { base: 0.12, peak: 0.34, noise: 0.1, sigma: 0.6 });
  add('HTTPCode_Target_2XX_Count', 'Count', { ...requests, base: 118, peak: 1390 }, { sparse: true });
  add('HTTPCode_Target_3XX_Count', 'Count', { base: 6, peak: 48, noise: 0.3, whole: true }, { sparse: true });
  add('HTTPCode_Target_4XX_Count', 'Count', { base: 5, peak: 36, noise: 0.4, whole: true }, { sparse: true });
  add('HTTPCode_Target_5XX_Count', 'Count', { base: 0.2, peak: 1.6, noise: 0.9, whole: true, events: [{ ...incident, add: 260 }] }, { sparse: true });
  add('HTTPCode_ELB_5XX_Count', 'Count', { base: 0, noise: 0.3, whole: true, events: [{ ...incident, add: 74 }] }, { sparse: true });
  add('TargetConnectionErrorCount', 'Count', { base: 0, noise: 0.3, whole: true, events: [{ ...incident, add: 31 }] }, { sparse: true });
  add('ForwardedInvalidHeaderRequestCount', 'Count', { base: 0, peak: 0.9, noise: 0.6, whole: true }, { sparse: true });
  add('NewConnectionCount', 'Count', { base: 60, peak: 520, noise: 0.2, whole: true }, { sparse: true });
  add('ActiveConnectionCount', 'Count', { base: 25, peak: 240, noise: 0.2, whole: true }, { sparse: true });
  add('ProcessedBytes', 'Bytes', { base: 3e6, peak: 3.1e7, noise: 0.2, whole: true }, { sparse: true });
  add('ConsumedLCUs', 'Count', { base: 0.1, peak: 0.9, noise: 0.1 });
  for (const [arn, hosts] of [[edge.webTargets, 2], [edge.apiTargets, 2], [edge.adminTargets, 1]] as const) {
    const dimensions = { TargetGroup: arn.split(':').pop() ?? '', ...balancer };
    const down = { ...incident, add: 1 };
    series.add('AWS/ApplicationELB', 'HealthyHostCount', dimensions, 'Count', 60, { base: hosts, noise: 0, events: hosts === 2 ? [{ ...down, add: -1 }] : [] });
    series.add('AWS/ApplicationELB', 'UnHealthyHostCount', dimensions, 'Count', 60, { base: 0, noise: 0, events: hosts === 2 ? [down] : [] });
    series.add('AWS/ApplicationELB', 'RequestCountPerTarget', dimensions, 'Count', 60, { base: 32, peak: 370, noise: 0.15, whole: true }, { sparse: true });
  }
}

function addDatabaseMetrics(series: Series): void {
  const dimensions = { DBInstanceIdentifier: 'larkspur-reports' };
  const add = (metric: string, unit: string, shape: Shape): void => series.add('AWS/RDS', metric, dimensions, unit, 60, shape);
  const refresh = { hour: 5, minutes: 40 };
  add('CPUUtilization', 'Percent', { base: 3, peak: 2, noise: 0.2, max: 100, job: { ...refresh, add: 55 } });
  add('DatabaseConnections', 'Count', { base: 1, peak: 3, noise: 0.3, whole: true });
  add('FreeableMemory', 'Bytes', { base: 7.4e8, peak: -1.2e8, noise: 0.03, whole: true });
  add('FreeStorageSpace', 'Bytes', { base: 1.9e10, noise: 0.001, whole: true });
  add('ReadIOPS', 'Count/Second', { base: 2, peak: 9, noise: 0.4, job: { ...refresh, add: 160 } });
  add('WriteIOPS', 'Count/Second', { base: 4, peak: 4, noise: 0.4, job: { ...refresh, add: 310 } });
  add('ReadLatency', 'Seconds', { base: 0.0011, peak: 0.0008, noise: 0.3 });
  add('WriteLatency', 'Seconds', { base: 0.0019, peak: 0.0012, noise: 0.3 });
  add('CPUCreditBalance', 'Count', { base: 560, noise: 0.01, weekend: 1, max: 576, job: { hour: 5, minutes: 120, add: -140 } });
  add('BurstBalance', 'Percent', { base: 100, noise: 0, job: { ...refresh, add: -9 } });
}
