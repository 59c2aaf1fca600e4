/** A product of the price list: its service, its attributes as GetProducts filters by them, and its on-demand price. */
export interface Product {
  readonly service: string;
  readonly family: string;
  readonly usd: number;
  readonly unit: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** USD per hour, Linux, shared tenancy, us-east-1; vCPUs; memory. Source: AWS price list, July 2026. */
const INSTANCES: readonly (readonly [type: string, usd: number, vcpu: number, memory: string])[] = [
  ['m3.medium', 0.067, 1, '3.75 GiB'], ['m4.large', 0.1, 2, '8 GiB'], ['m4.xlarge', 0.2, 4, '16 GiB'], ['t2.micro', 0.0116, 1, '1 GiB'], ['t2.medium', 0.0464, 2, '4 GiB'],
  ['t3.micro', 0.0104, 2, '1 GiB'], ['t3.medium', 0.0416, 2, '4 GiB'], ['t3.large', 0.0832, 2, '8 GiB'], ['t4g.medium', 0.0336, 2, '4 GiB'], ['m5.large', 0.096, 2, '8 GiB'],
  ['m5.xlarge', 0.192, 4, '16 GiB'], ['m6i.large', 0.096, 2, '8 GiB'], ['m6i.xlarge', 0.192, 4, '16 GiB'], ['m7g.large', 0.0816, 2, '8 GiB'], ['c6i.large', 0.085, 2, '4 GiB'],
];

const VOLUMES: readonly (readonly [name: string, usd: number])[] = [['gp2', 0.1], ['gp3', 0.08], ['io1', 0.125], ['io2', 0.125], ['st1', 0.045], ['sc1', 0.015], ['standard', 0.05]];

const US_EAST_1 = { regionCode: 'us-east-1', location: 'US East (N. Virginia)', locationType: 'AWS Region' };

/** Whatever a monolith runs on and might move to, in us-east-1. */
export const PRODUCTS: readonly Product[] = [
  ...INSTANCES.map(([instanceType, usd, vcpu, memory]): Product => ({
    service: 'AmazonEC2', family: 'Compute Instance', usd, unit: 'Hrs',
    attributes: {
      ...US_EAST_1, instanceType, vcpu: String(vcpu), memory, operatingSystem: 'Linux', preInstalledSw: 'NA', tenancy: 'Shared', capacitystatus: 'Used',
      licenseModel: 'No License required', marketoption: 'OnDemand', operation: 'RunInstances', usagetype: `BoxUsage:${instanceType}`,
    },
  })),
  ...VOLUMES.map(([volumeApiName, usd]): Product => ({
    service: 'AmazonEC2', family: 'Storage', usd, unit: 'GB-Mo', attributes: { ...US_EAST_1, volumeApiName, usagetype: `EBS:VolumeUsage.${volumeApiName}` },
  })),
  other('AmazonEC2', 'Storage Snapshot', 0.05, 'GB-Mo', { usagetype: 'EBS:SnapshotUsage' }),
  other('AmazonEC2', 'NAT Gateway', 0.045, 'Hrs', { usagetype: 'NatGateway-Hours', group: 'NGW:NatGateway' }),
  other('AmazonEC2', 'NAT Gateway', 0.045, 'GB', { usagetype: 'NatGateway-Bytes', group: 'NGW:NatGateway' }),
  other('AWSELB', 'Load Balancer-Application', 0.0225, 'Hrs', { usagetype: 'LoadBalancerUsage', operation: 'LoadBalancing:Application' }),
  other('AWSELB', 'Load Balancer-Application', 0.008, 'LCU-Hrs', { usagetype: 'LCUUsage', operation: 'LoadBalancing:Application' }),
  other('AWSELB', 'Load Balancer-Network', 0.0225, 'Hrs', { usagetype: 'LoadBalancerUsage', operation: 'LoadBalancing:Network' }),
  other('AWSELB', 'Load Balancer-Network', 0.006, 'LCU-Hrs', { usagetype: 'LCUUsage', operation: 'LoadBalancing:Network' }),
  other('AWSELB', 'Load Balancer', 0.025, 'Hrs', { usagetype: 'LoadBalancerUsage', operation: 'LoadBalancing' }),
  other('AmazonVPC', 'VpcPublicIPv4Address', 0.005, 'Hrs', { usagetype: 'PublicIPv4:InUseAddress', group: 'VPCPublicIPv4Address' }),
  other('AmazonECS', 'Compute', 0.04048, 'hours', { usagetype: 'USE1-Fargate-vCPU-Hours:perCPU', cputype: 'perCPU' }),
  other('AmazonECS', 'Compute', 0.004445, 'hours', { usagetype: 'USE1-Fargate-GB-Hours', memorytype: 'perGB' }),
  other('AmazonECS', 'Compute', 0.03238, 'hours', { usagetype: 'USE1-Fargate-ARM-vCPU-Hours:perCPU', cputype: 'perCPU' }),
  other('AmazonECS', 'Compute', 0.00356, 'hours', { usagetype: 'USE1-Fargate-ARM-GB-Hours', memorytype: 'perGB' }),
  other('AmazonRDS', 'Database Instance', 0.034, 'Hrs', { instanceType: 'db.t3.small', databaseEngine: 'MySQL', deploymentOption: 'Single-AZ', usagetype: 'InstanceUsage:db.t3.small' }),
  other('AmazonRDS', 'Database Instance', 0.032, 'Hrs', { instanceType: 'db.t4g.small', databaseEngine: 'MySQL', deploymentOption: 'Single-AZ', usagetype: 'InstanceUsage:db.t4g.small' }),
  other('AmazonRDS', 'Database Instance', 0.136, 'Hrs', { instanceType: 'db.t3.large', databaseEngine: 'MySQL', deploymentOption: 'Single-AZ', usagetype: 'InstanceUsage:db.t3.large' }),
  other('AmazonRDS', 'Database Instance', 0.272, 'Hrs', { instanceType: 'db.t3.large', databaseEngine: 'MySQL', deploymentOption: 'Multi-AZ', usagetype: 'Multi-AZUsage:db.t3.large' }),
  other('AmazonRDS', 'Database Storage', 0.115, 'GB-Mo', { volumeType: 'General Purpose', deploymentOption: 'Single-AZ', databaseEngine: 'MySQL', usagetype: 'RDS:GP2-Storage' }),
];

function other(service: string, family: string, usd: number, unit: string, attributes: Readonly<Record<string, string>>): Product {
  return { service, family, usd, unit, attributes: { ...US_EAST_1, ...attributes } };
}
