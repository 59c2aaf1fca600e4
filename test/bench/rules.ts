import type { Insight } from '../../src/model/index.ts';
import { analyseNetwork } from '../../src/network/index.ts';
import { judge, RULES } from '../../src/rules/index.ts';
import { generateEstate, sizeFor } from './estate-generator.ts';

/**
 * Prints how long it takes to conclude from a large estate: insight and every rule, seconds and peak memory, and how time grows.
 * Run: `node test/bench/rules.ts [instances…]`. Goal: 100,000 instances in 6 s and 1.5 GB, growing no faster than n^1.1.
 */
const sizes = process.argv.slice(2).map(Number);
const settings = { prefer: {}, thresholds: {}, rules: [], excludeRules: [] };
const baseline = { utilisation: [], series: [] };
const measured: { instances: number; seconds: number }[] = [];

for (const instances of sizes.length > 0 ? sizes : [10_000, 100_000]) {
  const estate = generateEstate(sizeFor(instances));
  const started = performance.now();
  const network = analyseNetwork(estate);
  const insight: Insight = { ...network, components: [], boot: [], workloads: [], dependencies: [], bottlenecks: [] };
  const concluded = performance.now();
  const findings = judge({ estate, insight, baseline, settings, now: new Date(estate.collectedAt) });
  const judged = performance.now();
  const seconds = (judged - started) / 1000;
  measured.push({ instances, seconds });
  const rss = process.resourceUsage().maxRSS / 1024;
  console.log(
    `rules  instances ${instances}  rules ${RULES.length}  findings ${findings.length}  insight ${((concluded - started) / 1000).toFixed(2)} s`
    + `  judge ${((judged - concluded) / 1000).toFixed(2)} s  together ${seconds.toFixed(2)} s (goal 6 s at 100,000)  peak rss ${rss.toFixed(0)} MiB (goal 1430)`,
  );
}
const [small, large] = measured;
if (small && large) {
  const exponent = Math.log(large.seconds / small.seconds) / Math.log(large.instances / small.instances);
  console.log(`rules  time grows as n^${exponent.toFixed(2)} from ${small.instances} to ${large.instances} (goal 1.1)`);
}
