export {
  SSMClient,
  DescribeInstanceInformationCommand,
  DescribeInstancePatchStatesCommand,
} from '@aws-sdk/client-ssm';
