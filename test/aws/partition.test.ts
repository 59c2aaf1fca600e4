import { expect, test } from 'vitest';
import { endpointRegion, partitionOfArn, partitionOfRegion } from '../../src/aws/partition.ts';

test.each([
  ['ec2', 'aws', 'eu-west-1', 'eu-west-1'],
  ['ce', 'aws', 'eu-west-1', 'us-east-1'],
  ['iam', 'aws-cn', 'cn-northwest-1', 'cn-north-1'],
  ['ce', 'aws-cn', 'cn-north-1', 'cn-northwest-1'],
  ['globalaccelerator', 'aws', 'eu-west-1', 'us-west-2'],
  ['globalaccelerator', 'aws-cn', 'cn-north-1', undefined],
  ['ce', 'aws-us-gov', 'us-gov-west-1', undefined],
  ['pricing', 'aws-us-gov', 'us-gov-west-1', undefined],
  ['ec2', 'aws-us-gov', 'us-gov-east-1', 'us-gov-east-1'],
] as const)('%s in %s from %s goes to %s', (service, partition, region, target) => {
  expect(endpointRegion(service, partition, region)).toBe(target);
});

test('partitions by ARN and by region', () => {
  expect(partitionOfArn('arn:aws-us-gov:iam::111122223333:user/a')).toBe('aws-us-gov');
  expect(['eu-west-1', 'cn-north-1', 'us-gov-east-1', 'eusc-de-east-1', 'us-iso-east-1'].map(partitionOfRegion)).toEqual(['aws', 'aws-cn', 'aws-us-gov', 'aws-eusc', 'aws-iso']);
});
