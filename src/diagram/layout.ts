import type { Box, DiagramGraph, PlacedGraph, Point } from './graph.ts';
import { placeBoxes } from './placement.ts';
import { routeEdges } from './route.ts';
import { textWidth } from './text-width.ts';

/** Places a graph: boxes first, then arrows around them, then words where they cover least. Pure and repeatable. */
export function layoutGraph(graph: DiagramGraph): PlacedGraph {
  if (graph.nodes.length === 0) return { graph, width: 0, height: 0, boxes: new Map(), routes: [] };
  const { boxes, width, height } = placeBoxes(graph);
  const routes = routeEdges(graph, boxes, width, height);
  const solid = graph.nodes.flatMap((node) => boxes.get(node.id) ?? []);
  const labels: Box[] = [];
  return {
    graph, width, height, boxes,
    routes: graph.edges.map((edge, index) => {
      const points = routes[index] ?? [];
      if (edge.label === '') return { points };
      const label = labelPlace(edge.label, points, [...solid, ...labels], routes);
      labels.push(label);
      return { points, label };
    }),
  };
}

/** On the longest stretch of the arrow where the words cover neither a box nor other words, and few other arrows. */
function labelPlace(text: string, points: readonly Point[], taken: readonly Box[], routes: readonly (readonly Point[])[]): Box {
  const width = Math.ceil(textWidth(text, 10.5)) + 8;
  const height = 15;
  const candidates = points.slice(1).flatMap((to, index) => {
    const from = points[index] ?? to;
    const length = Math.abs(to.x - from.x) + Math.abs(to.y - from.y);
    return [0.5, 0.3, 0.7, 0.15, 0.85].map((share) => {
      const box = { x: from.x + (to.x - from.x) * share - width / 2, y: from.y + (to.y - from.y) * share - height / 2, width, height };
      const others = routes.filter((route) => route !== points && route.some((end, at) => {
        const start = route[at - 1];
        return start !== undefined && overlaps(box, { x: Math.min(start.x, end.x), y: Math.min(start.y, end.y), width: Math.abs(end.x - start.x), height: Math.abs(end.y - start.y) });
      })).length;
      const covered = taken.filter((other) => overlaps(box, other)).length;
      const vertical = from.x === to.x;
      return { box, score: covered * 1000 + others * 60 + (length < (vertical ? 32 : width + 16) ? 80 : 0) - Math.min(length, 120) / 4 + Math.abs(share - 0.5) * 8 };
    });
  });
  const best = candidates.reduce((least, candidate) => (candidate.score < least.score ? candidate : least), candidates[0] ?? { box: { x: 0, y: 0, width, height }, score: 0 });
  return best.box;
}

function overlaps(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
    || (b.width === 0 || b.height === 0) && a.x <= b.x + b.width && b.x <= a.x + a.width && a.y <= b.y + b.height && b.y <= a.y + a.height;
}
