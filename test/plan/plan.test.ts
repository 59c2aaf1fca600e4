import { describe, expect, test } from 'vitest';
import type { Insight, Workload } from '../../src/model/index.ts';
import { makePlan, THEMES } from '../../src/plan/index.ts';
import { RULES } from '../../src/rules/index.ts';
import { tinyFinding, tinyRun } from '../support/tiny-run.ts';

const nothing = tinyRun().insight;
const web: Workload = { id: 'w-web', name: 'web', role: 'web', instanceIds: ['i-1', 'i-2'], groupedBy: 'target-group', confidence: 1, state: [], seams: [] };
const insight = (fields: Partial<Insight>): Insight => ({ ...nothing, ...fields });
const stepsOf = (input: Parameters<typeof makePlan>[0]): Record<string, string[]> =>
  Object.fromEntries(makePlan(input).phases.map((phase) => [phase.id, phase.steps.map((step) => step.id)]));

describe('themes', () => {
  test('name rules that exist, each once, all of the theme\'s own phase', () => {
    const phases = new Map<string, string>(RULES.map((rule) => [rule.id, rule.phase]));
    const themed = THEMES.flatMap((theme) => theme.ruleIds);
    expect(themed.filter((id, index) => themed.indexOf(id) !== index)).toEqual([]);
    expect(THEMES.flatMap((theme) => theme.ruleIds.filter((id) => phases.get(id) !== theme.phase))).toEqual([]);
    expect(new Set(THEMES.map((theme) => theme.id)).size).toBe(THEMES.length);
  });
});

describe('a plan', () => {
  test('has its four phases, in order, and no step where nothing fails and nothing serves', () => {
    expect(stepsOf({ insight: nothing, findings: [] })).toEqual({ stabilise: [], decouple: [], migrate: [], optimise: [] });
    expect(makePlan({ insight: nothing, findings: [] }).target.services).toEqual([]);
  });

  test('closes every failing finding exactly once, and none that is not failing', () => {
    const findings = RULES.flatMap((rule) => (['fail', 'pass', 'unknown', 'muted', 'not-applicable'] as const).map((outcome) => tinyFinding({
      ruleId: rule.id, phase: rule.phase, outcome, resourceId: `${rule.id}-${outcome}`, remediation: rule.remediation, title: rule.title,
    })));
    const closed = makePlan({ insight: nothing, findings }).phases.flatMap((phase) => phase.steps.flatMap((step) => step.closes.map((close) => close.resourceId)));
    expect(closed.toSorted()).toEqual(RULES.map((rule) => `${rule.id}-fail`).toSorted());
  });

  test('puts a finding into the phase of its rule', () => {
    const findings = RULES.map((rule) => tinyFinding({ ruleId: rule.id, phase: rule.phase, remediation: rule.remediation, title: rule.title }));
    const placed = new Map(makePlan({ insight: nothing, findings }).phases.flatMap((phase) => phase.steps.flatMap((step) => step.closes.map((close) => [close.ruleId, phase.id]))));
    expect(RULES.filter((rule) => placed.get(rule.id) !== rule.phase).map((rule) => rule.id)).toEqual([]);
  });

  test('does the most severe first, and keeps the themes\' order among equals', () => {
    const findings = [
      tinyFinding({ ruleId: 'no-access-logs', severity: 'medium' }),
      tinyFinding({ ruleId: 'http-listener-without-redirect', severity: 'medium' }),
      tinyFinding({ ruleId: 'imdsv1-allowed', severity: 'critical' }),
    ];
    expect(stepsOf({ insight: nothing, findings })['stabilise']).toEqual(['harden-instances', 'serve-https', 'see-what-happens']);
  });

  test('interrupts as much as its worst action, and grows with the resources it touches', () => {
    const one = tinyFinding({ ruleId: 'gp2-volume', phase: 'optimise', remediation: { summary: 's', command: 'aws ec2 modify-volume', cost: 'c', interrupts: 'brief' } });
    const many = Array.from({ length: 40 }, (_, index) => ({ ...one, resourceId: `vol-${index}` }));
    const [small, large] = [[one], many].map((findings) => makePlan({ insight: nothing, findings }).phases[3]?.steps[0]);
    expect(small).toMatchObject({ interrupts: 'brief', actions: ['s — aws ec2 modify-volume'], checks: [{ kind: 'rule-passes', ruleId: 'gp2-volume', resourceIds: ['i-1'] }] });
    expect(large?.effortDays.high).toBeGreaterThan(small?.effortDays.high ?? Infinity);
    expect(large?.checks[0]?.resourceIds).toHaveLength(40);
  });

  test('moves and retires every workload that serves, a database in time before', () => {
    const db: Workload = { ...web, id: 'w-db', name: 'db', role: 'database', instanceIds: ['i-3'] };
    expect(stepsOf({ insight: insight({ workloads: [web, db, { ...web, id: 'w-nat', role: 'nat' }] }), findings: [] })).toEqual({
      stabilise: [], decouple: ['database-w-db'], migrate: ['image-w-web', 'traffic-w-web'], optimise: ['retire-w-web'],
    });
  });
});

describe('the target', () => {
  test.each<[string, Partial<Insight>, string[], string[]]>([
    ['a web workload', {}, ['Elastic Load Balancing', 'Amazon ECS', 'AWS Fargate', 'Amazon CloudWatch'], ['Amazon RDS', 'Amazon S3']],
    ['a database beside the application', { components: [{ resourceId: 'i-1', component: 'mysql', ports: [3306], source: 'package', confidence: 1, evidence: [] }] }, ['Amazon RDS'], ['Amazon ElastiCache']],
    ['uploads and sessions on disk', { workloads: [{ ...web, state: [{ kind: 'uploads', evidence: [] }, { kind: 'sessions', evidence: [] }] }] }, ['Amazon S3', 'Amazon ElastiCache'], ['Amazon EFS']],
    ['Windows', { boot: [{ resourceId: 'i-1', format: 'powershell', heavy: false, reasons: [], ports: [], endpoints: [], scheduledJobs: [], secrets: [], state: [] }] }, ['Amazon EC2 Auto Scaling'], ['AWS Fargate']],
    ['secrets in user data', { boot: [{ resourceId: 'i-1', format: 'shell', heavy: false, reasons: [], ports: [], endpoints: [], scheduledJobs: [], secrets: [{ kind: 'password', line: 3 }], state: [] }] }, ['AWS Secrets Manager'], []],
  ])('%s', (_name, fields, wanted, unwanted) => {
    const { services } = makePlan({ insight: insight({ workloads: [web], ...fields }), findings: [] }).target;
    expect(services).toEqual(expect.arrayContaining(wanted));
    expect(services.filter((service) => unwanted.includes(service))).toEqual([]);
  });
});
