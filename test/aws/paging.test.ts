import { expect, test } from 'vitest';
import type { JsonObject, ServiceId } from '../../src/aws/index.ts';
import { nextInput } from '../../src/aws/paging.ts';

const CASES: readonly (readonly [ServiceId, string, JsonObject, JsonObject, JsonObject | undefined])[] = [
  ['ec2', 'DescribeInstances', { MaxResults: 5 }, { NextToken: 't' }, { MaxResults: 5, NextToken: 't' }],
  ['ec2', 'DescribeInstances', { MaxResults: 5 }, { NextToken: '' }, undefined],
  ['ec2', 'DescribeInstances', { MaxResults: 5 }, {}, undefined],
  ['elbv2', 'DescribeListeners', { LoadBalancerArn: 'a' }, { NextMarker: 'm' }, { LoadBalancerArn: 'a', Marker: 'm' }],
  ['rds', 'DescribeDBInstances', {}, { Marker: 'm' }, { Marker: 'm' }],
  ['iam', 'ListInstanceProfiles', {}, { IsTruncated: true, Marker: 'm' }, { Marker: 'm' }],
  ['iam', 'ListInstanceProfiles', {}, { IsTruncated: false, Marker: 'm' }, undefined],
  ['ce', 'GetCostAndUsage', {}, { NextPageToken: 'p' }, { NextPageToken: 'p' }],
  ['cloudfront', 'ListVpcOrigins', {}, { VpcOriginList: { IsTruncated: true, NextMarker: 'n' } }, { Marker: 'n' }],
  [
    'route53', 'ListResourceRecordSets', { HostedZoneId: 'Z', StartRecordIdentifier: 'old' },
    { IsTruncated: true, NextRecordName: 'a.', NextRecordType: 'A' }, { HostedZoneId: 'Z', StartRecordName: 'a.', StartRecordType: 'A' },
  ],
];

test.each(CASES)('%s %s %o then %o', (service, operation, input, output, next) => {
  expect(nextInput(service, operation, input, output)).toEqual(next);
});
