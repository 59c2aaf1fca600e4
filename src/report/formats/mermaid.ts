import { currentGraph, mermaidGraph, targetGraph } from '../../diagram/index.ts';
import type { Format } from './format.ts';

/** Both diagrams as Mermaid flowcharts, a file each. */
export const mermaid: Format = {
  title: 'Mermaid',
  render: (run) => Promise.resolve([
    { name: 'architecture-current.mmd', content: mermaidGraph(currentGraph(run.estate, run.insight)) },
    { name: 'architecture-target.mmd', content: mermaidGraph(targetGraph(run.plan)) },
  ]),
};
