import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { readUserDataFile } from '../../src/collect/redact/index.ts';
import { inspectUserData } from '../../src/workload/index.ts';
import { EXPECTED } from './expected.ts';

const DIRECTORY = new URL('scripts/', import.meta.url);
const names = readdirSync(DIRECTORY).sort();
const read = (name: string): Buffer => readFileSync(new URL(name, DIRECTORY));
const inspect = (name: string): ReturnType<typeof inspectUserData> => inspectUserData(readUserDataFile(read(name)), name);

/** The floor that the table holds; below it, the reader lies too often to base a plan on. */
const FLOOR = 0.97;

test('every script is expected, and there are forty and more', () => {
  expect(names).toEqual(Object.keys(EXPECTED).sort());
  expect(names.length).toBeGreaterThanOrEqual(40);
});

test.each(names)('%s', (name) => {
  const found = inspect(name);
  expect({ components: found.components.map((component) => component.component), ports: found.ports }).toEqual(EXPECTED[name]);
});

test('precision and recall over the table', () => {
  const score = (of: (name: string) => { found: readonly (string | number)[]; expected: readonly (string | number)[] }): { precision: number; recall: number } => {
    let hits = 0;
    let found = 0;
    let expected = 0;
    for (const name of names) {
      const one = of(name);
      hits += one.found.filter((item) => one.expected.includes(item)).length;
      found += one.found.length;
      expected += one.expected.length;
    }
    return { precision: hits / found, recall: hits / expected };
  };
  const components = score((name) => ({ found: inspect(name).components.map((component) => component.component), expected: EXPECTED[name]?.components ?? [] }));
  const ports = score((name) => ({ found: inspect(name).ports, expected: EXPECTED[name]?.ports ?? [] }));
  const percent = (value: number): string => `${(value * 100).toFixed(1)} %`;
  process.stdout.write(`user data, ${names.length} scripts: components precision ${percent(components.precision)}, recall ${percent(components.recall)}; ports precision ${percent(ports.precision)}, recall ${percent(ports.recall)}\n`);
  for (const value of [components.precision, components.recall, ports.precision, ports.recall]) expect(value).toBeGreaterThanOrEqual(FLOOR);
});

test.each(names)('gzip and base64 say the same: %s', (name) => {
  const plain = inspect(name);
  expect({ ...inspectUserData(readUserDataFile(gzipSync(read(name))), name), bootstrap: null }).toEqual({ ...plain, bootstrap: null });
});
