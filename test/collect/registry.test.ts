import { readdir } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { SERVICES } from '../../src/aws/index.ts';
import { COLLECTORS, listings, policyDocument, requiredActions } from '../../src/collect/index.ts';
import { KIND_NAMES, KINDS } from '../../src/model/index.ts';

const specs = listings({ userData: true });

test('every collector file is in the registry', async () => {
  const others = new Set(['cli-name', 'collect-estate', 'collectors', 'index', 'items', 'listing', 'policy', 'scrub', 'stopped', 'user-data']);
  const files = (await readdir(new URL('../../src/collect/', import.meta.url))).filter((name) => name.endsWith('.ts')).map((name) => name.slice(0, -3));
  expect(files.filter((name) => !others.has(name)).sort()).toEqual(Object.keys(COLLECTORS).sort());
});

test('names are unique, parents exist, and nothing depends on itself', () => {
  const byName = new Map(specs.map((spec) => [spec.name, spec]));
  expect(byName.size).toBe(specs.length);
  const depth = (name: string, seen: readonly string[]): number => {
    expect(seen).not.toContain(name);
    const each = byName.get(name)?.each;
    return 1 + Math.max(0, ...[...(each?.of ?? []), ...(each?.alsoOf ?? [])].map((parent) => depth(parent, [...seen, name])));
  };
  for (const spec of specs) {
    for (const parent of [...(spec.each?.of ?? []), ...(spec.each?.alsoOf ?? [])]) {
      expect(byName.has(parent), `${spec.name} asks about ${parent}`).toBe(true);
      expect(byName.get(parent)?.global, `${spec.name} and ${parent} are asked in one place`).toBe(spec.global);
    }
    expect(depth(spec.name, [])).toBeLessThanOrEqual(3);
  }
});

test('every kind is listed by the operation that the kind table names', () => {
  for (const kind of KIND_NAMES) {
    const { service, operation } = KINDS[kind];
    expect(specs.some((spec) => spec.api.service === service && (spec.label ?? spec.api.operation) === operation), `${kind}: ${service} ${operation}`).toBe(true);
  }
});

test('every question has its command', async () => {
  for (const { api } of specs) expect(Object.keys(await SERVICES[api.service].load())).toContain(`${api.operation}Command`);
});

test('no two questions share a coverage entry', () => {
  const keys = specs.map((spec) => `${spec.api.service} ${spec.label ?? spec.api.operation}`);
  expect(new Set(keys).size).toBe(keys.length);
});

test('only reads are in reach: every command of every client, and every action of the policy', async () => {
  const read = /^(?:Describe|Get|List)/;
  for (const [service, { load }] of Object.entries(SERVICES)) {
    const names = Object.keys(await load()).filter((name) => name.endsWith('Command') && name !== 'AssumeRoleCommand');
    expect({ service, commands: names.length > 0, writing: names.filter((name) => !read.test(name)) }).toEqual({ service, commands: true, writing: [] });
  }
  expect(requiredActions({ userData: true }).filter((action) => !read.test(action.split(':')[1] ?? ''))).toEqual([]);
});

test('the policy allows exactly the required actions, the sensitive ones by themselves', () => {
  const policy = policyDocument({ userData: true, alsoActions: ['ce:GetCostAndUsage'], roleArns: ['arn:aws:iam::111122223333:role/A'] });
  expect(policy.Statement.map(({ Sid }) => Sid)).toEqual(['Inventory', 'UserDataSensitive', 'AssumeRole']);
  expect(policy.Statement.slice(0, 2).flatMap(({ Action }) => Action).sort()).toEqual([...requiredActions({ userData: true }), 'ce:GetCostAndUsage'].sort());
  expect(policyDocument({ userData: false }).Statement.flatMap(({ Action }) => Action)).not.toContain('ec2:DescribeInstanceAttribute');
  expect(JSON.stringify(policy).replaceAll(/\s/g, '').length).toBeLessThan(6144);
});
