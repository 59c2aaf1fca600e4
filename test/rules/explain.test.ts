import { expect, test } from 'vitest';
import { explain, RULES } from '../../src/rules/index.ts';

test('without a name: every rule, by code, one line each', () => {
  const { data, text } = explain();
  expect(data).toHaveLength(RULES.length);
  expect(text.trimEnd().split('\n')).toHaveLength(RULES.length);
  expect(text).toMatch(/^X01\s+admin-port-exposed\s+critical\s+Admin ports are closed to the internet$/mu);
});

test.each(['X01', 'x01', 'admin-port-exposed', 'ADMIN-PORT-EXPOSED'])('by %s: the rule in words', (name) => {
  const { data, text } = explain(name);
  expect(data).toMatchObject({ id: 'admin-port-exposed', code: 'X01' });
  expect(text).toContain('Security Hub: EC2.13, EC2.14');
  expect(text).toContain('ec2:DescribeSecurityGroups');
  expect(text).toContain('https://docs.aws.amazon.com/');
});

test('thresholds are shown with unit and source', () => {
  expect(explain('slow-scale-out').text).toContain('boot: 300 seconds (');
});

test('a name that no rule has: an error with the nearest', () => {
  expect(() => explain('admin-port-exposd')).toThrow(expect.objectContaining({ code: 'RULE_UNKNOWN', exit: 'usage', why: expect.stringContaining('admin-port-exposed') as unknown }));
});
