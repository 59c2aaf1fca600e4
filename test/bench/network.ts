import { analyseNetwork } from '../../src/network/index.ts';
import { generateEstate, sizeFor } from './estate-generator.ts';

/** Prints how long `analyseNetwork` takes on synthetic estates, and how its time grows. Run: `node test/bench/network.ts [instances…]`. */
const sizes = process.argv.slice(2).map(Number);
const measured: { instances: number; seconds: number }[] = [];
for (const instances of sizes.length > 0 ? sizes : [10_000, 100_000]) {
  const estate = generateEstate(sizeFor(instances));
  const runs: number[] = [];
  const cpuSeconds: number[] = [];
  let rows = 0;
  for (let i = 0; i < 3; i++) {
    const start = performance.now();
    const cpu = process.cpuUsage();
    rows = analyseNetwork(estate).exposures.length;
    runs.push((performance.now() - start) / 1000);
    const { user, system } = process.cpuUsage(cpu);
    cpuSeconds.push((user + system) / 1e6);
  }
  runs.sort((a, b) => a - b);
  const seconds = runs[1] ?? Number.NaN;
  measured.push({ instances, seconds });
  const rss = process.memoryUsage.rss() / 1024 ** 2;
  console.log(`network  instances ${instances}  rows ${rows}  median ${seconds.toFixed(2)} s (${runs.map((s) => s.toFixed(2)).join(', ')})  cpu ${Math.min(...cpuSeconds).toFixed(2)} s  rss ${rss.toFixed(0)} MiB`);
}
const [small, large] = measured;
if (small && large) {
  const exponent = Math.log(large.seconds / small.seconds) / Math.log(large.instances / small.instances);
  console.log(`network  time grows as n^${exponent.toFixed(2)} from ${small.instances} to ${large.instances}`);
}
