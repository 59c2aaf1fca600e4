import { expect, test } from 'vitest';
import { parseQuery } from '../../src/demo/wire/query-input.ts';
import { shapeOf } from '../../src/demo/wire/shape.ts';
import { renderXml } from '../../src/demo/wire/xml-output.ts';

// Schemas as the SDK exports them, for what no operation of the samples has: flattened lists, maps, nested lists in order.
const Item = [3, 'test', 'Item', 0, ['Name', 'At'], [[0, { xmlName: 'name' }], [4, { xmlName: 'at' }]]];
const Items = [1, 'test', 'Items', 0, [() => Item, { xmlName: 'item' }]];
const Flat = [1, 'test', 'Flat', { xmlFlattened: 1 }, 0];
const Labels = [2, 'test', 'Labels', 0, 0, 1];
const Everything = [3, 'test', 'Everything', 0, ['List', 'Flat', 'Labels', 'Yes'], [() => Items, () => Flat, () => Labels, 2]];
const shape = shapeOf(Everything);

test('lists are wrapped or flattened as the traits say, maps are entries', () => {
  expect(renderXml(shape, { List: [{ Name: 'a&b', At: '2026-11-20T12:00:00Z' }], Flat: ['x', 'y'], Labels: { n: 1 }, Yes: false, Unknown: 'left out', Empty: undefined })).toBe(
    '<List><item><name>a&amp;b</name><at>2026-11-20T12:00:00.000Z</at></item></List><Flat>x</Flat><Flat>y</Flat><Labels><entry><key>n</key><value>1</value></entry></Labels><Yes>false</Yes>',
  );
  expect(renderXml(shape, { List: [] })).toBe('<List></List>');
});

test.each([
  ['query', 'List.item.2.name=b&List.item.10.name=c&List.item.1.name=a&Flat.2=y&Flat.1=x&Labels.entry.1.key=n&Labels.entry.1.value=1&Yes=true'],
  ['ec2', 'List.2.Name=b&List.10.Name=c&List.1.Name=a&Flat.2=y&Flat.1=x&Labels.entry.1.key=n&Labels.entry.1.value=1&Yes=true'],
] as const)('%s parameters are read by number, not in the order in which they came', (dialect, form) => {
  expect(parseQuery(shape, new URLSearchParams(form), dialect)).toEqual({ List: [{ Name: 'a' }, { Name: 'b' }, { Name: 'c' }], Flat: ['x', 'y'], Labels: { n: 1 }, Yes: true });
});

test('a kind of schema that is not known is an error, not a guess', () => {
  expect(() => shapeOf([77, 'test', 'New', 0])).toThrow('unknown kind of schema: 77');
  expect(() => shapeOf(63)).toThrow('unknown simple type: 63');
});
