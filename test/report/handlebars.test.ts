import { expect, test } from 'vitest';
import { MonolensError } from '../../src/errors.ts';
import { compileReport } from '../../src/report/handlebars.ts';
import { loadTemplates } from '../../src/report/templates.ts';

const compile = (report: string, plain?: string) => compileReport({ sources: new Map([['report', report]]), printers: { text: (value) => `[${String(value)}]` }, ...(plain === undefined ? {} : { plain }) });

test.each(['{{{x}}}', '{{&x}}', '{{#if y}}\n{{{x}}}{{/if}}', '{{#each x}}{{{this}}}{{/each}}'])('%s is refused when the template is compiled', (source) => {
  expect(() => compile(source)).toThrow(/unescaped output/);
});

test('HTML: a bare value is escaped, and text that looks like a template stays text', () => {
  expect(compile('{{x}}')({ x: '"><img> {{constructor}} \'`=' })).toBe('&quot;&gt;&lt;img&gt; {{constructor}} &#x27;&#x60;&#x3D;');
});

test('Markdown: a bare value goes through its printer, in blocks too', () => {
  expect(compile('{{x}} {{#each y}}{{this}}{{/each}}', 'text')({ x: 'a', y: ['b', 'c'] })).toBe('[a] [b][c]');
});

test('the prototype of a value is out of reach', () => {
  expect(compile('{{x.constructor}}{{x.__proto__.y}}')({ x: {} })).toBe('');
});

test('a package without its templates says so', async () => {
  await expect(loadTemplates('html', 'file:///nowhere/at/all/module.js')).rejects.toThrow(MonolensError);
});
