import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { collectEstate, dumpSource } from '../../src/collect/index.ts';
import type { Estate, ProgressEvent } from '../../src/model/index.ts';
import { entryOf, FIXED, troubles } from './collected.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'dump-'));
});
afterEach(async () => rm(root, { recursive: true }));

/** Writes files, reads the directory, and gives the estate. Text is written as it is. */
async function read(files: Readonly<Record<string, unknown>>, directory = root, emit: (event: ProgressEvent) => void = () => {}): Promise<Estate> {
  for (const [path, content] of Object.entries(files)) {
    const file = join(root, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content));
  }
  return collectEstate({ ...FIXED, emit, source: await dumpSource(directory) });
}

const LB = 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/web/1';
const LISTENER = 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:listener/app/web/1/2';
const IDENTITY = { Account: '111122223333', Arn: 'arn:aws:iam::111122223333:user/a', UserId: 'x' };
const VPCS = { Vpcs: [{ VpcId: 'vpc-1', OwnerId: '111122223333' }] };
const BALANCERS = { LoadBalancers: [{ LoadBalancerArn: LB, Type: 'application' }] };
const LISTENERS = { Listeners: [{ ListenerArn: LISTENER, LoadBalancerArn: LB, Port: 80, Protocol: 'HTTP' }] };

describe('whose account it is', () => {
  test.each([
    ['by the caller\'s identity', { 'eu-west-1/sts-get-caller-identity.json': IDENTITY, 'eu-west-1/ec2-describe-vpcs.json': { Vpcs: [] } }, '111122223333'],
    ['by the folder\'s name', { '444455556666/eu-west-1/ec2-describe-vpcs.json': { Vpcs: [] } }, '444455556666'],
    ['by the owner of what lies in it', { 'eu-west-1/ec2-describe-vpcs.json': VPCS }, '111122223333'],
    ['by the folder\'s name, where nothing better is known', { 'prod/eu-west-1/ec2-describe-vpcs.json': { Vpcs: [] } }, 'prod'],
    ['unknown', { 'eu-west-1/ec2-describe-vpcs.json': { Vpcs: [] } }, 'unknown'],
  ])('%s', async (_name, files, id) => {
    const estate = await read(files);
    expect(estate.accounts.map((account) => account.id)).toEqual([id]);
    expect(estate.regions).toEqual(['eu-west-1']);
  });

  test('two accounts, two regions, one folder that is none', async () => {
    const estate = await read({
      '111122223333/eu-west-1/ec2-describe-vpcs.json': VPCS, '111122223333/cn-north-1/ec2-describe-vpcs.json': VPCS, 'prod/eu-west-1/ec2-describe-vpcs.json': VPCS, 'prod/eu-west-1/sts-get-caller-identity.json': { ...IDENTITY, Account: '444455556666' },
      'notes/readme.txt': 'text',
    });
    expect(estate.accounts.map(({ id }) => id)).toEqual(['111122223333', '444455556666']);
    expect(estate.regions).toEqual(['cn-north-1', 'eu-west-1']);
    expect(estate.resources.vpc?.map(({ account, region }) => `${account} ${region}`)).toEqual(['111122223333 cn-north-1', '111122223333 eu-west-1', '444455556666 eu-west-1']);
  });

  test('one region\'s folder by itself', async () => {
    await read({ 'eu-west-1/ec2-describe-vpcs.json': VPCS });
    const estate = await read({}, join(root, 'eu-west-1'));
    expect(estate.regions).toEqual(['eu-west-1']);
    expect(estate.resources.vpc).toHaveLength(1);
  });
});

describe('layouts', () => {
  test.each<[string, Record<string, unknown>]>([
    ['joined', { 'eu-west-1/elbv2-describe-listeners.json': LISTENERS }],
    ['a folder with .json', { [`eu-west-1/elbv2-describe-listeners/${encodeURIComponent(LB)}.json`]: LISTENERS }],
    ['a folder without .json', { [`eu-west-1/elbv2-describe-listeners/${encodeURIComponent(LB)}`]: LISTENERS }],
    ['joined pages', { 'eu-west-1/elbv2-describe-listeners.json': [LISTENERS] }],
  ])('listeners: %s', async (_name, files) => {
    const estate = await read({ 'eu-west-1/elbv2-describe-load-balancers.json': BALANCERS, ...files });
    expect(entryOf(estate, 'elbv2', 'DescribeListeners', 'unknown')).toMatchObject({ outcome: 'ok', items: 1 });
    expect(estate.resources.listener).toEqual([expect.objectContaining({ id: LISTENER, LoadBalancerArn: LB, Port: 80 })]);
  });

  test('entries of prefix lists as a map, and a list without entries', async () => {
    const estate = await read({
      'eu-west-1/ec2-describe-managed-prefix-lists.json': { PrefixLists: [{ PrefixListId: 'pl-1' }, { PrefixListId: 'pl-2' }] },
      'eu-west-1/ec2-get-managed-prefix-list-entries.json': { PrefixListEntries: { 'pl-1': [{ Cidr: '203.0.113.0/24' }] } },
    });
    expect(estate.resources.prefixListEntries?.map(({ id, Entries }) => [id, Entries])).toEqual([['pl-1', [{ Cidr: '203.0.113.0/24' }]], ['pl-2', []]]);
  });

  test('user data by instance, redacted', async () => {
    const script = Buffer.from('#!/bin/bash\nexport DB_PASSWORD=Planted-Pa55w0rd\n').toString('base64');
    const estate = await read({
      'eu-west-1/ec2-describe-instances.json': { Reservations: [{ OwnerId: '111122223333', Instances: [{ InstanceId: 'i-1', State: { Name: 'running' } }, { InstanceId: 'i-2', State: { Name: 'running' } }] }] },
      'eu-west-1/ec2-describe-instance-attribute-userData/i-1.json': { InstanceId: 'i-1', UserData: { Value: script } },
    });
    expect(estate.resources.userData).toEqual([expect.objectContaining({ id: 'i-1', of: 'instance', secrets: [expect.objectContaining({ line: 2 })] })]);
    expect(JSON.stringify(estate)).not.toContain('Planted');
    expect(entryOf(estate, 'ec2', 'DescribeInstanceAttribute')).toMatchObject({ outcome: 'partial', items: 1, message: expect.stringContaining('1 skipped') });
  });

  test('as CloudMapper writes it: target groups by balancer, `config`, global services in one region, zones by name', async () => {
    const estate = await read({
      'demo/us-east-1/sts-get-caller-identity.json': IDENTITY,
      'demo/describe-regions.json': { Regions: [] },
      'demo/us-east-1/elbv2-describe-load-balancers.json': BALANCERS,
      [`demo/us-east-1/elbv2-describe-target-groups/${encodeURIComponent(LB)}`]: { TargetGroups: [{ TargetGroupArn: 'arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/t/1' }] },
      [`demo/us-east-1/elbv2-describe-tags/${encodeURIComponent(LB)}`]: { TagDescriptions: [{ ResourceArn: LB, Tags: [{ Key: 'env', Value: 'prod' }] }] },
      'demo/us-east-1/config-describe-configuration-recorder-status.json': { ConfigurationRecordersStatus: [{ name: 'default', recording: true }] },
      'demo/us-east-1/route53-list-hosted-zones.json': { HostedZones: [{ Id: '/hostedzone/Z1', Name: 'example.com.', Config: { PrivateZone: false } }] },
      'demo/us-east-1/route53-list-resource-record-sets/example.com.': { ResourceRecordSets: [{ Name: 'example.com.', Type: 'A', TTL: 60, ResourceRecords: [{ Value: '203.0.113.7' }] }] },
      'demo/eu-west-1/ec2-describe-vpcs.json': VPCS,
    });
    expect(estate.regions).toEqual(['eu-west-1', 'us-east-1']);
    expect(estate.resources.targetGroup).toHaveLength(1);
    expect(estate.resources.loadBalancer?.[0]?.tags).toEqual({ env: 'prod' });
    expect(estate.resources.configurationRecorder).toHaveLength(1);
    expect(estate.resources.recordSet).toEqual([expect.objectContaining({ id: 'Z1/example.com./A', region: 'global' })]);
  });

  test('a dump may hold instants in any form, and unknown fields are kept', async () => {
    const estate = await read({ 'eu-west-1/ec2-describe-vpcs.json': { Vpcs: [{ VpcId: 'vpc-1', NewThing: { A: [1] }, Tags: [{ Key: 'Name', Value: 'main' }] }] } });
    expect(estate.resources.vpc).toEqual([expect.objectContaining({ NewThing: { A: [1] }, tags: { Name: 'main' } })]);
    expect(estate.resources.vpc?.[0]).not.toHaveProperty('Tags');
  });
});

describe('what is missing or broken', () => {
  test('a file that is not there is named, and what hangs on it says so', async () => {
    const estate = await read({ 'eu-west-1/ec2-describe-vpcs.json': VPCS });
    expect(entryOf(estate, 'ec2', 'DescribeSubnets')).toMatchObject({ outcome: 'skipped', message: 'there is no eu-west-1/ec2-describe-subnets.json' });
    expect(entryOf(estate, 'elbv2', 'DescribeRules')).toMatchObject({ outcome: 'skipped', message: expect.stringContaining('elbv2-describe-load-balancers.json') });
    expect(troubles(estate).some((line) => line.endsWith('denied') || line.endsWith('failed'))).toBe(false);
  });

  test.each([
    ['cut off', '{"Subnets": [{"SubnetId": "subnet-1"', 'is not whole JSON'],
    ['empty', '', 'is empty'],
    ['not an answer', '42', 'holds no answer'],
    ['an error page', '<html>', 'is not whole JSON'],
  ])('a file that is %s fails by itself', async (_name, text, reason) => {
    const estate = await read({ 'eu-west-1/ec2-describe-vpcs.json': VPCS, 'eu-west-1/ec2-describe-subnets.json': text });
    expect(entryOf(estate, 'ec2', 'DescribeSubnets')).toMatchObject({ outcome: 'failed', items: 0, message: expect.stringMatching(new RegExp(`^eu-west-1/ec2-describe-subnets.json ${reason}`)) });
    expect(estate.resources.vpc).toHaveLength(1);
  });

  test.each([
    ['a page token is left', { Subnets: [{ SubnetId: 'subnet-1' }], NextToken: 'more' }, 'partial', 1],
    ['pages, the last with a token', [{ Subnets: [{ SubnetId: 'subnet-1' }], NextToken: 'a' }, { Subnets: [{ SubnetId: 'subnet-2' }], NextToken: 'b' }], 'partial', 2],
    ['pages, all of them', [{ Subnets: [{ SubnetId: 'subnet-1' }], NextToken: 'a' }, { Subnets: [{ SubnetId: 'subnet-2' }] }], 'ok', 2],
    ['an item that makes no sense', { Subnets: [{ SubnetId: 'subnet-1' }, { SubnetId: 7 }, { VpcId: 'vpc-1' }, { SubnetId: 'subnet-4', CidrBlock: 7 }] }, 'partial', 4],
  ])('%s', async (_name, file, outcome, items) => {
    const estate = await read({ 'eu-west-1/ec2-describe-vpcs.json': VPCS, 'eu-west-1/ec2-describe-subnets.json': file });
    expect(entryOf(estate, 'ec2', 'DescribeSubnets')).toMatchObject({ outcome, items });
    expect(estate.resources.subnet?.length).toBe(Math.min(items, outcome === 'partial' && items === 4 ? 1 : items));
  });

  test('an image that is in use but not in the file is not known to be gone', async () => {
    const estate = await read({
      'eu-west-1/ec2-describe-instances.json': { Reservations: [{ OwnerId: '111122223333', Instances: [{ InstanceId: 'i-1', ImageId: 'ami-1' }] }] },
      'eu-west-1/ec2-describe-images.json': { Images: [{ ImageId: 'ami-2' }] },
    });
    expect(entryOf(estate, 'ec2', 'DescribeImages')).toMatchObject({ outcome: 'partial', message: expect.stringContaining('in use, but not in the file') });
    expect(entryOf(estate, 'ec2', 'DescribeImages (in use)')).toMatchObject({ outcome: 'partial', pages: 1 });
  });

  test('files of other operations are counted', async () => {
    const events: ProgressEvent[] = [];
    await read({ 'eu-west-1/ec2-describe-vpcs.json': VPCS, 'eu-west-1/s3-list-buckets.json': {}, 'eu-west-1/sqs-list-queues.json': {} }, root, (event) => void events.push(event));
    expect(events.filter((event) => event.type === 'info')).toEqual([{ type: 'info', text: expect.stringMatching(/^2 files/) }]);
  });

  test.each([
    ['an empty directory', {}, 'NOT_A_DUMP', 'no folder named after a region'],
    ['files outside a region\'s folder', { 'ec2-describe-instances.json': {} }, 'NOT_A_DUMP', 'outside a folder'],
    ['some other directory', { 'src/index.ts': 'text', 'package.json': '{}' }, 'NOT_A_DUMP', 'no folder named after a region'],
  ])('%s is no dump', async (_name, files, code, why) => {
    await expect(read(files)).rejects.toMatchObject({ code, exit: 'usage', why: expect.stringContaining(why), next: expect.stringContaining('eu-west-1') });
  });

  test('a directory that does not exist, and a file', async () => {
    await expect(dumpSource(join(root, 'nowhere'))).rejects.toMatchObject({ code: 'DUMP_NOT_FOUND', exit: 'usage' });
    await writeFile(join(root, 'file'), '');
    await expect(dumpSource(join(root, 'file'))).rejects.toMatchObject({ code: 'DUMP_UNREADABLE', exit: 'usage' });
    expect(await readdir(root)).toEqual(['file']);
  });
});
