export { currentGraph } from './current.ts';
export { drawGraph } from './draw.ts';
export { layoutGraph } from './layout.ts';
export { DIAGRAM_STYLE } from './style.ts';
export { serialiseSvg, svg, type SvgNode } from './svg.ts';
export { targetGraph } from './target.ts';
export type { DiagramGraph, PlacedGraph } from './graph.ts';
export { drawioFile } from './drawio.ts';
export { mermaidGraph } from './mermaid.ts';
