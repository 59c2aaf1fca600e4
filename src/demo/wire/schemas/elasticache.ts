export {
  DescribeCacheClusters$,
  DescribeReplicationGroups$,
  DescribeServerlessCaches$,
} from '@aws-sdk/client-elasticache';
