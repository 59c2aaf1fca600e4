import { listAccountAliases, listRegions, listResourceRecordSets, listVpcOrigins } from './account-wide.ts';
import type { Handler } from './call.ts';
import { getMetricData, getMetricStatistics, listMetrics } from './cloudwatch.ts';
import { getCostAndUsage, getDimensionValues } from './cost-explorer.ts';
import { describeImages, describeInstances, describeLaunchTemplateVersions, describeRegions, describeSnapshots } from './ec2.ts';
import { assumeRole, getCallerIdentity } from './identity.ts';
import { getAttributeValues, getProducts } from './pricing.ts';

/** Operations that need more than replay, by `<service>:<Operation>`. */
export const HANDLERS: Readonly<Record<string, Handler>> = {
  'account:ListRegions': listRegions,
  'ce:GetCostAndUsage': getCostAndUsage,
  'ce:GetDimensionValues': getDimensionValues,
  'cloudfront:ListVpcOrigins': listVpcOrigins,
  'cloudwatch:GetMetricData': getMetricData,
  'cloudwatch:GetMetricStatistics': getMetricStatistics,
  'cloudwatch:ListMetrics': listMetrics,
  'ec2:DescribeImages': describeImages,
  'ec2:DescribeInstances': describeInstances,
  'ec2:DescribeLaunchTemplateVersions': describeLaunchTemplateVersions,
  'ec2:DescribeRegions': describeRegions,
  'ec2:DescribeSnapshots': describeSnapshots,
  'iam:ListAccountAliases': listAccountAliases,
  'pricing:GetAttributeValues': getAttributeValues,
  'pricing:GetProducts': getProducts,
  'route53:ListResourceRecordSets': listResourceRecordSets,
  'sts:AssumeRole': assumeRole,
  'sts:GetCallerIdentity': getCallerIdentity,
};
