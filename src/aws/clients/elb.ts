export {
  ElasticLoadBalancingClient,
  DescribeLoadBalancersCommand,
  DescribeLoadBalancerAttributesCommand,
  DescribeLoadBalancerPoliciesCommand,
  DescribeInstanceHealthCommand,
  DescribeTagsCommand,
} from '@aws-sdk/client-elastic-load-balancing';
