import { afterEach, expect, test } from 'vitest';
import { openSession, type Api, type AwsAccount, type AwsSession } from '../../src/aws/index.ts';
import { sampleAccount, startEndpoint, type Endpoint, type EndpointOptions } from '../../src/demo/index.ts';
import { silent } from '../../src/model/index.ts';

const INSTANCES: Api = { service: 'ec2', operation: 'DescribeInstances', action: 'ec2:DescribeInstances' };
const ATTRIBUTE: Api = { service: 'ec2', operation: 'DescribeInstanceAttribute', action: 'ec2:DescribeInstanceAttribute' };
const classic = sampleAccount('classic');
const opened: (AwsSession | Endpoint)[] = [];

afterEach(async () => {
  for (const each of opened.splice(0).reverse()) await each.close();
});

async function open(options: EndpointOptions, signal?: AbortSignal, env: Record<string, string> = {}): Promise<{ account: AwsAccount; endpoint: Endpoint }> {
  const endpoint = await startEndpoint(options);
  const session = await openSession({ env: { ...endpoint.env, ...env }, emit: silent, signal });
  opened.push(endpoint, session);
  const [account] = session.accounts;
  if (!account) throw new TypeError('no account');
  return { account, endpoint };
}

/** Ids of the instances that the sample holds, read off its data and not off the code. */
const ids = (JSON.stringify(classic.answers['us-east-1/ec2-describe-instances']).match(/"InstanceId":"(i-[0-9a-f]+)"/g) ?? []).map((match) => match.slice(14, -1));

test('every page, each told of as it arrives; instants as text', async () => {
  const { account } = await open({ pageSize: 2 });
  const told: unknown[] = [];
  const { pages, outcome } = await account.pages(INSTANCES, 'us-east-1', { MaxResults: 1000 }, (page) => void told.push(page));
  expect(outcome).toBe('ok');
  expect(pages.length).toBeGreaterThan(1);
  expect(told).toEqual(pages);
  const text = JSON.stringify(pages);
  for (const id of new Set(ids)) expect(text).toContain(id);
  expect(text).toMatch(/"LaunchTime":"\d{4}-\d\d-\d\dT[\d:.]+Z"/);
  expect(text).not.toContain('$metadata');
});

test('a page token that AWS no longer knows starts the listing again, once, and then leaves it partial', async () => {
  const { account } = await open({ pageSize: 2, expirePageTokens: 1 });
  const { outcome, pages, message } = await account.pages(INSTANCES, 'us-east-1', { MaxResults: 1000 });
  expect(outcome).toBe('partial');
  expect(pages.length).toBeGreaterThan(0);
  expect(message).toContain('stopped after page');
});

test.each([
  ['denied', { deny: ['ec2:DescribeInstances'] }, 'denied'],
  ['refused in one region', { deny: [{ action: 'ec2:*', regions: ['us-east-1'] }] }, 'denied'],
  ['a region that is off', { failures: { 'ec2:DescribeInstances': { code: 'OptInRequired' } } }, 'unsupported'],
  ['an action that the region does not know', { failures: { 'ec2:DescribeInstances': { code: 'InvalidAction' } } }, 'unsupported'],
  ['a request that is wrong', { failures: { 'ec2:DescribeInstances': { code: 'InvalidParameterValue' } } }, 'failed'],
] as const)('%s', async (_name, options: EndpointOptions, outcome) => {
  const { account } = await open(options);
  const answer = await account.pages(INSTANCES, 'us-east-1', {});
  expect(answer).toMatchObject({ outcome, pages: [] });
  expect(answer.message).toBeTruthy();
});

test('every third answer a 500, every fifth connection cut: nothing is lost', async () => {
  const { account, endpoint } = await open({ failWith500: 3, cutConnections: { every: 5, midBody: true } });
  const answers = await Promise.all(Array.from({ length: 20 }, async () => account.call(INSTANCES, 'us-east-1', { MaxResults: 1000 })));
  expect(answers.filter(({ ok }) => !ok)).toEqual([]);
  expect(endpoint.calls.some(({ status }) => status === 500)).toBe(true);
});

test('160 calls against a bucket of 100 and 20 a second lose none, in little more than the (160 - 100) / 20 seconds that it takes', async () => {
  const { account, endpoint } = await open({ throttle: { size: 100, refillPerSecond: 20, action: 'ec2:*' } });
  const start = performance.now();
  const answers = await Promise.all(Array.from({ length: 160 }, async () => account.call(ATTRIBUTE, 'us-east-1', { InstanceId: ids[0], Attribute: 'userData' })));
  const seconds = (performance.now() - start) / 1000;
  expect(answers.filter(({ ok }) => !ok)).toEqual([]);
  expect(endpoint.calls.filter(({ code }) => code !== undefined).length).toBeLessThanOrEqual(3);
  expect(seconds).toBeGreaterThan(2.5);
  expect(seconds).toBeLessThan(6);
}, 20_000);

test('a bucket that others have emptied: the calls slow down and still none is lost', async () => {
  const { account } = await open({ throttle: { size: 10, refillPerSecond: 20, action: 'ec2:*' } });
  const answers = await Promise.all(Array.from({ length: 50 }, async () => account.call(ATTRIBUTE, 'us-east-1', { InstanceId: ids[0], Attribute: 'userData' })));
  expect(answers.filter(({ ok }) => !ok)).toEqual([]);
}, 30_000);

test('a bucket that never fills is throttled, not empty', async () => {
  const { account } = await open({ failures: { 'ec2:DescribeInstances': { code: 'RequestLimitExceeded', status: 503 } } }, undefined, { AWS_MAX_ATTEMPTS: '3' });
  expect(await account.pages(INSTANCES, 'us-east-1', {})).toMatchObject({ outcome: 'throttled', pages: [] });
});

test('credentials that expire during the run end it', async () => {
  const { account } = await open({ failures: { 'ec2:DescribeInstances': { code: 'RequestExpired' } } });
  await expect(account.call(INSTANCES, 'us-east-1', {})).rejects.toMatchObject({ code: 'CREDENTIALS_EXPIRED', exit: 'credentials' });
});

test('an abort ends a call in flight, and the next is not made', async () => {
  const controller = new AbortController();
  const { account, endpoint } = await open({ latencyMs: 50 }, controller.signal);
  const before = endpoint.calls.length;
  const flying = account.pages(INSTANCES, 'us-east-1', {});
  setTimeout(() => controller.abort(), 20);
  await expect(flying).rejects.toMatchObject({ code: 'INTERRUPTED', exit: 'interrupted' });
  await expect(account.call(INSTANCES, 'us-east-1', {})).rejects.toMatchObject({ exit: 'interrupted' });
  expect(endpoint.calls.length).toBeLessThanOrEqual(before + 1);
});

test('a service that the partition does not have is unsupported, without a call', async () => {
  const { account, endpoint } = await open({});
  const before = endpoint.calls.length;
  const { openAccount } = await import('../../src/aws/account.ts');
  const china = openAccount({
    id: account.id, partition: 'aws-cn', callerArn: account.callerArn, regions: ['cn-north-1'], profile: undefined, ownEndpoint: false, enabled: new Set(), signal: undefined,
    clients: { send: async () => { throw new Error('must not be called'); }, close: () => {} },
  });
  expect(await china.call({ service: 'globalaccelerator', operation: 'ListAccelerators', action: 'globalaccelerator:ListAccelerators' }, 'global', {})).toMatchObject({ ok: false, outcome: 'unsupported' });
  expect(endpoint.calls.length).toBe(before);
});
