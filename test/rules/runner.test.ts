import { describe, expect, test } from 'vitest';
import { defineRule, fail, notApplicable, pass } from '../../src/rules/rule.ts';
import { failedRules, runRules } from '../../src/rules/runner.ts';
import { ACCOUNT, estateOf, judgeAll, judgeOne, NOW, REGION, verdict } from './case.ts';

const words = {
  title: 'Groups admit nobody', severity: 'medium', controls: [], why: 'x', phase: 'stabilise', sources: ['x'],
  remediation: { summary: 'x', cost: 'none', interrupts: 'no' },
} as const;

/** Fails with a description "open", passes with none, and needs the network interfaces for show. */
const rule = defineRule({
  ...words, id: 'test-rule', code: 'T01', subject: 'securityGroup', needs: ['networkInterface'], wants: ['vpc'],
  thresholds: { size: { value: 3, unit: 'rules', source: 'x' } },
  judge(group, context) {
    switch (group.Description ?? '') {
      case 'open': return fail({ text: `over ${context.threshold('size')}` });
      case 'absent': return { ...fail({ text: 'nothing there' }), fromAbsence: true };
      case 'other': return notApplicable('not ours');
      case 'boom': throw new Error('no such field');
      case 'greedy': return fail({ text: String((context as unknown as { list(kind: string): unknown[] }).list('instance').length) });
      default: return pass();
    }
  },
});
const groups = (...descriptions: string[]) => ({ securityGroup: descriptions.map((Description, i) => ({ id: `sg-${i}`, Description })) });
const outcomes = (options: Parameters<typeof estateOf>[1]) =>
  judgeAll(rule, estateOf(groups('open', '', 'absent', 'other'), options)).map((finding) => [finding.resourceId.split('/').at(-1), finding.outcome]);

describe('inputs', () => {
  test('complete: the verdict is the rule\'s', () => {
    expect(outcomes({})).toEqual([['sg-0', 'fail'], ['sg-1', 'pass'], ['sg-2', 'fail'], ['sg-3', 'not-applicable']]);
  });
  test('a need was denied: every subject is unknown, and the reason names the IAM action', () => {
    expect(outcomes({ denied: ['networkInterface'] }).map(([, outcome]) => outcome)).toEqual(Array(4).fill('unknown'));
    expect(judgeOne(rule, estateOf(groups(''), { denied: ['networkInterface'] }), 'sg-0').reason).toContain('ec2:DescribeNetworkInterfaces');
  });
  test('a need was never asked for: the same', () => {
    expect(judgeOne(rule, estateOf(groups(''), { skipped: ['networkInterface'] }), 'sg-0').reason).toContain('ec2:DescribeNetworkInterfaces');
  });
  test('a need arrived in part: what something shows stands, what is concluded from absence does not', () => {
    expect(outcomes({ partial: ['networkInterface'] })).toEqual([['sg-0', 'fail'], ['sg-1', 'unknown'], ['sg-2', 'unknown'], ['sg-3', 'not-applicable']]);
  });
  test('a want was denied: the rule decides', () => {
    expect(outcomes({ denied: ['vpc'] })[1]).toEqual(['sg-1', 'pass']);
  });
  test('the subjects were denied: one unknown for the account and region', () => {
    const [only, ...more] = judgeAll(rule, estateOf({}, { denied: ['securityGroup'] }));
    expect(more).toEqual([]);
    expect(only).toMatchObject({ outcome: 'unknown', resourceId: `${ACCOUNT}/${REGION}`, kind: 'securityGroup' });
    expect(only?.reason).toContain('ec2:DescribeSecurityGroups');
  });
  test('the subjects arrived in part: those that did are judged, and one unknown speaks for the others', () => {
    expect(judgeAll(rule, estateOf(groups('open', ''), { partial: ['securityGroup'] })).map(verdict)).toEqual(['unknown', 'fail medium', 'pass']);
  });
  test('no subjects, all known: no findings', () => {
    expect(judgeAll(rule, estateOf({}))).toEqual([]);
  });
});

describe('faults of a rule', () => {
  test('an exception is an unknown that says so, is counted, and stops nobody else', () => {
    const findings = judgeAll(rule, estateOf(groups('boom', '')));
    expect(findings.map(verdict)).toEqual(['unknown', 'pass']);
    expect(findings[0]?.reason).toBe('rule failed on this resource: no such field');
    expect(failedRules(findings)).toBe(1);
  });
  test('a kind that was not declared is not handed out', () => {
    expect(judgeOne(rule, estateOf(groups('greedy')), 'sg-0').reason).toContain('which it does not declare');
  });
});

describe('settings', () => {
  const run = (settings: { rules?: string[]; excludeRules?: string[]; thresholds?: Record<string, Record<string, number>> }) => runRules([rule], {
    estate: estateOf(groups('open')), now: NOW, baseline: { utilisation: [], series: [] },
    insight: { subnets: [], exposures: [], indirectPaths: [], components: [], boot: [], workloads: [], dependencies: [], bottlenecks: [] },
    settings: { prefer: {}, rules: [], excludeRules: [], thresholds: {}, ...settings },
  });
  test('a threshold is printed as it was set', () => {
    expect(run({})[0]?.evidence[0]?.text).toBe('over 3');
    expect(run({ thresholds: { 'test-rule': { size: 9 } } })[0]?.evidence[0]?.text).toBe('over 9');
    expect(run({ thresholds: { T01: { size: 8 } } })[0]?.evidence[0]?.text).toBe('over 8');
  });
  test('rules are chosen by id or code, in any case', () => {
    expect(run({ rules: ['t01'] })).toHaveLength(1);
    expect(run({ excludeRules: ['TEST-RULE'] })).toHaveLength(0);
  });
  test('a name that no rule has is an error with the nearest', () => {
    expect(() => run({ rules: ['tset-rule'] })).toThrow(/no rule named "tset-rule"/u);
    expect(() => run({ thresholds: { 'test-rule': { sise: 1 } } })).toThrow(/no threshold named sise/u);
  });
});

test('findings name ARNs and come in a stable order, whatever order the estate has', () => {
  const shuffled = estateOf({ securityGroup: [{ id: 'sg-b', tags: { Name: 'web' } }, { id: 'sg-a' }] });
  const findings = judgeAll(rule, shuffled);
  expect(findings.map((finding) => finding.resourceId)).toEqual(['sg-a', 'sg-b'].map((id) => `arn:aws:ec2:${REGION}:${ACCOUNT}:security-group/${id}`));
  expect(findings[1]?.resourceName).toBe('web');
});

test('a global kind is judged once, however many regions there are', () => {
  const global = defineRule({ ...words, id: 'global-rule', code: 'T02', subject: 'rolePolicies', needs: [], judge: () => pass() });
  const estate = { ...estateOf({ rolePolicies: [{ id: 'web-role' }] }), regions: ['eu-west-1', 'us-east-1'] };
  expect(judgeAll(global, estate).map((finding) => [finding.resourceId, finding.region])).toEqual([['web-role', 'global']]);
});

describe('many alike', () => {
  const many = (descriptions: Record<string, number>) => estateOf({
    securityGroup: Object.entries(descriptions).flatMap(([Description, n]) => Array.from({ length: n }, (_, i) => ({ id: `sg-${Description}-${i}`, Description }))),
  });
  test('a thousand passes are told one by one', () => {
    expect(judgeAll(rule, many({ '': 1000 }))).toHaveLength(1000);
  });
  test('one more, and they are counted in one finding; no fail is', () => {
    const findings = judgeAll(rule, many({ '': 1001, 'open': 1002, 'other': 3 }));
    expect(Object.fromEntries(Object.entries(Object.groupBy(findings, (finding) => finding.outcome)).map(([outcome, list]) => [outcome, list.length])))
      .toEqual({ 'fail': 1002, 'pass': 1, 'not-applicable': 3 });
    expect(findings.find((finding) => finding.outcome === 'pass')).toMatchObject({ resourceId: `${ACCOUNT}/${REGION}/securityGroup/pass`, count: 1001 });
  });
  test('every reason is kept with its number', () => {
    const [counted] = judgeAll(rule, many({ boom: 700, other: 1100, '': 1 })).filter((finding) => finding.count !== undefined);
    expect(counted).toMatchObject({ outcome: 'not-applicable', count: 1100, reason: 'not ours' });
    const denied = judgeAll(rule, estateOf(many({ '': 1500 }).resources as Parameters<typeof estateOf>[0], { denied: ['networkInterface'] }));
    expect(denied).toHaveLength(1);
    expect(denied[0]).toMatchObject({ outcome: 'unknown', count: 1500 });
    expect(denied[0]?.reason).toContain('ec2:DescribeNetworkInterfaces');
  });
});
