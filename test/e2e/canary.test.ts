import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sampleAccount, startEndpoint, type Endpoint, type SampleAccount } from '../../src/demo/index.ts';
import { CANARIES } from '../collect/redact/canaries.ts';
import { cli } from '../support/cli.ts';

type Json = SampleAccount['answers'][string];

const SCRIPT = `#!/bin/bash\napt-get install -y nginx\n${CANARIES.map((canary) => canary.line).join('\n')}\n`;
/** Two names under which people keep secrets in tags. */
const TAGS = CANARIES.slice(0, 12).flatMap((canary, index) => [{ Key: index % 2 === 0 ? `db_password_${index}` : `note-${index}`, Value: canary.line.slice(0, 255) }]);

let cwd: string;
let endpoint: Endpoint;
beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'monolens-canary-'));
  endpoint = await startEndpoint({ accounts: [planted(sampleAccount('classic'))] });
});
afterAll(async () => {
  await endpoint.close();
  await rm(cwd, { recursive: true, force: true });
});

/** The sample account with the canaries in user data (plain, gzip), a launch configuration, a launch template and tags. */
function planted(account: SampleAccount): SampleAccount {
  const scripts = [Buffer.from(SCRIPT), gzipSync(SCRIPT)].map((bytes) => bytes.toString('base64'));
  let nth = 0;
  const answers = Object.fromEntries(Object.entries(account.answers).map(([key, answer]): [string, Json] => {
    if (key.includes('ec2-describe-instance-attribute')) return [key, { ...answer, UserData: { Value: scripts[nth++ % 2] ?? '' } }];
    return [key, withScripts(answer, scripts[0] ?? '') as Json];
  }));
  const template = { LaunchTemplateId: 'lt-0123456789abcdef0', LaunchTemplateName: 'canary', CreateTime: '2026-01-01T00:00:00Z', CreatedBy: 'x', DefaultVersionNumber: 1, LatestVersionNumber: 1 };
  return {
    ...account,
    answers: {
      ...answers,
      'us-east-1/ec2-describe-launch-templates': { LaunchTemplates: [template] },
      'us-east-1/ec2-describe-launch-template-versions': {
        LaunchTemplateVersions: [{ ...template, VersionNumber: 1, DefaultVersion: true, LaunchTemplateData: { ImageId: 'ami-0', UserData: scripts[0] ?? '' } }],
      },
    },
  };
}

/** Every `UserData` text and every list of tags gets canaries of its own. */
function withScripts(value: unknown, script: string): unknown {
  if (Array.isArray(value)) return value.map((item) => withScripts(item, script));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => {
    if (key === 'UserData' && typeof item === 'string') return [key, script];
    if (key === 'Tags' && Array.isArray(item)) return [key, [...item, ...TAGS]];
    return [key, withScripts(item, script)];
  }));
}

async function everyFile(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true });
  const found: string[] = [];
  for (const name of names) if ((await stat(join(folder, name))).isFile()) found.push(join(folder, name));
  return found;
}

test('no output, log, dump, report or stored file holds a planted secret', async () => {
  expect(CANARIES.length).toBeGreaterThanOrEqual(40);
  const env = { ...endpoint.env, MONOLENS_DEBUG: '1', DEBUG: '*' };
  const outputs: string[] = [];
  for (const args of [
    ['collect', '--dump', 'dump'], ['assess', '--no-cost', '--no-metrics', '--json'],
    ['report', '--format', 'html,md,json,csv,sarif,drawio,mermaid', '--out', 'out'], ['assess', '--from', 'dump'],
  ]) {
    const { code, out, err } = await cli(args, { cwd, env });
    expect({ args, code }).toEqual({ args, code: 0 });
    outputs.push(out, err);
  }
  const files = await everyFile(cwd);
  expect(files.length).toBeGreaterThan(80);
  const everything = [...outputs, ...await Promise.all(files.map((file) => readFile(file, 'utf8')))];
  // What is searched does hold the scripts, so that finding nothing means something.
  expect(everything.some((text) => text.includes('[redacted:'))).toBe(true);
  const found = CANARIES.filter(({ value }) => {
    const forms = [value, JSON.stringify(value).slice(1, -1), Buffer.from(value).toString('base64').slice(0, -4), encodeURIComponent(value)];
    return everything.some((text) => forms.some((form) => form.length > 7 && text.includes(form)));
  });
  expect(found.map((canary) => canary.name)).toEqual([]);

}, 120_000);
