import type { Handler } from './call.ts';
import { assumeRole, getCallerIdentity } from './identity.ts';
import { describeImages, describeInstances, describeLaunchTemplateVersions, describeRegions, describeSnapshots } from './ec2.ts';
import { listAccountAliases, listRegions, listResourceRecordSets, listVpcOrigins } from './account-wide.ts';

/** Operations that need more than replay, by `<service>:<Operation>`. */
export const HANDLERS: Readonly<Record<string, Handler>> = {
  'account:ListRegions': listRegions,
  'cloudfront:ListVpcOrigins': listVpcOrigins,
  'ec2:DescribeImages': describeImages,
  'ec2:DescribeInstances': describeInstances,
  'ec2:DescribeLaunchTemplateVersions': describeLaunchTemplateVersions,
  'ec2:DescribeRegions': describeRegions,
  'ec2:DescribeSnapshots': describeSnapshots,
  'iam:ListAccountAliases': listAccountAliases,
  'route53:ListResourceRecordSets': listResourceRecordSets,
  'sts:AssumeRole': assumeRole,
  'sts:GetCallerIdentity': getCallerIdentity,
};
