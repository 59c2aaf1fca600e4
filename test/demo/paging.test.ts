import { DescribeInstancesCommand, EC2Client, paginateDescribeInstances, paginateDescribeSecurityGroups } from '@aws-sdk/client-ec2';
import { afterEach, describe, expect, test } from 'vitest';
import { generateAccount, startEndpoint } from '../../src/demo/index.ts';
import type { Endpoint, EndpointOptions } from '../../src/demo/index.ts';
import { failure, send } from './any-client.ts';
import { configOf } from './client-config.ts';

let endpoint: Endpoint | undefined;
afterEach(() => endpoint?.close());

async function start(options: EndpointOptions): Promise<Endpoint> {
  endpoint = await startEndpoint(options);
  return endpoint;
}

const big = generateAccount({ instances: 730, groups: 130, balancers: 3, seed: 7 });

test('pages of EC2 hold everything once, in order', async () => {
  const client = new EC2Client(configOf(await start({ accounts: [big] })));
  const ids: (string | undefined)[] = [];
  const sizes: number[] = [];
  for await (const page of paginateDescribeInstances({ client, pageSize: 300 }, {})) {
    sizes.push(page.Reservations?.length ?? 0);
    ids.push(...(page.Reservations ?? []).flatMap((one) => (one.Instances ?? []).map((instance) => instance.InstanceId)));
  }
  expect(sizes).toEqual([300, 300, 130]);
  expect(new Set(ids).size).toBe(730);
  let groups = 0;
  for await (const page of paginateDescribeSecurityGroups({ client, pageSize: 50 }, {})) groups += page.SecurityGroups?.length ?? 0;
  expect(groups).toBe(130);
});

test('pages may be asked for at the same time as other calls, and interleave', async () => {
  const client = new EC2Client(configOf(await start({ accounts: [big] })));
  const walk = async (pageSize: number): Promise<number> => {
    let seen = 0;
    for await (const page of paginateDescribeInstances({ client, pageSize }, {})) seen += page.Reservations?.length ?? 0;
    return seen;
  };
  expect(await Promise.all([walk(250), walk(600)])).toEqual([730, 730]);
});

const PAGED = [
  ['elbv2', 'DescribeLoadBalancers', {}, 'Marker', 'NextMarker', 'LoadBalancers'],
  ['elbv2', 'DescribeTargetGroups', {}, 'Marker', 'NextMarker', 'TargetGroups'],
  ['autoscaling', 'DescribeAutoScalingGroups', {}, 'NextToken', 'NextToken', 'AutoScalingGroups'],
  ['iam', 'ListInstanceProfiles', {}, 'Marker', 'Marker', 'InstanceProfiles'],
  ['cloudwatch', 'ListMetrics', {}, 'NextToken', 'NextToken', 'Metrics'],
  ['pricing', 'GetProducts', { ServiceCode: 'AmazonEC2' }, 'NextToken', 'NextToken', 'PriceList'],
  ['account', 'ListRegions', {}, 'NextToken', 'NextToken', 'Regions'],
] as const;

test.each(PAGED)('%s %s pages by its own token', async (service, operation, input, tokenIn, tokenOut, list) => {
  const whole = await send(await start({}), service, operation, input);
  await endpoint?.close();
  const small = await start({ pageSize: 1 });
  const seen: unknown[] = [];
  let token: unknown;
  do {
    const page = await send(small, service, operation, { ...input, ...(token === undefined ? {} : { [tokenIn]: token }) });
    expect(page[list]).toHaveLength(1);
    seen.push(...(page[list] as unknown[]));
    token = page[tokenOut];
  } while (token !== undefined && token !== '');
  // The price list's texts come as String objects.
  expect(JSON.stringify(seen)).toBe(JSON.stringify(whole[list]));
});

test('record sets page by name and type', async () => {
  const small = await start({ pageSize: 2 });
  const names: unknown[] = [];
  let next: object = {};
  for (;;) {
    const page = await send(small, 'route53', 'ListResourceRecordSets', { HostedZoneId: 'Z0DEMOLARKSPUR', ...next });
    names.push(...(page['ResourceRecordSets'] as { Name: string; Type: string }[]).map((one) => `${one.Name} ${one.Type}`));
    if (page['IsTruncated'] !== true) break;
    next = { StartRecordName: page['NextRecordName'], StartRecordType: page['NextRecordType'] };
  }
  expect(names).toEqual([
    'larkspurbooks.example. A', 'larkspurbooks.example. MX', 'larkspurbooks.example. NS', 'backoffice.larkspurbooks.example. A', 'ssh.larkspurbooks.example. A', 'www.larkspurbooks.example. CNAME',
  ]);
});

describe('a token that is not good', () => {
  test.each([
    ['ec2', 'DescribeInstances', { NextToken: 'nonsense' }, 'InvalidNextToken'],
    ['elbv2', 'DescribeLoadBalancers', { Marker: 'nonsense' }, 'ValidationError'],
    ['autoscaling', 'DescribeAutoScalingGroups', { NextToken: 'nonsense' }, 'InvalidNextToken'],
    ['rds', 'DescribeDBInstances', { Marker: 'nonsense' }, 'InvalidParameterValue'],
    ['cloudwatch', 'ListMetrics', { NextToken: 'nonsense' }, 'InvalidNextToken'],
    ['pricing', 'GetProducts', { ServiceCode: 'AmazonEC2', NextToken: 'nonsense' }, 'InvalidNextTokenException'],
    ['ssm', 'DescribeInstanceInformation', { NextToken: 'nonsense' }, 'InvalidNextToken'],
  ] as const)('%s %s: %o is %s', async (service, operation, input, name) => {
    expect((await failure(await start({}), service, operation, input)).name).toBe(name);
  });

  test('of another request is refused, and an expired one too', async () => {
    const started = await start({ accounts: [big], expirePageTokens: true });
    const { NextToken } = await new EC2Client(configOf(started)).send(new DescribeInstancesCommand({ MaxResults: 10 }));
    expect((await failure(started, 'ec2', 'DescribeSubnets', { NextToken })).name).toBe('InvalidNextToken');
    expect((await failure(started, 'ec2', 'DescribeInstances', { NextToken, MaxResults: 10 })).name).toBe('InvalidPaginationToken');
  });
});

test.each([
  ['ec2', 'DescribeInstances', { MaxResults: 4 }, 'InvalidParameterValue'],
  ['ec2', 'DescribeRouteTables', { MaxResults: 101 }, 'InvalidParameterValue'],
  ['ec2', 'DescribeInstances', { MaxResults: 10, InstanceIds: ['i-1'] }, 'InvalidParameterCombination'],
  ['autoscaling', 'DescribeAutoScalingGroups', { MaxRecords: 101 }, 'ValidationError'],
  ['rds', 'DescribeDBInstances', { MaxRecords: 10 }, 'InvalidParameterValue'],
] as const)('%s %s refuses %o', async (service, operation, input, name) => {
  expect((await failure(await start({}), service, operation, input)).name).toBe(name);
});
