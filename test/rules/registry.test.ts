import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { RULES } from '../../src/rules/index.ts';
import { registryOf } from '../../src/rules/registry.ts';

const folder = new URL('../../src/rules/', import.meta.url);
const ruleFiles = readdirSync(folder)
  .filter((file) => file.endsWith('.ts') && file !== 'rule.ts' && readFileSync(new URL(file, folder), 'utf8').includes('defineRule('))
  .map((file) => basename(file, '.ts'));

test('every rule file is in the registry, under its own name', () => {
  expect(ruleFiles.toSorted()).toEqual(RULES.map((rule) => rule.id).toSorted());
});

test('every rule has a test', () => {
  const here = new URL('./', import.meta.url);
  const tests = readdirSync(here).filter((file) => file.endsWith('.test.ts')).map((file) => readFileSync(new URL(file, here), 'utf8')).join('');
  expect(ruleFiles.filter((id) => !tests.includes(`/rules/${id}.ts'`))).toEqual([]);
});

describe('the registry refuses', () => {
  const [rule] = RULES;
  if (!rule) throw new Error('no rules');
  test.each([
    ['an id used twice', [rule, rule], /two rules are named/u],
    ['an id in another form', [{ ...rule, id: 'Not_Kebab' }], /kebab-case/u],
    ['a code in another form', [{ ...rule, code: '14X' }], /letter and two digits/u],
    ['a rule without sources', [{ ...rule, sources: [] }], /no source/u],
    ['a threshold without a unit', [{ ...rule, thresholds: { age: { value: 1, unit: '', source: 'x' } } }], /no unit/u],
  ])('%s', (_, rules, message) => {
    expect(() => registryOf(rules)).toThrow(message);
  });
});
