import type { Finding, Run } from '../../src/model/index.ts';

/** The smallest whole run; tests replace what they are about. */
export function tinyRun(fields: Partial<Run> = {}): Run {
  return {
    schemaVersion: 1,
    tool: { name: 'monolens', version: '0.0.0' },
    id: '20261120T120000Z-000001',
    createdAt: '2026-11-20T12:00:00.000Z',
    accounts: ['111122223333'],
    regions: ['us-east-1'],
    settings: { prefer: {}, thresholds: {}, rules: [], excludeRules: [] },
    estate: {
      accounts: [{ id: '111122223333', partition: 'aws' }],
      regions: ['us-east-1'],
      collectedAt: '2026-11-20T12:00:00.000Z',
      source: 'dump',
      resources: {},
      coverage: [],
    },
    baseline: { utilisation: [], series: [] },
    insight: { subnets: [], exposures: [], indirectPaths: [], components: [], boot: [], workloads: [], dependencies: [], bottlenecks: [] },
    findings: [],
    candidates: [],
    plan: { target: { summary: '', services: [] }, phases: [] },
    ...fields,
  };
}

export function tinyFinding(fields: Partial<Finding> = {}): Finding {
  return {
    ruleId: 'a-rule', resourceId: 'i-1', kind: 'instance', account: '111122223333', region: 'us-east-1',
    outcome: 'fail', severity: 'high', title: 'Something is as it should be', evidence: [], controls: [], phase: 'stabilise',
    remediation: { summary: 'Mend it.', cost: 'nothing', interrupts: 'no' },
    ...fields,
  };
}
