import type { Estate, Resources, UtilisationFigure } from '../../src/model/index.ts';

export const ACCOUNT = '111122223333';
export const REGION = 'us-east-1';

const WINDOW = { start: '2026-11-06T10:00:00.000Z', end: '2026-11-20T10:00:00.000Z', periodSec: 300 };

export function estateOf(resources: Resources, coverage: Estate['coverage'] = []): Estate {
  return {
    accounts: [{ id: ACCOUNT, partition: 'aws' }], regions: [REGION], collectedAt: '2026-11-20T10:15:00.000Z', source: 'demo', resources, coverage,
  };
}

/** What every resource has. */
export function base(id: string): { id: string; account: string; region: string; tags: Record<string, string> } {
  return { id, account: ACCOUNT, region: REGION, tags: {} };
}

export function figure(resourceId: string, metric: string, stat: string, value: number | null, more: Partial<UtilisationFigure> = {}): UtilisationFigure {
  return { resourceId, namespace: 'AWS/EC2', metric, dimensions: {}, stat, value, unit: 'Percent', window: WINDOW, coverage: value === null ? 0 : 1, ...more };
}

/** `m5.large`: 2 vCPU, 8 GiB, 0.75 Gbit/s baseline (93.75 MB/s), 81.25 MB/s to volumes. */
export const M5_LARGE = {
  ...base('m5.large'), InstanceType: 'm5.large', BurstablePerformanceSupported: false, VCpuInfo: { DefaultVCpus: 2 }, MemoryInfo: { SizeInMiB: 8192 },
  NetworkInfo: { NetworkCards: [{ BaselineBandwidthInGbps: 0.75 }] }, EbsInfo: { EbsOptimizedInfo: { BaselineThroughputInMBps: 81.25 } },
};
export const T3_MEDIUM = { ...M5_LARGE, ...base('t3.medium'), InstanceType: 't3.medium', BurstablePerformanceSupported: true, MemoryInfo: { SizeInMiB: 4096 } };

export function instance(id: string, more: Record<string, unknown> = {}) {
  return {
    ...base(id), InstanceId: id, InstanceType: 'm5.large', State: { Name: 'running' }, Architecture: 'x86_64', PlatformDetails: 'Linux/UNIX',
    Placement: { AvailabilityZone: 'us-east-1a', Tenancy: 'default' }, ...more,
  };
}
