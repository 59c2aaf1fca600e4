/** Calls made once per resource: the input members that name it, which are also the file's name in a dump. */
export interface Parent {
  readonly member: string;
  /** A second member that tells answers about one resource apart (a role's policy, a policy's version). */
  readonly and?: string;
  /** A member that is part of the operation's name in a dump: `ec2-describe-instance-attribute-userData`. */
  readonly suffix?: string;
  /** No error where there is no answer: the resource simply has none. */
  readonly optional?: true;
}

export const PARENTS: Readonly<Record<string, Parent>> = {
  'acm:DescribeCertificate': { member: 'CertificateArn' },
  'autoscaling:DescribeWarmPool': { member: 'AutoScalingGroupName', optional: true },
  'backup:GetBackupSelection': { member: 'BackupPlanId', and: 'SelectionId' },
  'backup:ListBackupSelections': { member: 'BackupPlanId' },
  'cloudtrail:GetEventSelectors': { member: 'TrailName' },
  'cloudtrail:GetTrailStatus': { member: 'Name' },
  'dlm:GetLifecyclePolicy': { member: 'PolicyId' },
  'ec2:DescribeImageAttribute': { member: 'ImageId', suffix: 'Attribute' },
  'ec2:DescribeInstanceAttribute': { member: 'InstanceId', suffix: 'Attribute' },
  'ec2:DescribeSnapshotAttribute': { member: 'SnapshotId', suffix: 'Attribute' },
  'ec2:DescribeVpcAttribute': { member: 'VpcId', suffix: 'Attribute' },
  'ec2:GetManagedPrefixListEntries': { member: 'PrefixListId' },
  'efs:DescribeMountTargetSecurityGroups': { member: 'MountTargetId' },
  'efs:DescribeMountTargets': { member: 'FileSystemId' },
  'elb:DescribeInstanceHealth': { member: 'LoadBalancerName' },
  'elb:DescribeLoadBalancerAttributes': { member: 'LoadBalancerName' },
  'elb:DescribeLoadBalancerPolicies': { member: 'LoadBalancerName' },
  'elbv2:DescribeListenerAttributes': { member: 'ListenerArn' },
  'elbv2:DescribeListenerCertificates': { member: 'ListenerArn', optional: true },
  'elbv2:DescribeListeners': { member: 'LoadBalancerArn' },
  'elbv2:DescribeLoadBalancerAttributes': { member: 'LoadBalancerArn' },
  'elbv2:DescribeRules': { member: 'ListenerArn' },
  'elbv2:DescribeTargetGroupAttributes': { member: 'TargetGroupArn' },
  'elbv2:DescribeTargetHealth': { member: 'TargetGroupArn' },
  'globalaccelerator:ListEndpointGroups': { member: 'ListenerArn' },
  'globalaccelerator:ListListeners': { member: 'AcceleratorArn' },
  'guardduty:GetDetector': { member: 'DetectorId' },
  'iam:GetInstanceProfile': { member: 'InstanceProfileName' },
  'iam:GetPolicy': { member: 'PolicyArn' },
  'iam:GetPolicyVersion': { member: 'PolicyArn', and: 'VersionId' },
  'iam:GetRolePolicy': { member: 'RoleName', and: 'PolicyName' },
  'iam:ListAttachedRolePolicies': { member: 'RoleName' },
  'iam:ListRolePolicies': { member: 'RoleName' },
  'rds:DescribeDBSnapshotAttributes': { member: 'DBSnapshotIdentifier' },
  'rds:ListTagsForResource': { member: 'ResourceName', optional: true },
  'route53:ListResourceRecordSets': { member: 'HostedZoneId' },
  'ssm:ListInventoryEntries': { member: 'InstanceId', optional: true },
  'wafv2:GetWebACLForResource': { member: 'ResourceArn', optional: true },
};
