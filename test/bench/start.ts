// How long the command line takes to start, against bare node, in turn, in one run.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median, report } from './figures.ts';

const BIN = new URL('../../dist/bin.js', import.meta.url).pathname;
const ROUNDS = 25;
const folder = mkdtempSync(join(tmpdir(), 'monolens-bench-'));

function time(args: readonly string[]): number {
  const start = performance.now();
  const { status } = spawnSync(process.execPath, args, { cwd: folder, stdio: 'ignore' });
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}`);
  return performance.now() - start;
}

const cases = { bare: ['-e', '0'], version: [BIN, '--version'], runs: [BIN, 'runs'], policy: [BIN, 'policy'], explain: [BIN, 'explain', 'X01'] };
const times: Record<string, number[]> = {};
for (let round = -2; round < ROUNDS; round += 1) {
  for (const [name, args] of Object.entries(cases)) {
    const ms = time(args);
    if (round >= 0) (times[name] ??= []).push(ms);
  }
}
rmSync(folder, { recursive: true, force: true });

const of = (name: string): number => median(times[name] ?? []);
report([
  { name: 'bare node -e 0', value: of('bare'), unit: 'ms' },
  { name: 'monolens --version / bare', value: of('version') / of('bare'), unit: '×', atMost: 1.3 },
  { name: 'monolens runs - bare', value: of('runs') - of('bare'), unit: 'ms', atMost: 60 },
  { name: 'monolens policy - bare', value: of('policy') - of('bare'), unit: 'ms', atMost: 60 },
  { name: 'monolens explain X01 - bare', value: of('explain') - of('bare'), unit: 'ms', atMost: 60 },
]);
