// `assess` as a whole process against the loopback endpoint at 50 ms an answer, held against the longest chain of pages that must be
// asked one after the other: the same listing by a bare SDK client that does nothing else, measured in turn with it.
// Metrics and cost are left out: they begin when the inventory is whole.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DescribeSecurityGroupsCommand, EC2Client } from '@aws-sdk/client-ec2';
import { generateAccount, startEndpoint, type Endpoint } from '../../src/demo/index.ts';
import { median, report } from './figures.ts';

const BIN = new URL('../../dist/bin.js', import.meta.url).pathname;
const LATENCY_MS = 50;
/** The most that the endpoint gives at a time: few resources then make a long chain. */
const PAGE_SIZE = 5;
const ROUNDS = 3;

const folder = mkdtempSync(join(tmpdir(), 'monolens-bench-'));

async function served<T>(work: (endpoint: Endpoint) => Promise<T>): Promise<T> {
  const endpoint = await startEndpoint({ accounts: [generateAccount({ instances: 60, groups: 800, seed: 1 })], latencyMs: LATENCY_MS, pageSize: PAGE_SIZE });
  try {
    return await work(endpoint);
  } finally {
    await endpoint.close();
  }
}

async function chain({ url, env }: Endpoint): Promise<{ ms: number; pages: number }> {
  const credentials = { accessKeyId: env['AWS_ACCESS_KEY_ID'] ?? '', secretAccessKey: env['AWS_SECRET_ACCESS_KEY'] ?? '' };
  const client = new EC2Client({ endpoint: url, region: 'us-east-1', credentials });
  const start = performance.now();
  let pages = 0;
  let token: string | undefined;
  do {
    const page = await client.send(new DescribeSecurityGroupsCommand({ MaxResults: 1000, NextToken: token }));
    token = page.NextToken;
    pages += 1;
  } while (token);
  client.destroy();
  return { ms: performance.now() - start, pages };
}

async function assess({ env }: Endpoint, out: string): Promise<number> {
  const start = performance.now();
  const code = await new Promise<number | null>((resolve) => {
    spawn(process.execPath, [BIN, 'assess', '--no-metrics', '--no-cost', '--out', out], {
      cwd: folder, stdio: 'ignore', env: { PATH: process.env['PATH'], HOME: folder, ...env },
    }).on('close', resolve);
  });
  if (code !== 0) throw new Error(`assess ended with ${code}`);
  return performance.now() - start;
}

const ratios: number[] = [];
const overheads: number[] = [];
let pages = 0;
await served(chain);
for (let round = 0; round < ROUNDS; round += 1) {
  const least = await served(chain);
  const took = await served((endpoint) => assess(endpoint, join(folder, String(round))));
  pages = least.pages;
  ratios.push(took / least.ms);
  overheads.push(took - least.ms);
}
rmSync(folder, { recursive: true, force: true });
report([
  { name: 'longest chain', value: pages, unit: 'pages', note: `${LATENCY_MS} ms a page` },
  { name: 'assess - chain', value: median(overheads), unit: 'ms' },
  { name: 'assess / chain', value: median(ratios), unit: '×', atMost: 1.2 },
]);
