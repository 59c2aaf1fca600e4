export {
  DescribeInstanceHealth$,
  DescribeLoadBalancerAttributes$,
  DescribeLoadBalancerPolicies$,
  DescribeLoadBalancers$,
  DescribeTags$,
} from '@aws-sdk/client-elastic-load-balancing';
