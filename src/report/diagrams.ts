import { currentGraph, drawGraph, layoutGraph, targetGraph, type DiagramGraph } from '../diagram/index.ts';
import type { Run } from '../model/index.ts';
import type { Diagrams, DiagramView } from './view.ts';

const LEGEND = 'Red: any internet address reaches it. Amber, dashed: some public addresses do. Solid grey: configured or observed. Dotted: only permitted by a security group.';

/** Both diagrams of a run, laid out and drawn. */
export function drawDiagrams(run: Run): Diagrams {
  return {
    current: view(currentGraph(run.estate, run.insight), 'current', 'No diagram: nothing that it would show was collected in this run.', [LEGEND]),
    target: view(targetGraph(run.plan), 'target', 'No diagram: the plan names no target services.', []),
  };
}

function view(graph: DiagramGraph, id: string, absent: string, legend: readonly string[]): DiagramView {
  if (graph.nodes.length === 0) return { lead: '', absent, notes: [] };
  const placed = layoutGraph(graph);
  return { lead: '', drawing: drawGraph(placed, id), width: placed.width, notes: [...legend, ...graph.notes] };
}
