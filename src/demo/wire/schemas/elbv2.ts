export {
  DescribeListenerAttributes$,
  DescribeListenerCertificates$,
  DescribeListeners$,
  DescribeLoadBalancerAttributes$,
  DescribeLoadBalancers$,
  DescribeRules$,
  DescribeSSLPolicies$,
  DescribeTags$,
  DescribeTargetGroupAttributes$,
  DescribeTargetGroups$,
  DescribeTargetHealth$,
} from '@aws-sdk/client-elastic-load-balancing-v2';
