import Handlebars from 'handlebars';
import { DIAGRAM_STYLE, serialiseSvg, type SvgNode } from '../../diagram/index.ts';
import { drawDiagrams } from '../diagrams.ts';
import { compileReport } from '../handlebars.ts';
import { loadTemplates } from '../templates.ts';
import { reportView } from '../view.ts';
import type { Format } from './format.ts';

/** One self-contained file: no script, no remote asset, and a policy in its head that forbids both. */
export const html: Format = {
  title: 'HTML',
  async render(run, options) {
    const sources = await loadTemplates('html');
    const render = compileReport({ sources: new Map([...sources, ['diagram.css', DIAGRAM_STYLE]]), printers: { svg: inlineSvg } });
    return [{ name: 'report.html', content: render(reportView(run, { ...options, diagrams: drawDiagrams(run) })) }];
  },
};

/**
 * The one place where markup passes Handlebars' escaping. It takes a drawing as data, never a string: the serialiser knows
 * its elements and attributes, and escapes every text and value.
 */
function inlineSvg(drawing: unknown): Handlebars.SafeString {
  return new Handlebars.SafeString(serialiseSvg(drawing as SvgNode));
}
