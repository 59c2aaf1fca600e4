import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonLines } from '../../src/runs/index.ts';

test('any JSON value comes back as it was', () => {
  fc.assert(fc.property(fc.jsonValue(), (value) => {
    expect(JSON.parse([...jsonLines(value)].join(''))).toEqual(JSON.parse(JSON.stringify(value)));
  }), { numRuns: 500 });
});

test('what is undefined is left out, as JSON.stringify does', () => {
  expect(JSON.parse([...jsonLines({ a: undefined, b: { c: undefined, d: 1 } })].join(''))).toEqual({ b: { d: 1 } });
});

test('an array of objects has one item a line, so that diff speaks of resources', () => {
  expect([...jsonLines({ estate: { resources: { instance: [{ id: 'i-1', x: { y: 1 } }, { id: 'i-2' }] } } })].join('')).toBe([
    '{', ' "estate": {', '  "resources": {', '   "instance": [', '    {"id":"i-1","x":{"y":1}},', '    {"id":"i-2"}', '   ]', '  }', ' }', '}',
  ].join('\n'));
});
