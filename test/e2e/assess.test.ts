import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startEndpoint, writeDump, sampleAccount, type Endpoint, type EndpointOptions } from '../../src/demo/index.ts';
import { Run, type Finding } from '../../src/model/index.ts';
import { cli } from '../support/cli.ts';

let cwd: string;
const open: Endpoint[] = [];
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'monolens-e2e-'));
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((endpoint) => endpoint.close()));
  await rm(cwd, { recursive: true, force: true });
});

async function endpoint(options: EndpointOptions = {}): Promise<Record<string, string>> {
  const started = await startEndpoint(options);
  open.push(started);
  return { ...started.env };
}

const outcomesOf = (run: Run, ruleId: string): string[] => [...new Set(run.findings.filter((finding) => finding.ruleId === ruleId).map((finding) => finding.outcome))].toSorted();
const key = (finding: Finding): string => `${finding.ruleId} ${finding.resourceId} ${finding.outcome} ${finding.severity}`;

describe('monolens assess', () => {
  test('from AWS answers to a stored run with its reports', async () => {
    const { code, out, err } = await cli(['assess'], { cwd, env: await endpoint() });
    expect({ code, err }).toEqual({ code: 0, err: expect.stringContaining('Account 111122223333') as string });
    const [id = ''] = (await readdir(join(cwd, 'reports'))).filter((name) => !name.startsWith('.'));
    expect(out).toContain(join('reports', id));
    const run = Run.parse(JSON.parse(await readFile(join(cwd, 'reports', id, 'run.json'), 'utf8')));
    expect(run.accounts).toEqual(['111122223333']);
    const planted = ['admin-port-exposed', 'http-listener-without-redirect', 'public-subnet-instance', 'gp2-volume', 'idle-elastic-ip'];
    expect(planted.filter((rule) => !outcomesOf(run, rule).includes('fail'))).toEqual([]);
    expect(run.baseline.listPrice?.lines.some((line) => line.priceSource === 'price-list')).toBe(true);
    expect(run.baseline.cost).toMatchObject({ basis: 'cost-explorer', requestsCostUsd: '0.03' });
    expect(run.plan.phases.map((phase) => phase.id)).toEqual(['stabilise', 'decouple', 'migrate', 'optimise']);
    expect(await readFile(join(cwd, 'reports', id, 'report.html'), 'utf8')).toContain('<!doctype html>');
    expect(await readFile(join(cwd, 'reports', id, 'report.md'), 'utf8')).toMatch(/^# /);
  });

  test('--json prints the whole run and nothing else', async () => {
    const { code, out } = await cli(['assess', '--json', '--no-cost', '--no-metrics'], { cwd, env: await endpoint() });
    expect(code).toBe(0);
    const run = Run.parse(JSON.parse(out));
    expect(run.estate.resources.instance?.length).toBeGreaterThan(3);
  });

  test('a dump of the live account gives the same findings, with no network', async () => {
    const env = await endpoint();
    const live = Run.parse(JSON.parse((await cli(['collect', '--json', '--dump', 'dump'], { cwd, env })).out));
    const { code, out } = await cli(['assess', '--from', 'dump', '--json'], { cwd, env: { AWS_ENDPOINT_URL: 'http://127.0.0.1:9' } });
    expect(code).toBe(0);
    const offline = Run.parse(JSON.parse(out));
    expect(offline.findings.map(key).toSorted()).toEqual(live.findings.map(key).toSorted());
  });

  test('what a hand-made directory does not hold is unknown, and what it holds is judged', async () => {
    const dump = join(cwd, 'dump');
    await writeDump(sampleAccount('classic'), dump);
    await rm(join(dump, 'us-east-1/ec2-describe-route-tables.json'));
    const run = Run.parse(JSON.parse((await cli(['assess', '--from', dump, '--json'], { cwd })).out));
    expect(outcomesOf(run, 'public-subnet-instance')).toEqual(['unknown']);
    expect(outcomesOf(run, 'http-listener-without-redirect')).toContain('fail');
    expect(run.estate.coverage.find((entry) => entry.operation === 'DescribeRouteTables')).toMatchObject({ outcome: 'skipped', message: expect.stringContaining('ec2-describe-route-tables') as string });
  });

  test('a denied call makes its findings unknown, is named in the coverage, and exits 4 only with --strict', async () => {
    const env = await endpoint({ deny: ['elasticloadbalancing:DescribeListeners'] });
    const { code, out } = await cli(['assess', '--json', '--no-cost', '--no-metrics'], { cwd, env });
    expect(code).toBe(0);
    const run = Run.parse(JSON.parse(out));
    expect(outcomesOf(run, 'http-listener-without-redirect')).toEqual(['unknown']);
    expect(run.estate.coverage.filter((entry) => entry.outcome === 'denied').map((entry) => entry.action)).toContain('elasticloadbalancing:DescribeListeners');
    const strict = await cli(['assess', '--strict', '--no-cost', '--no-metrics'], { cwd, env });
    expect(strict.code).toBe(4);
    expect(strict.err).toContain('elasticloadbalancing:DescribeListeners');
  });

  test('--fail-on is a gate', async () => {
    const env = await endpoint();
    expect((await cli(['assess', '--fail-on', 'critical', '--no-cost', '--no-metrics'], { cwd, env })).code).toBe(3);
    expect((await cli(['assess', '--fail-on', 'critical', '--rule', 'gp2-volume', '--no-cost', '--no-metrics'], { cwd, env })).code).toBe(0);
  });

  test('a stored run is judged again offline and gives the same findings', async () => {
    const first = Run.parse(JSON.parse((await cli(['assess', '--json'], { cwd, env: await endpoint() })).out));
    const again = Run.parse(JSON.parse((await cli(['assess', '--json', '--from', first.id], { cwd })).out));
    expect(again.findings).toEqual(first.findings);
    expect(again.plan).toEqual(first.plan);
    expect(again.id).not.toBe(first.id);
  });
});

describe('what goes wrong says what, why and what next', () => {
  test.each<[string, readonly string[], EndpointOptions | undefined, Record<string, string>, number, RegExp]>([
    ['no credentials', ['assess', '--region', 'us-east-1'], undefined, {}, 5, /Error: .*credentials[\s\S]*Next: /i],
    ['expired credentials', ['assess'], { expiredCredentials: true }, {}, 5, /expired[\s\S]*Next: /i],
    ['no region', ['assess'], undefined, { AWS_ACCESS_KEY_ID: 'x', AWS_SECRET_ACCESS_KEY: 'y' }, 2, /region[\s\S]*Next: /i],
    ['a wrong region', ['assess', '--region', 'mars-north-1'], {}, {}, 2, /mars-north-1[\s\S]*Next: /],
    ['a directory that is not a dump', ['assess', '--from', '.'], undefined, {}, 2, /Next: /],
    ['a path that is not there', ['assess', '--from', './nowhere'], undefined, {}, 2, /nowhere[\s\S]*Next: /],
    ['a folder that cannot be written', ['assess', '--out', '/proc/monolens', '--no-cost', '--no-metrics'], {}, {}, 2, /\/proc\/monolens[\s\S]*Next: /],
    ['an unknown flag', ['assess', '--colour'], undefined, {}, 2, /--colour[\s\S]*Next: /],
    ['an unknown run', ['report', 'nope'], undefined, {}, 2, /nope[\s\S]*Next: monolens runs/],
    ['an unknown format', ['report', '--format', 'pdf'], undefined, {}, 2, /pdf[\s\S]*html/],
    ['an unknown rule', ['explain', 'nope'], undefined, {}, 2, /nope[\s\S]*Next: /],
  ])('%s', async (_name, args, faults, env, code, text) => {
    const result = await cli(args, { cwd, env: { ...(faults ? await endpoint(faults) : {}), ...env } });
    expect({ code: result.code, err: result.err }).toEqual({ code, err: expect.stringMatching(text) as string });
    expect(result.out).toBe('');
    // The store may exist by then, with its key; no run may.
    expect((await readdir(cwd, { recursive: true })).filter((name) => !/^reports(?:\/\.fingerprint-key)?$/.test(name))).toEqual([]);
  });

  test('with --json the error is JSON on stdout, with the same exit code', async () => {
    const { code, out } = await cli(['report', 'nope', '--json'], { cwd });
    expect(code).toBe(2);
    expect(JSON.parse(out)).toMatchObject({ error: { code: 'NO_RUN', next: 'monolens runs' } });
  });

  test('a truncated JSON file is a gap of its own, and the rest is kept', async () => {
    const dump = join(cwd, 'dump');
    await writeDump(sampleAccount('classic'), dump);
    const { writeFile } = await import('node:fs/promises');
    const path = join(dump, 'us-east-1/ec2-describe-volumes.json');
    await writeFile(path, (await readFile(path, 'utf8')).slice(0, 200));
    const { code, out } = await cli(['assess', '--from', dump, '--json'], { cwd });
    expect(code).toBe(0);
    const run = Run.parse(JSON.parse(out));
    expect(run.estate.coverage.find((entry) => entry.operation === 'DescribeVolumes')).toMatchObject({ outcome: 'failed', message: expect.stringContaining('ec2-describe-volumes.json') as string });
    expect(outcomesOf(run, 'gp2-volume')).toEqual(['unknown']);
    expect(run.estate.resources.instance?.length).toBeGreaterThan(0);
  });

  test('Ctrl-C stops at once, keeps what was collected, and exits 130', async () => {
    const env = await endpoint({ latencyMs: 150 });
    const started = performance.now();
    const { code, err } = await cli(['assess'], { cwd, env, onStart: (child) => { setTimeout(() => child.kill('SIGINT'), 1500); } });
    expect(code).toBe(130);
    expect(performance.now() - started).toBeLessThan(6000);
    expect(err).toMatch(/interrupted/i);
    const runs = (await readdir(join(cwd, 'reports')).catch(() => [])).filter((name) => !name.startsWith('.'));
    expect(runs).toHaveLength(1);
    expect(JSON.parse((await cli(['runs', '--json'], { cwd })).out)).toMatchObject({ runs: [{ accounts: ['111122223333'] }], broken: [] });
  });
});
