import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sampleAccount, startEndpoint } from '../../src/demo/index.ts';
import type { Endpoint } from '../../src/demo/index.ts';
import { KINDS } from '../../src/model/index.ts';
import { cliNameOf } from '../../src/demo/replay/cli-name.ts';
import { PARENTS } from '../../src/demo/replay/parents.ts';
import { SERVICE_NAMES } from '../../src/demo/wire/services.ts';
import { send } from './any-client.ts';

const account = sampleAccount('classic');
let endpoint: Endpoint;
beforeAll(async () => { endpoint = await startEndpoint({ accounts: [account] }); });
afterAll(() => endpoint.close());

/** Instants as text again, so that what the SDK parsed can be laid beside what the account says. */
function plain(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined).map(([key, one]) => [key, plain(one)]));
  return value;
}

const operations = [...new Set(Object.values(KINDS).map((kind) => `${kind.service}:${kind.operation.replace(/ .*/, '')}`))].toSorted();

/** The few that ask for more than nothing. */
const REQUIRED: Readonly<Record<string, object>> = {
  DescribeInstancePatchStates: { InstanceIds: account.metrics.flatMap((series) => (series.namespace === 'CWAgent' ? [series.dimensions['InstanceId']] : [])) },
};

describe('every operation that lists a kind', () => {
  const whole = operations.filter((name) => PARENTS[name] === undefined && name !== 'ec2:DescribeLaunchTemplateVersions');

  test.each(whole)('%s arrives as the account says it', async (name) => {
    const [service, operation = ''] = name.split(':');
    const known = SERVICE_NAMES.find((one) => one === service);
    if (known === undefined) throw new Error(`no service ${service}`);
    const answer = account.answers[`us-east-1/${known}-${cliNameOf(operation)}`];
    expect(plain(await send(endpoint, known, operation, REQUIRED[operation]))).toMatchObject(answer ?? {});
  });

  test.each(whole)('%s is empty in a region that holds nothing', async (name) => {
    const [service, operation = ''] = name.split(':');
    const known = SERVICE_NAMES.find((one) => one === service);
    if (known === undefined) throw new Error(`no service ${service}`);
    if (['iam', 'route53', 'cloudfront', 'globalaccelerator'].includes(known)) return;
    const answer = plain(await send(endpoint, known, operation, REQUIRED[operation], 'eu-west-1')) as Record<string, unknown>;
    expect(Object.values(answer).flatMap((value) => (Array.isArray(value) ? value as unknown[] : []))).toEqual([]);
  });
});

test('an answer about one resource arrives whole, for every resource there is', async () => {
  const asked = Object.entries(account.answers).filter(([key]) => key.split('/').length === 3);
  expect(asked.length).toBeGreaterThan(20);
  for (const [key, answer] of asked) {
    const [, file = '', id = ''] = key.split('/');
    const found = Object.entries(PARENTS).find(([name, parent]) => {
      const [service = '', operation = ''] = name.split(':');
      return file === `${service}-${cliNameOf(operation)}${parent.suffix === undefined ? '' : '-userData'}`;
    });
    if (found === undefined) throw new Error(`nothing asks for ${key}`);
    const [name, parent] = found;
    const [service, operation = ''] = name.split(':');
    const known = SERVICE_NAMES.find((one) => one === service);
    if (known === undefined) throw new Error(`no service ${service}`);
    const arrived = await send(endpoint, known, operation, { [parent.member]: decodeURIComponent(id), ...(parent.suffix === undefined ? {} : { [parent.suffix]: 'userData' }) });
    expect({ key, arrived: plain(arrived) }).toMatchObject({ key, arrived: answer });
  }
});

test('the account holds no field that its operation does not have', async () => {
  // What the schema does not know is left out on the wire: so every field that arrives less is a mistake in the account's data.
  const instances = await send(endpoint, 'ec2', 'DescribeInstances');
  expect(plain(instances)).toEqual(account.answers['us-east-1/ec2-describe-instances']);
});

test('CLI names are botocore’s', () => {
  expect(['DescribeDBInstances', 'DescribeSSLPolicies', 'GetWebACLForResource', 'ListWebACLs', 'DescribeVpcs', 'GetEbsEncryptionByDefault', 'ListResourceRecordSets', 'DescribeIamInstanceProfileAssociations'].map(cliNameOf)).toEqual([
    'describe-db-instances', 'describe-ssl-policies', 'get-web-acl-for-resource', 'list-web-acls', 'describe-vpcs', 'get-ebs-encryption-by-default', 'list-resource-record-sets', 'describe-iam-instance-profile-associations',
  ]);
});
