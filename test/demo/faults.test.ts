import { request } from 'node:http';
import { DescribeVpcsCommand, EC2Client } from '@aws-sdk/client-ec2';
import { afterAll, describe, expect, test } from 'vitest';
import { sampleAccount, startEndpoint } from '../../src/demo/index.ts';
import type { Endpoint, EndpointOptions } from '../../src/demo/index.ts';
import { failure, send } from './any-client.ts';
import { configOf } from './client-config.ts';

const open: Endpoint[] = [];
afterAll(() => Promise.all(open.map((endpoint) => endpoint.close())));

async function start(options: EndpointOptions): Promise<Endpoint> {
  const endpoint = await startEndpoint(options);
  open.push(endpoint);
  return endpoint;
}

/** One call per protocol family, and the code that its service answers with. */
const CALLS = [
  { service: 'ec2', operation: 'DescribeInstances', denied: 'UnauthorizedOperation', throttled: 'RequestLimitExceeded', expired: 'RequestExpired', broken: 'InternalError' },
  { service: 'elbv2', operation: 'DescribeLoadBalancers', denied: 'AccessDenied', throttled: 'Throttling', expired: 'ExpiredToken', broken: 'InternalFailure' },
  { service: 'iam', operation: 'ListInstanceProfiles', denied: 'AccessDenied', throttled: 'Throttling', expired: 'ExpiredToken', broken: 'InternalFailure' },
  { service: 'cloudwatch', operation: 'ListMetrics', denied: 'AccessDenied', throttled: 'Throttling', expired: 'ExpiredToken', broken: 'InternalFailure' },
  { service: 'ssm', operation: 'DescribeInstanceInformation', denied: 'AccessDeniedException', throttled: 'ThrottlingException', expired: 'ExpiredTokenException', broken: 'InternalFailure' },
  { service: 'efs', operation: 'DescribeFileSystems', denied: 'AccessDeniedException', throttled: 'ThrottlingException', expired: 'ExpiredTokenException', broken: 'InternalFailure' },
  { service: 'route53', operation: 'ListHostedZones', denied: 'AccessDenied', throttled: 'Throttling', expired: 'ExpiredToken', broken: 'InternalFailure' },
] as const;

// Together, because the SDK waits between its attempts.
describe.concurrent.each(CALLS)('$service', ({ service, operation, denied, throttled, expired, broken }) => {
  test(`denied: ${denied}`, async () => {
    const error = await failure(await start({ deny: ['*'] }), service, operation);
    expect(error).toMatchObject({ name: denied, message: expect.stringContaining(`:${operation}`) as string });
  });
  test(`throttled: ${throttled}`, async () => {
    expect((await failure(await start({ throttle: { size: 0, refillPerSecond: 0 } }), service, operation)).name).toBe(throttled);
  });
  test(`expired: ${expired}`, async () => {
    expect((await failure(await start({ expiredCredentials: true }), service, operation)).name).toBe(expired);
  });
  test(`500: ${broken}`, async () => {
    expect(await failure(await start({ failWith500: 1 }), service, operation)).toMatchObject({ name: broken, status: 500 });
  });
});

test('a denial may name regions, and does not touch other actions', async () => {
  const started = await start({ deny: [{ action: 'ec2:DescribeVpcs', regions: ['eu-west-1'] }, 'elasticloadbalancing:*'] });
  expect((await failure(started, 'ec2', 'DescribeVpcs', {}, 'eu-west-1')).name).toBe('UnauthorizedOperation');
  expect(await send(started, 'ec2', 'DescribeVpcs', {}, 'us-east-1')).toMatchObject({ Vpcs: [{ CidrBlock: '10.20.0.0/16' }] });
  expect((await failure(started, 'elb', 'DescribeLoadBalancers')).name).toBe('AccessDenied');
});

test('GetCallerIdentity cannot be denied', async () => {
  expect(await send(await start({ deny: ['*'] }), 'sts', 'GetCallerIdentity')).toMatchObject({ Account: '111122223333' });
});

test('a bucket lets its size through and then the rest at its rate, per region and API', async () => {
  const started = await start({ throttle: [{ action: 'ec2:DescribeVpcs', size: 5, refillPerSecond: 0.001 }] });
  const client = new EC2Client(configOf(started));
  await Promise.allSettled(Array.from({ length: 8 }, () => client.send(new DescribeVpcsCommand({}))));
  const vpcs = started.calls.filter((call) => call.operation === 'DescribeVpcs');
  // The SDK repeats what was throttled, so there are more requests than calls; only five ever pass.
  expect(vpcs.filter((call) => call.status === 200)).toHaveLength(5);
  expect(new Set(vpcs.filter((call) => call.status !== 200).map((call) => call.code))).toEqual(new Set(['RequestLimitExceeded']));
  expect(await send(started, 'ec2', 'DescribeVpcs', {}, 'eu-west-1')).toEqual({ Vpcs: [] });
  expect(await send(started, 'ec2', 'DescribeSubnets')).toMatchObject({ Subnets: [{}, {}] });
});

test.each([2, { every: 2, midBody: true }])('a cut connection (%o) is an error of the socket, which the SDK survives', async (cutConnections) => {
  const started = await start({ cutConnections });
  for (let at = 0; at < 3; at += 1) expect(await send(started, 'ec2', 'DescribeVpcs')).toMatchObject({ Vpcs: [{}] });
  expect(started.calls.map((call) => call.status)).toEqual([200, 0, 200, 0, 200]);
});

test('every third answer is a 500, and the SDK asks again', async () => {
  const started = await start({ failWith500: 3 });
  for (let at = 0; at < 4; at += 1) await send(started, 'ec2', 'DescribeVpcs');
  expect(started.calls.map((call) => call.status)).toEqual([200, 200, 500, 200, 200]);
});

test('latency is added to every answer', async () => {
  const started = await start({ latencyMs: 400 });
  await send(started, 'ec2', 'DescribeVpcs');
  const before = performance.now();
  await Promise.all([1, 2, 3, 4].map(() => send(started, 'ec2', 'DescribeVpcs')));
  const took = performance.now() - before;
  expect(took).toBeGreaterThanOrEqual(398);
  expect(took).toBeLessThan(1600);
});

test('a failure of one’s choice, for as often as one likes', async () => {
  const started = await start({ failures: { 'ce:GetCostAndUsage': { code: 'LimitExceededException', times: 1 }, 'ce:GetDimensionValues': { code: 'DataUnavailableException' } } });
  const input = { TimePeriod: { Start: '2026-10-01', End: '2026-11-01' }, Granularity: 'MONTHLY', Metrics: ['UnblendedCost'] };
  expect(await send(started, 'ce', 'GetCostAndUsage', input)).toMatchObject({ ResultsByTime: [{ Estimated: false }] });
  expect(started.calls.map((call) => call.code)).toEqual(['LimitExceededException', undefined]);
  expect((await failure(started, 'ce', 'GetDimensionValues', { ...input, Dimension: 'SERVICE' })).name).toBe('DataUnavailableException');
});

describe('who asks', () => {
  test.each([['ec2', 'AuthFailure'], ['elbv2', 'InvalidClientTokenId'], ['ssm', 'UnrecognizedClientException']] as const)('%s does not know a foreign key: %s', async (service, name) => {
    const started = await start({});
    const foreign: Endpoint = { ...started, env: { ...started.env, AWS_ACCESS_KEY_ID: 'SOMEBODYELSE' } };
    const operation = { ec2: 'DescribeVpcs', elbv2: 'DescribeLoadBalancers', ssm: 'DescribeInstanceInformation' }[service];
    expect((await failure(foreign, service, operation)).name).toBe(name);
  });

  test('a role in another account answers from that account; one that is not there is refused', async () => {
    const other = { ...sampleAccount('classic'), id: '444455556666', answers: {} };
    const started = await start({ accounts: [sampleAccount('classic'), other] });
    const { Credentials } = await send(started, 'sts', 'AssumeRole', { RoleArn: 'arn:aws:iam::444455556666:role/path/audit', RoleSessionName: 'me' }) as { Credentials: { AccessKeyId: string; SecretAccessKey: string } };
    const as: Endpoint = { ...started, env: { ...started.env, AWS_ACCESS_KEY_ID: Credentials.AccessKeyId } };
    expect(await send(as, 'sts', 'GetCallerIdentity')).toMatchObject({ Account: '444455556666', Arn: 'arn:aws:sts::444455556666:assumed-role/audit/me' });
    expect(await send(as, 'ec2', 'DescribeVpcs')).toEqual({ Vpcs: [] });
    expect(await failure(started, 'sts', 'AssumeRole', { RoleArn: 'arn:aws:iam::999900001111:role/audit', RoleSessionName: 'me' })).toMatchObject({ name: 'AccessDenied', status: 403 });
  });

  test('keys cannot be mistaken for real ones', async () => {
    const started = await start({});
    const { Credentials } = await send(started, 'sts', 'AssumeRole', { RoleArn: 'arn:aws:iam::111122223333:role/a', RoleSessionName: 'b' }) as { Credentials: { AccessKeyId: string } };
    for (const key of [started.env['AWS_ACCESS_KEY_ID'], Credentials.AccessKeyId]) expect(key).not.toMatch(/(A3T[A-Z0-9]|AKIA|AGPA|AIDA|AROA|AIPA|ANPA|ANVA|ASIA)[A-Z0-9]{16}/);
  });
});

describe('a request that is no request', () => {
  const post = (url: string, headers: Record<string, string>, body: string): Promise<{ status: number; body: string }> => new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', headers }, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => { text += chunk.toString(); });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: text }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
  const signed = (service: string): Record<string, string> => ({ authorization: `AWS4-HMAC-SHA256 Credential=DEMO-USER-111122223333/20261120/us-east-1/${service}/aws4_request, SignedHeaders=host, Signature=0` });

  test.each([
    ['unsigned', {}, 'Action=DescribeVpcs', 403, 'MissingAuthenticationToken'],
    ['an unknown service', signed('lightsail'), '', 403, 'lightsail'],
    ['an unknown operation', signed('ec2'), 'Action=LaunchMissiles&Version=2016-11-15', 400, 'InvalidAction'],
    ['no operation', signed('ec2'), '', 400, 'InvalidAction'],
    ['broken JSON', { ...signed('ssm'), 'x-amz-target': 'AmazonSSM.DescribeInstanceInformation' }, '{"MaxRes', 400, 'SerializationException'],
    ['an unknown JSON operation', { ...signed('ssm'), 'x-amz-target': 'AmazonSSM.Nope' }, '{}', 400, 'UnknownOperationException'],
    ['an unknown path', signed('elasticfilesystem'), '', 404, 'The action / is not valid'],
    ['a name from the prototype', signed('ec2'), 'Action=__proto__&Version=2016-11-15', 400, 'InvalidAction'],
  ])('%s', async (_name, headers, body, status, text) => {
    const answer = await post((await start({})).url, headers, body);
    expect(answer.status).toBe(status);
    expect(answer.body).toContain(text);
  });
});
