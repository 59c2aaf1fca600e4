export {
  DescribeBackupPolicy$,
  DescribeFileSystems$,
  DescribeMountTargetSecurityGroups$,
  DescribeMountTargets$,
} from '@aws-sdk/client-efs';
