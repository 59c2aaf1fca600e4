// `assess` as a whole process against the loopback endpoint at 50 ms an answer, held against the longest chain of pages that must be
// asked one after the other. Metrics and cost are left out: they begin when the inventory is whole.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateAccount, startEndpoint } from '../../src/demo/index.ts';
import { median, report } from './figures.ts';

const BIN = new URL('../../dist/bin.js', import.meta.url).pathname;
const LATENCY_MS = 50;
const PAGE_SIZE = 5;
const ROUNDS = 3;

const folder = mkdtempSync(join(tmpdir(), 'monolens-bench-'));
const bareMs = median(Array.from({ length: 5 }, () => {
  const start = performance.now();
  spawnSync(process.execPath, ['-e', '0']);
  return performance.now() - start;
}));

const ratios: number[] = [];
let pages = 0;
for (let round = 0; round < ROUNDS; round += 1) {
  const endpoint = await startEndpoint({ accounts: [generateAccount({ instances: 60, groups: 800, seed: 1 })], latencyMs: LATENCY_MS, pageSize: PAGE_SIZE });
  const start = performance.now();
  const code = await new Promise<number | null>((resolve) => {
    spawn(process.execPath, [BIN, 'assess', '--no-metrics', '--no-cost', '--out', join(folder, String(round))], {
      cwd: folder, stdio: 'ignore', env: { PATH: process.env['PATH'], HOME: folder, ...endpoint.env },
    }).on('close', resolve);
  });
  const tookMs = performance.now() - start;
  if (code !== 0) throw new Error(`assess ended with ${code}`);
  // The caller's identity comes first; then the listing with the most pages, whose token of one page is needed for the next.
  const perListing = Map.groupBy(endpoint.calls.filter((call) => call.operation === 'DescribeSecurityGroups' || call.operation === 'DescribeInstances'), (call) => call.operation);
  pages = 1 + Math.max(...[...perListing.values()].map((calls) => calls.length));
  ratios.push(tookMs / (pages * LATENCY_MS));
  await endpoint.close();
}
rmSync(folder, { recursive: true, force: true });
report([
  { name: 'bare node', value: bareMs, unit: 'ms' },
  { name: 'longest chain', value: pages, unit: 'pages' },
  { name: 'assess / longest chain', value: median(ratios), unit: '×', atMost: 1.2, note: `${LATENCY_MS} ms a page` },
]);
