// npm run bench            every figure
// npm run bench -- rules   the figures of one file of this folder
// Each file prints its own table; a figure that misses its target is marked, and the exit code is then 1.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';

const NOT_A_BENCH = new Set(['run.ts', 'figures.ts', 'estate-generator.ts', 'random.ts']);
const all = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.ts') && !NOT_A_BENCH.has(name)).map((name) => name.slice(0, -3)).toSorted();
const asked = process.argv.slice(2);
const wrong = asked.filter((name) => !all.includes(name));
if (wrong.length > 0) {
  console.error(`There is no bench ${wrong.join(', ')}. There are: ${all.join(', ')}.`);
  process.exit(2);
}

let missed = 0;
for (const name of asked.length > 0 ? asked : all) {
  console.log(`\n== ${name}`);
  const result = spawnSync(process.execPath, ['--expose-gc', new URL(`${name}.ts`, import.meta.url).pathname], { stdio: 'inherit' });
  if (result.status !== 0) missed += 1;
}
process.exitCode = missed === 0 ? 0 : 1;
