import * as z from 'zod';
import { Baseline } from './baseline.ts';
import { Benchmark } from './benchmark.ts';
import { Estate } from './estate.ts';
import { Finding } from './finding.ts';
import { Insight } from './insight.ts';
import { Candidate, Plan } from './plan.ts';
import { Settings } from './settings.ts';

/** The version of the stored form. A change that an older reader would misread raises it and adds an upgrader. */
export const SCHEMA_VERSION = 1;

/** All that one look at an estate brought: `RUNDIR/run.json`, and what `assess --json` prints. */
export const Run = z.object({
  schemaVersion: z.literal(SCHEMA_VERSION),
  tool: z.object({ name: z.literal('monolens'), version: z.string() }),
  /** Sortable by time: `20261120T101500Z-<6 hex digits>`. */
  id: z.string(),
  createdAt: z.string(),
  accounts: z.array(z.string()),
  regions: z.array(z.string()),
  settings: Settings,
  estate: Estate,
  baseline: Baseline,
  benchmark: Benchmark.optional(),
  insight: Insight,
  findings: z.array(Finding),
  candidates: z.array(Candidate).default([]),
  plan: Plan,
});
export type Run = z.infer<typeof Run>;
