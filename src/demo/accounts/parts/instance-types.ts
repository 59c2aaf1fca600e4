import type { JsonObject } from '../../json.ts';

/** type, vCPUs, memory in MiB, current generation, architecture, network, baseline and peak Gbit/s, EBS baseline MB/s and IOPS, maximum IOPS. */
type Row = readonly [type: string, vcpus: number, memoryMib: number, current: boolean, arch: string, network: string, baseGbps: number, peakGbps: number, ebsMbps: number, ebsIops: number, ebsMaxIops: number];

/** Types of the sample accounts and those one would move to. Figures: EC2 instance type documentation. */
const ROWS: readonly Row[] = [
  ['m3.medium', 1, 3840, false, 'x86_64', 'Moderate', 0.3, 0.3, 0, 0, 0],
  ['m4.large', 2, 8192, false, 'x86_64', 'Moderate', 0.45, 1.2, 56.25, 3600, 3600],
  ['m4.xlarge', 4, 16384, false, 'x86_64', 'High', 0.75, 2, 93.75, 6000, 6000],
  ['t2.micro', 1, 1024, true, 'x86_64', 'Low to Moderate', 0.064, 1.024, 0, 0, 0],
  ['t2.medium', 2, 4096, true, 'x86_64', 'Low to Moderate', 0.256, 1.024, 0, 0, 0],
  ['t3.micro', 2, 1024, true, 'x86_64', 'Up to 5 Gigabit', 0.064, 5, 10.875, 500, 11800],
  ['t3.medium', 2, 4096, true, 'x86_64', 'Up to 5 Gigabit', 0.256, 5, 43.375, 2000, 11800],
  ['t3.large', 2, 8192, true, 'x86_64', 'Up to 5 Gigabit', 0.512, 5, 86.875, 4000, 15700],
  ['t4g.medium', 2, 4096, true, 'arm64', 'Up to 5 Gigabit', 0.256, 5, 43.375, 2000, 11800],
  ['m5.large', 2, 8192, true, 'x86_64', 'Up to 10 Gigabit', 0.75, 10, 81.25, 3600, 18750],
  ['m5.xlarge', 4, 16384, true, 'x86_64', 'Up to 10 Gigabit', 1.25, 10, 143.75, 6000, 18750],
  ['m6i.large', 2, 8192, true, 'x86_64', 'Up to 12.5 Gigabit', 0.781, 12.5, 81.25, 3600, 40000],
  ['m6i.xlarge', 4, 16384, true, 'x86_64', 'Up to 12.5 Gigabit', 1.562, 12.5, 156.25, 6000, 40000],
  ['m7g.large', 2, 8192, true, 'arm64', 'Up to 12.5 Gigabit', 0.937, 12.5, 78.75, 3600, 40000],
  ['c6i.large', 2, 4096, true, 'x86_64', 'Up to 12.5 Gigabit', 0.781, 12.5, 81.25, 3600, 40000],
];

/** What DescribeInstanceTypes says of each. */
export function instanceTypes(): readonly JsonObject[] {
  return ROWS.map(([type, vcpus, memoryMib, current, arch, network, baseGbps, peakGbps, ebsMbps, ebsIops, ebsMaxIops]) => ({
    InstanceType: type, CurrentGeneration: current, FreeTierEligible: type === 't2.micro' || type === 't3.micro', SupportedUsageClasses: ['on-demand', 'spot'],
    SupportedRootDeviceTypes: ['ebs'], SupportedVirtualizationTypes: ['hvm'], BareMetal: false, ...(arch === 'arm64' || /^[mct][567]/.test(type) || type.startsWith('t3') ? { Hypervisor: 'nitro' } : { Hypervisor: 'xen' }),
    ProcessorInfo: { SupportedArchitectures: [arch] }, VCpuInfo: { DefaultVCpus: vcpus, DefaultCores: Math.max(1, vcpus / 2), DefaultThreadsPerCore: vcpus > 1 ? 2 : 1 },
    MemoryInfo: { SizeInMiB: memoryMib }, InstanceStorageSupported: type === 'm3.medium', ...(type === 'm3.medium' ? { InstanceStorageInfo: { TotalSizeInGB: 4 } } : {}),
    EbsInfo: {
      EbsOptimizedSupport: ebsMbps === 0 ? 'unsupported' : 'default', EncryptionSupport: 'supported',
      ...(ebsMbps === 0 ? {} : { EbsOptimizedInfo: { BaselineBandwidthInMbps: ebsMbps * 8, BaselineThroughputInMBps: ebsMbps, BaselineIops: ebsIops, MaximumIops: ebsMaxIops } }),
    },
    NetworkInfo: { NetworkPerformance: network, MaximumNetworkInterfaces: 3, NetworkCards: [{ NetworkCardIndex: 0, NetworkPerformance: network, MaximumNetworkInterfaces: 3, BaselineBandwidthInGbps: baseGbps, PeakBandwidthInGbps: peakGbps }] },
    BurstablePerformanceSupported: type.startsWith('t'), HibernationSupported: true, AutoRecoverySupported: true,
  }));
}
