import { DescribeInstancesCommand, EC2Client, paginateDescribeInstances, DescribeInstanceAttributeCommand } from '@aws-sdk/client-ec2';
import { DescribeListenersCommand, DescribeLoadBalancersCommand, DescribeRulesCommand, ElasticLoadBalancingV2Client } from '@aws-sdk/client-elastic-load-balancing-v2';
import { AssumeRoleCommand, GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startEndpoint } from '../../src/demo/index.ts';
import type { Endpoint } from '../../src/demo/index.ts';
import { configOf } from './client-config.ts';

let endpoint: Endpoint;
beforeEach(async () => { endpoint = await startEndpoint(); });
afterEach(() => endpoint.close());

test('EC2 answers in its own XML dialect', async () => {
  const ec2 = new EC2Client(configOf(endpoint));
  const { Reservations } = await ec2.send(new DescribeInstancesCommand({ Filters: [{ Name: 'instance-state-name', Values: ['running'] }] }));
  const instances = Reservations?.flatMap((one) => one.Instances ?? []) ?? [];
  expect(instances.map((one) => one.Tags?.find((tag) => tag.Key === 'Name')?.Value)).toEqual(['larkspur-web-1', 'larkspur-web-2', 'larkspur-shop-db', 'larkspur-bastion', 'larkspur-worker']);
  expect(instances[0]).toMatchObject({ InstanceType: 'm4.large', PublicIpAddress: '198.51.100.11', MetadataOptions: { HttpTokens: 'optional' }, LaunchTime: new Date('2025-03-18T12:00:00Z') });
  const userData = await ec2.send(new DescribeInstanceAttributeCommand({ InstanceId: instances[0]?.InstanceId, Attribute: 'userData' }));
  expect(Buffer.from(userData.UserData?.Value ?? '', 'base64').toString()).toContain('npm ci');
});

test('pages', async () => {
  await endpoint.close();
  endpoint = await startEndpoint({ pageSize: 2 });
  const pages = [];
  for await (const page of paginateDescribeInstances({ client: new EC2Client(configOf(endpoint)) }, {})) pages.push(page.Reservations?.length);
  expect(pages).toEqual([2, 2, 2]);
});

test('load balancing answers in Query XML', async () => {
  const elb = new ElasticLoadBalancingV2Client(configOf(endpoint));
  const { LoadBalancers } = await elb.send(new DescribeLoadBalancersCommand({}));
  const { Listeners } = await elb.send(new DescribeListenersCommand({ LoadBalancerArn: LoadBalancers?.[0]?.LoadBalancerArn }));
  expect(Listeners).toMatchObject([{ Port: 80, Protocol: 'HTTP' }]);
  const { Rules } = await elb.send(new DescribeRulesCommand({ ListenerArn: Listeners?.[0]?.ListenerArn }));
  expect(Rules?.map((rule) => rule.Conditions?.flatMap((one) => one.Values))).toEqual([['/admin', '/admin/*'], ['/api/*'], []]);
});

test('STS says who asks, and hands out roles', async () => {
  const sts = new STSClient(configOf(endpoint));
  expect(await sts.send(new GetCallerIdentityCommand())).toMatchObject({ Account: '111122223333', Arn: 'arn:aws:iam::111122223333:user/demo' });
  const { Credentials } = await sts.send(new AssumeRoleCommand({ RoleArn: 'arn:aws:iam::111122223333:role/audit', RoleSessionName: 'me' }));
  const as = new STSClient({ ...configOf(endpoint), credentials: { accessKeyId: Credentials?.AccessKeyId ?? '', secretAccessKey: Credentials?.SecretAccessKey ?? '' } });
  expect(await as.send(new GetCallerIdentityCommand())).toMatchObject({ Arn: 'arn:aws:sts::111122223333:assumed-role/audit/me' });
  expect(endpoint.calls.map((call) => call.operation)).toEqual(['GetCallerIdentity', 'AssumeRole', 'GetCallerIdentity']);
});
