import type { InsightIndex } from '../rule.ts';
import { readFigure, type Reading } from './figure.ts';

/** `mem_used_percent` on Linux, the committed share on Windows. */
const MEMORY_METRICS = ['mem_used_percent', 'Memory % Committed Bytes In Use'] as const;

/** How much of its memory the instance uses at most, in percent, as the CloudWatch agent saw it. */
export function memoryOf(instanceId: string, insight: InsightIndex, coverageFloor: number): Reading {
  const readings = MEMORY_METRICS.map((metric) => readFigure(insight, [instanceId], { namespace: 'CWAgent', metric, stats: ['p99.5 of Maximum', 'Maximum'] }, coverageFloor));
  return readings.find(({ known }) => known) ?? readings[0] ?? { known: false, reason: 'not measured in this run' };
}
