import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { collectEstate, dumpSource, startRecording, writeDump } from '../../src/collect/index.ts';
import type { Estate } from '../../src/model/index.ts';
import { collected, entryOf, FIXED, NOW } from './collected.ts';
import { emptyAccount, richAccount, SECRETS } from './rich-account.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'round-trip-'));
});
afterEach(async () => rm(root, { recursive: true }));

const outcomes = (estate: Estate) => estate.coverage.map(({ service, operation, account, region, outcome }) => `${account} ${region} ${service} ${operation} ${outcome}`);

async function dumped(options: Parameters<typeof collected>[0], roles: readonly string[] = []): Promise<{ live: Estate; back: Estate; directory: string }> {
  const recording = startRecording();
  const { estate: live } = await collected(options, { record: recording.record }, { roleArns: roles });
  const directory = join(root, 'out', 'dump');
  await writeDump(directory, recording, live);
  return { live, directory, back: await collectEstate({ ...FIXED, now: NOW, fingerprintKey: 'another', source: await dumpSource(directory) }) };
}

test('a live estate, written as a dump and read again, is the same', async () => {
  const { live, back } = await dumped({ accounts: [richAccount()], pageSize: 2 });
  expect(back.resources).toEqual(live.resources);
  expect(back.accounts).toEqual(live.accounts);
  expect(back.regions).toEqual(live.regions);
  expect(outcomes(back)).toEqual(outcomes(live));
});

test('so are two accounts, one of them empty', async () => {
  const { live, back } = await dumped({ accounts: [richAccount(), emptyAccount('444455556666')] }, ['arn:aws:iam::111122223333:role/A', 'arn:aws:iam::444455556666:role/A']);
  expect(back.resources).toEqual(live.resources);
  expect(outcomes(back)).toEqual(outcomes(live));
});

test('what was refused is not in the dump, and does not come back as clean', async () => {
  const { back } = await dumped({ accounts: [richAccount()], deny: ['ec2:DescribeSubnets', 'elasticloadbalancing:DescribeListeners'] });
  expect(entryOf(back, 'ec2', 'DescribeSubnets')?.outcome).toBe('skipped');
  expect(entryOf(back, 'elbv2', 'DescribeRules')?.outcome).toBe('skipped');
});

test('a listing that was cut short stays partial', async () => {
  const { live, back } = await dumped({ accounts: [richAccount()], pageSize: 2, expirePageTokens: 1 });
  expect(entryOf(live, 'ec2', 'DescribeNetworkInterfaces')?.outcome).toBe('partial');
  expect(entryOf(back, 'ec2', 'DescribeNetworkInterfaces')?.outcome).toBe('partial');
});

test('no file of the dump holds a planted secret, and nothing half-written is left beside it', async () => {
  const { directory } = await dumped({ accounts: [richAccount()] });
  const files = await readdir(directory, { recursive: true, withFileTypes: true });
  const texts = await Promise.all(files.filter((file) => file.isFile()).map(async (file) => readFile(join(file.parentPath, file.name), 'utf8')));
  expect(texts.length).toBeGreaterThan(60);
  const everything = texts.join('\n');
  const decoded = [...everything.matchAll(/"[A-Za-z0-9+/]{16,}={0,2}"/g)].map(([match]) => Buffer.from(match.slice(1, -1), 'base64').toString('latin1')).join('\n');
  for (const secret of SECRETS) expect(everything + decoded).not.toContain(secret);
  expect(await readdir(dirname(directory))).toEqual(['dump']);
});

test('a folder that holds something is not written over', async () => {
  const recording = startRecording();
  const { estate } = await collected({ accounts: [emptyAccount()] }, { record: recording.record });
  await mkdir(join(root, 'full'));
  await writeFile(join(root, 'full', 'mine'), 'x');
  await expect(writeDump(join(root, 'full'), recording, estate)).rejects.toMatchObject({ code: 'DUMP_TARGET_NOT_EMPTY', exit: 'usage' });
  await expect(writeDump(join(root, 'full', 'mine', 'below'), recording, estate)).rejects.toMatchObject({ code: 'DUMP_NOT_WRITTEN' });
  expect(await readdir(join(root, 'full'))).toEqual(['mine']);
});
