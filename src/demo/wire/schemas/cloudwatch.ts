export {
  DescribeAlarms$,
  DescribeAlarmsForMetric$,
  GetMetricData$,
  GetMetricStatistics$,
  ListMetrics$,
} from '@aws-sdk/client-cloudwatch';
