import { currentGraph, drawioFile, layoutGraph, targetGraph } from '../../diagram/index.ts';
import type { Format } from './format.ts';

/** Both diagrams as the pages of one draw.io file, with draw.io's own AWS shapes. */
export const drawio: Format = {
  title: 'draw.io',
  render: (run) => Promise.resolve([{
    name: 'architecture.drawio', content: drawioFile([currentGraph(run.estate, run.insight), targetGraph(run.plan)].map(layoutGraph)),
  }]),
};
