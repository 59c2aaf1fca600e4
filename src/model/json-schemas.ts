import * as z from 'zod';
import { Baseline } from './baseline.ts';
import { Benchmark } from './benchmark.ts';
import { Estate } from './estate.ts';
import { Finding } from './finding.ts';
import { Insight } from './insight.ts';
import { Plan } from './plan.ts';
import { Run, SCHEMA_VERSION } from './run.ts';

/** The JSON Schemas that the package ships (draft 2020-12), by file name without its ending. */
export function publishedSchemas(): Record<string, unknown> {
  const schemas = { run: Run, estate: Estate, baseline: Baseline, benchmark: Benchmark, insight: Insight, finding: Finding, plan: Plan };
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, {
    title: `Monolens ${name}, schema version ${SCHEMA_VERSION}`,
    ...z.toJSONSchema(schema, { io: 'input', reused: 'ref' }),
  }]));
}
