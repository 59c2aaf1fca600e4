/**
 * What a usage type is. `EC2 - Other` alone holds volumes, snapshots, NAT gateways, transfer and surplus credits, so the service's
 * name says nothing; the usage type does, once its region prefix (`USE1-`, `EUW1-`, `APS1-`, none for old types of us-east-1) is off.
 */
export type UsageCategory =
  | 'compute' | 'compute-spot' | 'cpu-credits' | 'ebs-volume' | 'ebs-snapshot' | 'ebs-io' | 'nat-gateway' | 'data-transfer' | 'data-transfer-inter-az'
  | 'public-ipv4' | 'load-balancer' | 'load-balancer-capacity' | 'vpc-endpoint' | 'database' | 'database-storage' | 'database-extended-support' | 'dns' | 'monitoring' | 'object-storage' | 'savings-plan' | 'unclassified';

/** First match wins. Patterns speak of the usage type without its region prefix. */
const PATTERNS: readonly (readonly [pattern: RegExp, category: UsageCategory])[] = [
  [/^CPUCredits:/, 'cpu-credits'],
  [/^SpotUsage(:|$)/, 'compute-spot'],
  [/^(BoxUsage|HeavyUsage|DedicatedUsage|HostUsage|UnusedBox|UnusedDed|ReservedHostUsage|EBSOptimized)(:|$)/, 'compute'],
  [/^EBS:Snapshot/, 'ebs-snapshot'],
  [/^EBS:(VolumeP?-?IOPS|VolumeIOUsage|VolumeP-Throughput|VolumeThroughput)/, 'ebs-io'],
  [/^EBS:Volume/, 'ebs-volume'],
  [/^(NatGateway|RegionalNatGateway)-/, 'nat-gateway'],
  [/^DataTransfer-(Regional|xAZ)-Bytes$/, 'data-transfer-inter-az'],
  [/^(DataTransfer|AWS-In|AWS-Out|CloudFront-(In|Out))/, 'data-transfer'],
  [/^[A-Z]{2,3}\d?-AWS-(In|Out)(-ABytes.*|-Bytes)$/, 'data-transfer'],
  [/^(PublicIPv4:|ElasticIP:)/, 'public-ipv4'],
  [/^(LoadBalancerUsage|IPAMLoadBalancer)/, 'load-balancer'],
  [/^(LCUUsage|NLCUUsage|ReservedLCUUsage|DataProcessing-Bytes)/, 'load-balancer-capacity'],
  [/^VpcEndpoint-/, 'vpc-endpoint'],
  [/^(InstanceUsage|Multi-AZUsage|InstanceUsageIOOptimized|Multi-AZClusterUsage|Aurora:Serverless)/, 'database'],
  [/^ExtendedSupport:/, 'database-extended-support'],
  [/^(RDS:|Aurora:|RDSBackup)/, 'database-storage'],
  [/^(DNS-Queries|HostedZone)/, 'dns'],
  [/^(CW:|CloudWatch|DataProcessing-Bytes-CW|VendedLog|TimedStorage-ByteHrs-CW)/, 'monitoring'],
  [/^(TimedStorage|Requests-Tier)/, 'object-storage'],
  [/SavingsPlan|^ComputeSP:|^EC2SP:/, 'savings-plan'],
];

/** `USE1-EBS:VolumeUsage.gp3` → `EBS:VolumeUsage.gp3`; also transfer between two regions, `USE1-USW2-AWS-Out-Bytes`. */
export function withoutRegion(usageType: string): string {
  return usageType.replace(/^(?:[A-Z]{2,4}\d{1,2}|EU|UGW\d|UGE\d)-/, '');
}

export function classifyUsage(usageType: string): UsageCategory {
  const bare = withoutRegion(usageType);
  return PATTERNS.find(([pattern]) => pattern.test(bare))?.[1] ?? 'unclassified';
}
