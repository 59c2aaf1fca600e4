export {
  DescribeAutoScalingGroups$,
  DescribeAutoScalingInstances$,
  DescribeInstanceRefreshes$,
  DescribeLaunchConfigurations$,
  DescribeLifecycleHooks$,
  DescribePolicies$,
  DescribeScalingActivities$,
  DescribeScheduledActions$,
  DescribeWarmPool$,
} from '@aws-sdk/client-auto-scaling';
