export {
  RDSClient,
  DescribeDBInstancesCommand,
  DescribeDBClustersCommand,
  DescribeDBSnapshotsCommand,
  DescribeDBClusterSnapshotsCommand,
} from '@aws-sdk/client-rds';
