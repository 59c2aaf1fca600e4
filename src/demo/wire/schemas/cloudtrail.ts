export {
  DescribeTrails$,
  GetEventSelectors$,
  GetTrailStatus$,
} from '@aws-sdk/client-cloudtrail';
