export {
  DescribeConfigurationRecorderStatus$,
  DescribeConfigurationRecorders$,
} from '@aws-sdk/client-config-service';
