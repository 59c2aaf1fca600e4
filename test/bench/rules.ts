import type { Insight } from '../../src/model/index.ts';
import { analyseNetwork } from '../../src/network/index.ts';
import { judge, RULES } from '../../src/rules/index.ts';
import { generateEstate, sizeFor } from './estate-generator.ts';
import { report, type Figure } from './figures.ts';

/**
 * How long it takes to conclude from a large estate: exposures and every rule, with peak memory, and how time grows.
 * `node test/bench/rules.ts [small large]`, in instances. Wall time: run it on a machine that does nothing else.
 */
const [small = 10_000, large = 100_000] = process.argv.slice(2).map(Number);
const settings = { prefer: {}, thresholds: {}, rules: [], excludeRules: [] };
const baseline = { utilisation: [], series: [] };

interface Measured { readonly insight: number; readonly judge: number; readonly together: number; readonly findings: number }

function conclude(instances: number): Measured {
  const estate = generateEstate(sizeFor(instances));
  // What the generator threw away is not the product's.
  globalThis.gc?.();
  const started = performance.now();
  const network = analyseNetwork(estate);
  const insight: Insight = { ...network, components: [], boot: [], workloads: [], dependencies: [], bottlenecks: [] };
  const concluded = performance.now();
  const findings = judge({ estate, insight, baseline, settings, now: new Date(estate.collectedAt) }).length;
  const judged = performance.now();
  return { insight: (concluded - started) / 1000, judge: (judged - concluded) / 1000, together: (judged - started) / 1000, findings };
}

/** The median of three: the first also pays for compiling. */
const few = [conclude(small), conclude(small), conclude(small)].toSorted((a, b) => a.together - b.together)[1] ?? conclude(small);
const many = conclude(large);
const growth = Math.log(many.together / few.together) / Math.log(large / small);

const figures: readonly Figure[] = [
  { name: `exposures and ${RULES.length} rules, ${small} instances`, value: few.together, unit: 's', note: `${few.findings} findings` },
  { name: `exposures, ${large} instances`, value: many.insight, unit: 's' },
  { name: `rules, ${large} instances`, value: many.judge, unit: 's', note: `${many.findings} findings` },
  { name: `exposures and rules, ${large} instances`, value: many.together, unit: 's', atMost: 6 },
  { name: 'peak memory, the estate included', value: process.resourceUsage().maxRSS / 1024 ** 2, unit: 'GB', atMost: 1.5 },
  { name: `growth from ${small} to ${large}: exponent`, value: growth, unit: '', atMost: 1.1 },
];
report(figures);
