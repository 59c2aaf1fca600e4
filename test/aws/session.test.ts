import { devNull } from 'node:os';
import { afterEach, expect, test, vi } from 'vitest';
import { openSession, type AwsSession, type SessionOptions } from '../../src/aws/index.ts';
import { sampleAccount, startEndpoint, type Endpoint, type EndpointOptions } from '../../src/demo/index.ts';
import { MonolensError } from '../../src/errors.ts';
import { silent, type ProgressEvent } from '../../src/model/index.ts';

const classic = sampleAccount('classic');
const second = { ...classic, name: 'second', id: '444455556666', alias: 'second' };
const opened: (AwsSession | Endpoint)[] = [];

afterEach(async () => {
  for (const each of opened.splice(0).reverse()) await each.close();
  vi.unstubAllEnvs();
});

async function open(endpoint: EndpointOptions, options: Partial<SessionOptions> = {}): Promise<AwsSession> {
  const server = await startEndpoint(endpoint);
  opened.push(server);
  const session = await openSession({ env: server.env, emit: silent, ...options });
  opened.push(session);
  return session;
}

async function failureOf(work: Promise<unknown>): Promise<MonolensError> {
  const error: unknown = await work.then(() => undefined, (reason: unknown) => reason);
  if (!(error instanceof MonolensError)) throw new TypeError(`no MonolensError but ${String(error)}`);
  return error;
}

test('says who calls, from where, and closes', async () => {
  const session = await open({});
  expect(session.accounts.map(({ id, partition, callerArn, regions }) => ({ id, partition, callerArn, regions }))).toEqual([
    { id: '111122223333', partition: 'aws', callerArn: 'arn:aws:iam::111122223333:user/demo', regions: ['us-east-1'] },
  ]);
});

test('several roles are several accounts, in the order of their ids; two roles of one account are one', async () => {
  const warnings: ProgressEvent[] = [];
  const session = await open({ accounts: [classic, second] }, {
    roleArns: ['arn:aws:iam::444455556666:role/Assess', 'arn:aws:iam::111122223333:role/Assess', 'arn:aws:iam::444455556666:role/Other'], externalId: 'x',
    emit: (event) => void warnings.push(event),
  });
  expect(session.accounts.map(({ id, callerArn }) => [id, callerArn])).toEqual([
    ['111122223333', 'arn:aws:sts::111122223333:assumed-role/Assess/monolens'],
    ['444455556666', expect.stringMatching(/^arn:aws:sts::444455556666:assumed-role\/(Assess|Other)\/monolens$/)],
  ]);
  expect(warnings.map(({ type }) => type)).toEqual(['warning']);
});

test('a role that refuses is named', async () => {
  const error = await failureOf(open({}, { roleArns: ['arn:aws:iam::999999999999:role/Assess'] }));
  expect(error).toMatchObject({ code: 'ROLE_REFUSED', exit: 'credentials', action: 'sts:AssumeRole' });
});

test('--all-regions takes every enabled region; a region that is not enabled or does not exist is refused', async () => {
  const session = await open({ accounts: [{ ...classic, regions: ['us-east-1', 'eu-west-1'] }] }, { allRegions: true });
  expect(session.accounts[0]?.regions).toEqual(expect.arrayContaining(['eu-west-1', 'us-east-1']));
  const unknown = await failureOf(open({}, { regions: ['us-east-1', 'eu-nowhere-9'] }));
  expect(unknown).toMatchObject({ code: 'REGION_UNKNOWN', exit: 'usage' });
  expect(unknown.next).toContain('--region');
});

test('--all-regions falls back on the account service, then on the one region with a warning', async () => {
  const byAccount = await open({ deny: ['ec2:DescribeRegions'] }, { allRegions: true });
  expect(byAccount.accounts[0]?.regions).toContain('us-east-1');
  const events: ProgressEvent[] = [];
  const one = await open({ deny: ['ec2:DescribeRegions', 'account:ListRegions'] }, { allRegions: true, emit: (event) => void events.push(event) });
  expect(one.accounts[0]?.regions).toEqual(['us-east-1']);
  expect(events).toEqual([expect.objectContaining({ type: 'warning', text: expect.stringContaining('account:ListRegions') })]);
});

test('no credentials', async () => {
  for (const name of ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_PROFILE', 'AWS_SESSION_TOKEN', 'AWS_WEB_IDENTITY_TOKEN_FILE', 'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI']) vi.stubEnv(name, undefined);
  vi.stubEnv('AWS_EC2_METADATA_DISABLED', 'true');
  vi.stubEnv('AWS_CONFIG_FILE', devNull);
  vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', devNull);
  const error = await failureOf(openSession({ env: { AWS_REGION: 'us-east-1' }, emit: silent }));
  expect(error).toMatchObject({ code: 'CREDENTIALS_MISSING', exit: 'credentials' });
  expect(error.next).toBeTruthy();
});

test('expired credentials', async () => {
  const error = await failureOf(open({ expiredCredentials: true }));
  expect(error).toMatchObject({ code: 'CREDENTIALS_EXPIRED', exit: 'credentials' });
  expect(error.next).toContain('aws sso login');
});

test('no region, a malformed endpoint, an endpoint that does not answer', async () => {
  vi.stubEnv('AWS_REGION', undefined);
  vi.stubEnv('AWS_CONFIG_FILE', devNull);
  vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', devNull);
  const keys = { AWS_ACCESS_KEY_ID: 'DEMO-USER-111122223333', AWS_SECRET_ACCESS_KEY: 'secret-that-must-not-show' };
  expect(await failureOf(openSession({ env: keys, emit: silent }))).toMatchObject({ code: 'REGION_MISSING', exit: 'usage' });
  expect(await failureOf(openSession({ env: { ...keys, AWS_REGION: 'us-east-1' }, endpointUrl: 'localhost:4566', emit: silent }))).toMatchObject({ code: 'ENDPOINT_MALFORMED', exit: 'usage' });
  const error = await failureOf(openSession({ env: { ...keys, AWS_REGION: 'us-east-1' }, endpointUrl: 'http://user:pass@127.0.0.1:1', emit: silent }));
  expect(error).toMatchObject({ code: 'ENDPOINT_UNREACHABLE', exit: 'unexpected' });
  expect(JSON.stringify([error.message, error.why, error.next, error.stack, error.cause])).not.toMatch(/secret-that-must-not-show|user:pass/);
});
