import type { ServiceName } from '../wire/services.ts';

export interface PageLimits {
  readonly min: number;
  readonly max: number;
  /** The page size where the caller asks for none. */
  readonly default: number;
  /** A value outside the range is an error; otherwise it is cut to the maximum. */
  readonly strict: boolean;
}

/** What most operations of a service allow. Source: the ranges of botocore's service models and the API references. */
const BY_SERVICE: Partial<Record<ServiceName, PageLimits>> = {
  ec2: { min: 5, max: 1000, default: 1000, strict: true },
  elbv2: { min: 1, max: 400, default: 400, strict: true },
  elb: { min: 1, max: 400, default: 400, strict: true },
  autoscaling: { min: 1, max: 100, default: 50, strict: true },
  rds: { min: 20, max: 100, default: 100, strict: true },
  elasticache: { min: 20, max: 100, default: 100, strict: true },
  iam: { min: 1, max: 1000, default: 100, strict: true },
  ssm: { min: 1, max: 50, default: 50, strict: true },
  cloudwatch: { min: 1, max: 100, default: 50, strict: true },
  efs: { min: 1, max: 100, default: 100, strict: false },
  guardduty: { min: 1, max: 50, default: 50, strict: true },
  route53: { min: 1, max: 100, default: 100, strict: false },
  pricing: { min: 1, max: 100, default: 100, strict: true },
  globalaccelerator: { min: 1, max: 100, default: 10, strict: true },
  account: { min: 1, max: 50, default: 50, strict: true },
  athena: { min: 1, max: 1000, default: 1000, strict: true },
};

const BY_OPERATION: Readonly<Record<string, PageLimits>> = {
  'ec2:DescribeRouteTables': { min: 5, max: 100, default: 100, strict: true },
  'ec2:DescribeInstanceTypes': { min: 5, max: 100, default: 100, strict: true },
  'ec2:DescribeEgressOnlyInternetGateways': { min: 5, max: 255, default: 255, strict: true },
  'ec2:DescribeLaunchTemplates': { min: 1, max: 200, default: 200, strict: true },
  'ec2:DescribeLaunchTemplateVersions': { min: 1, max: 200, default: 200, strict: true },
  'ec2:DescribeManagedPrefixLists': { min: 1, max: 100, default: 100, strict: true },
  'ec2:GetManagedPrefixListEntries': { min: 1, max: 100, default: 100, strict: true },
  'ec2:DescribeInstanceConnectEndpoints': { min: 1, max: 50, default: 50, strict: true },
  'ec2:DescribeVolumes': { min: 1, max: 1000, default: 1000, strict: false },
  'ec2:DescribeSnapshots': { min: 5, max: 1000, default: 1000, strict: false },
  'ec2:DescribeImages': { min: 1, max: 1000, default: 1000, strict: false },
  'ec2:DescribeFlowLogs': { min: 1, max: 1000, default: 1000, strict: false },
  'ec2:DescribeVpcEndpoints': { min: 1, max: 1000, default: 1000, strict: false },
  'ec2:DescribeVpcEndpointServiceConfigurations': { min: 1, max: 1000, default: 1000, strict: false },
  'ssm:DescribeInstanceInformation': { min: 5, max: 50, default: 10, strict: true },
  'ssm:DescribeInstancePatchStates': { min: 10, max: 100, default: 10, strict: true },
};

const ANY: PageLimits = { min: 1, max: 1000, default: 1000, strict: true };

/** The page sizes that an operation allows. */
export function pageLimitsOf(service: ServiceName, operation: string): PageLimits {
  return BY_OPERATION[`${service}:${operation}`] ?? BY_SERVICE[service] ?? ANY;
}
