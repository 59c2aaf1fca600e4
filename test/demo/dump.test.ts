import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sampleAccount, writeDump } from '../../src/demo/index.ts';

let directory: string;
beforeEach(async () => { directory = await mkdtemp(join(tmpdir(), 'monolens-dump-')); });
afterEach(() => rm(directory, { recursive: true, force: true }));

async function filesOf(folder: string): Promise<string[]> {
  return (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1)).toSorted();
}

test('a dump holds one file per call and per resource, the empty ones too', async () => {
  const account = sampleAccount('classic');
  await writeDump(account, directory);
  const files = await filesOf(directory);
  expect(files).toEqual(expect.arrayContaining([
    'us-east-1/sts-get-caller-identity.json', 'us-east-1/ec2-describe-instances.json', 'us-east-1/ec2-describe-nat-gateways.json', 'us-east-1/iam-list-account-aliases.json',
    'us-east-1/ec2-describe-snapshots-restorable-by-all.json', 'us-east-1/route53-list-resource-record-sets/Z0DEMOLARKSPUR.json', 'us-east-1/cloudfront-list-vpc-origins.json',
    'us-east-1/elasticache-describe-cache-clusters.json', 'us-east-1/configservice-describe-configuration-recorder-status.json',
  ]) as string[]);
  const read = async (name: string): Promise<unknown> => JSON.parse(await readFile(join(directory, 'us-east-1', `${name}.json`), 'utf8')) as unknown;
  expect(await read('sts-get-caller-identity')).toMatchObject({ Account: '111122223333' });
  expect(await read('ec2-describe-nat-gateways')).toEqual({ NatGateways: [] });
  expect(await read('ec2-describe-instances')).toEqual(account.answers['us-east-1/ec2-describe-instances']);
  expect(await read('ec2-get-ebs-encryption-by-default')).toMatchObject({ EbsEncryptionByDefault: false });
  const listeners = files.filter((name) => name.startsWith('us-east-1/elbv2-describe-listeners/'));
  expect(listeners.map((name) => decodeURIComponent(name.split('/')[2] ?? ''))).toEqual([expect.stringMatching(/^arn:aws:elasticloadbalancing:us-east-1:111122223333:loadbalancer\/app\/larkspur-alb\/\w+\.json$/)]);
});

test('the same moment gives the same bytes', async () => {
  const contents = async (folder: string): Promise<string> => {
    await writeDump(sampleAccount('classic', new Date('2027-02-28T23:59:59Z')), folder);
    return (await Promise.all((await filesOf(folder)).map((name) => readFile(join(folder, name), 'utf8')))).join('\n');
  };
  expect(await contents(join(directory, 'a'))).toBe(await contents(join(directory, 'b')));
});
