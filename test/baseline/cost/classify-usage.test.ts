import { expect, it } from 'vitest';
import { classifyUsage } from '../../../src/baseline/cost/classify-usage.ts';

it.each([
  ['BoxUsage:t3.medium', 'compute'], ['EUW1-BoxUsage:m5.large', 'compute'], ['BoxUsage', 'compute'], ['USE2-SpotUsage:c5.large', 'compute-spot'],
  ['HeavyUsage:t3.small', 'compute'], ['CPUCredits:t3', 'cpu-credits'], ['APN1-CPUCredits:t3', 'cpu-credits'],
  ['EBS:VolumeUsage.gp3', 'ebs-volume'], ['EU-EBS:VolumeUsage.gp2', 'ebs-volume'], ['EBS:VolumeUsage', 'ebs-volume'], ['EBS:SnapshotUsage', 'ebs-snapshot'], ['USW2-EBS:VolumeP-IOPS.gp3', 'ebs-io'],
  ['NatGateway-Hours', 'nat-gateway'], ['USE1-NatGateway-Bytes', 'nat-gateway'],
  ['DataTransfer-Out-Bytes', 'data-transfer'], ['DataTransfer-In-Bytes', 'data-transfer'], ['USE1-DataTransfer-Regional-Bytes', 'data-transfer-inter-az'],
  ['USE1-USW2-AWS-Out-Bytes', 'data-transfer'], ['PublicIPv4:InUseAddress', 'public-ipv4'], ['EUC1-PublicIPv4:IdleAddress', 'public-ipv4'], ['ElasticIP:IdleAddress', 'public-ipv4'],
  ['LoadBalancerUsage', 'load-balancer'], ['LCUUsage', 'load-balancer-capacity'], ['USE1-VpcEndpoint-Hours', 'vpc-endpoint'],
  ['InstanceUsage:db.t3.medium', 'database'], ['Multi-AZUsage:db.m5.large', 'database'], ['RDS:GP2-Storage', 'database-storage'], ['RDS:ChargedBackupUsage', 'database-storage'],
  ['ExtendedSupport:Yr1-Yr2:MySQL5.7', 'database-extended-support'], ['HostedZone', 'dns'], ['DNS-Queries', 'dns'],
  ['CW:MetricMonitorUsage', 'monitoring'], ['TimedStorage-ByteHrs', 'object-storage'],
  ['SomethingNew-Hours', 'unclassified'], ['', 'unclassified'],
])('%s is %s', (usageType, category) => expect(classifyUsage(usageType)).toBe(category));
