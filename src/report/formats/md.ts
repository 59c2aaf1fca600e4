import { markdownCode, markdownFence, markdownText } from '../escape/markdown.ts';
import { compileReport } from '../handlebars.ts';
import { loadTemplates } from '../templates.ts';
import { reportView } from '../view.ts';
import type { Format } from './format.ts';

/** GitHub Flavoured Markdown. A bare value is escaped as inline text; `code` and `fence` are the other contexts. */
export const md: Format = {
  title: 'Markdown',
  async render(run, options) {
    const render = compileReport({
      sources: await loadTemplates('md'),
      plain: 'text',
      printers: { text: (value) => markdownText(textOf(value)), code: (value) => markdownCode(textOf(value)), fence: (value) => markdownFence(textOf(value)) },
    });
    const text = render(reportView(run, options)).replace(/[ \t]+\n/g, '\n').replace(/\n{3,}/g, '\n\n');
    return [{ name: 'report.md', content: `${text.trim()}\n` }];
  },
};

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}
