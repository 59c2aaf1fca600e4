export {
  DescribeInstanceInformation$,
  DescribeInstancePatchStates$,
  ListComplianceItems$,
  ListInventoryEntries$,
} from '@aws-sdk/client-ssm';
