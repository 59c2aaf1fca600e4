import { Run } from '../../src/model/index.ts';
import { sampleBaseline, sampleBenchmark } from './sample-measurements.ts';
import { sampleEstate } from './sample-estate.ts';
import { sampleFindings } from './sample-findings.ts';
import { sampleInsight } from './sample-insight.ts';
import { sampleCandidates, samplePlan } from './sample-plan.ts';

/** A run with every section filled, by hand: what the report is looked at and tested with. */
export function sampleRun(): Run {
  return Run.parse({
    schemaVersion: 1,
    tool: { name: 'monolens', version: '0.1.0' },
    id: '20261120T101500Z-0a1b2c',
    createdAt: '2026-11-20T10:15:00.000Z',
    accounts: ['111122223333'],
    regions: ['us-east-1'],
    settings: { prefer: { cost: 4 }, thresholds: {}, rules: [], excludeRules: [] },
    estate: sampleEstate(),
    baseline: sampleBaseline(),
    benchmark: sampleBenchmark(),
    insight: sampleInsight(),
    findings: sampleFindings(),
    candidates: sampleCandidates(),
    plan: samplePlan(),
  });
}

/** The same tool over an account in which nothing was found and nothing measured. */
export function emptyRun(): Run {
  return Run.parse({
    schemaVersion: 1,
    tool: { name: 'monolens', version: '0.1.0' },
    id: '20261120T101500Z-ffffff',
    createdAt: '2026-11-20T10:15:00.000Z',
    accounts: ['111122223333'],
    regions: ['us-east-1'],
    settings: {},
    estate: { accounts: [{ id: '111122223333', partition: 'aws' }], regions: ['us-east-1'], collectedAt: '2026-11-20T10:15:00.000Z', source: 'aws', resources: {}, coverage: [] },
    baseline: {},
    insight: {},
    findings: [],
    plan: { target: { summary: '', services: [] }, phases: [] },
  });
}
