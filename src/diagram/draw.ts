import { glyph } from './glyphs.ts';
import type { DiagramContainer, DiagramEdge, DiagramNode, PlacedGraph, Point } from './graph.ts';
import { DIAGRAM_STYLE } from './style.ts';
import { svg, type SvgNode } from './svg.ts';
import { fitText, textWidth } from './text-width.ts';

/**
 * A placed graph as SVG. Colours are classes (`d-…`), so that a page's light and dark scheme reach them; `standalone` adds the
 * style sheet for a file of its own. `id` must be unique in its page.
 */
export function drawGraph(placed: PlacedGraph, id: string, standalone = false): SvgNode {
  const { graph, boxes } = placed;
  return svg('svg', {
    ...(standalone ? { xmlns: 'http://www.w3.org/2000/svg', width: placed.width, height: placed.height } : {}),
    viewBox: `0 0 ${placed.width} ${placed.height}`, role: 'img', 'aria-labelledby': `${id}-t ${id}-d`, class: 'diagram-svg',
  },
  svg('title', { id: `${id}-t` }, graph.title), svg('desc', { id: `${id}-d` }, graph.description),
  ...(standalone ? [svg('style', {}, DIAGRAM_STYLE)] : []),
  svg('defs', {}, ...(['open', 'restricted', 'traffic', 'permitted'] as const).map((style) => arrowHead(id, style))),
  ...graph.containers.flatMap((container) => {
    const box = boxes.get(container.id);
    return box ? [drawContainer(container, box)] : [];
  }),
  ...graph.edges.map((edge, index) => drawEdge(edge, placed.routes[index]?.points ?? [], id)),
  ...graph.nodes.flatMap((node) => {
    const box = boxes.get(node.id);
    return box ? [drawNode(node, box)] : [];
  }),
  ...graph.edges.map((edge, index) => edgeLabel(edge, placed.routes[index])));
}

function drawContainer(container: DiagramContainer, box: { x: number; y: number; width: number; height: number }): SvgNode {
  const tag = container.kind === 'subnet' ? container.access ?? 'unknown' : '';
  const tagWidth = tag === '' ? 0 : Math.ceil(textWidth(tag, 10)) + 14;
  return svg('g', { class: `d-box d-${container.kind}${tag === '' ? '' : ` d-${tag}`}` },
    svg('title', {}, tag === '' ? container.title : `${container.title} (${tag})`),
    svg('rect', { x: box.x, y: box.y, width: box.width, height: box.height, rx: container.kind === 'vpc' ? 14 : 9 }),
    svg('text', { x: box.x + 14, y: box.y + 23, class: 'd-head' }, fitText(container.title, 12, box.width - 36 - tagWidth)),
    ...(tag === '' ? [] : [
      svg('rect', { x: box.x + box.width - tagWidth - 10, y: box.y + 11, width: tagWidth, height: 17, rx: 8.5, class: 'd-tag' }),
      svg('text', { x: box.x + box.width - tagWidth / 2 - 10, y: box.y + 23, 'text-anchor': 'middle', class: 'd-tag-text' }, tag),
    ]));
}

function drawNode(node: DiagramNode, box: { x: number; y: number; width: number; height: number }): SvgNode {
  const full = [node.title, ...node.lines, ...(node.exposure === 'open' ? ['reachable from any internet address'] : node.exposure === 'restricted' ? ['reachable from some public addresses'] : [])].join(', ');
  const tile = 34;
  const left = box.x + 11;
  const text = left + tile + 9;
  const room = box.x + box.width - text - 8;
  const lines = node.lines.slice(0, 2);
  const titles = wrapTitle(node.title, room, lines.length < 2);
  const first = box.y + box.height / 2 - ((lines.length + titles.length - 1) * 13.5) / 2 + 4;
  return svg('g', { class: `d-node${node.exposure === undefined ? '' : ` d-exposed-${node.exposure}`}${node.off === true ? ' d-off' : ''}` },
    svg('title', {}, full),
    ...(node.kind === 'instances' ? [svg('rect', { x: box.x + 5, y: box.y + 5, width: box.width, height: box.height, rx: 10, class: 'd-card d-behind' })] : []),
    svg('rect', { x: box.x, y: box.y, width: box.width, height: box.height, rx: 10, class: 'd-card' }),
    glyph(node.kind, left, box.y + (box.height - tile) / 2, tile),
    ...titles.map((line, index) => svg('text', { x: text, y: first + 13.5 * index, class: 'd-title' }, line)),
    ...lines.map((line, index) => svg('text', { x: text, y: first + 13.5 * (titles.length + index), class: 'd-line' }, fitText(line, 10, room))));
}

/** A title on two lines where there is room for them and a word to break at, else cut. */
function wrapTitle(title: string, room: number, two: boolean): readonly string[] {
  if (!two || textWidth(title, 12) <= room) return [fitText(title, 12, room)];
  const words = title.split(' ');
  const cut = words.findLastIndex((_, index) => index > 0 && textWidth(words.slice(0, index).join(' '), 12) <= room);
  if (cut <= 0) return [fitText(title, 12, room)];
  return [words.slice(0, cut).join(' '), fitText(words.slice(cut).join(' '), 12, room)];
}

function drawEdge(edge: DiagramEdge, points: readonly Point[], id: string): SvgNode {
  return svg('path', { d: rounded(points), class: `d-edge d-edge-${edge.style}`, 'marker-end': `url(#${id}-${edge.style})` });
}

function edgeLabel(edge: DiagramEdge, route: PlacedGraph['routes'][number] | undefined): SvgNode {
  if (edge.label === '' || !route || route.points.length < 2) return svg('g');
  const width = Math.ceil(textWidth(edge.label, 10.5)) + 8;
  const middle = route.points[Math.floor((route.points.length - 1) / 2)];
  const box = route.label ?? { x: (middle?.x ?? 0) - width / 2, y: (middle?.y ?? 0) + 8, width, height: 14 };
  return svg('g', { class: `d-label d-label-${edge.style}` },
    svg('rect', { x: box.x, y: box.y, width: box.width, height: box.height, rx: 4 }),
    svg('text', { x: box.x + box.width / 2, y: box.y + 10.5, 'text-anchor': 'middle' }, edge.label));
}

function arrowHead(id: string, style: DiagramEdge['style']): SvgNode {
  return svg('marker', { id: `${id}-${style}`, viewBox: '0 0 8 8', refX: 7, refY: 4, markerWidth: 7, markerHeight: 7, orient: 'auto-start-reverse' }, svg('path', { d: 'M0 0.500L7.500 4L0 7.500z', class: `d-head-${style}` }));
}

/** A path through the points with softened corners. */
function rounded(points: readonly Point[], radius = 7): string {
  const n = (value: number) => String(Math.round(value * 10) / 10);
  return points.map((point, index) => {
    const before = points[index - 1];
    const after = points[index + 1];
    if (!before) return `M${n(point.x)} ${n(point.y)}`;
    if (!after) return `L${n(point.x)} ${n(point.y)}`;
    const enter = toward(point, before, radius);
    const leave = toward(point, after, radius);
    return `L${n(enter.x)} ${n(enter.y)}Q${n(point.x)} ${n(point.y)} ${n(leave.x)} ${n(leave.y)}`;
  }).join('');
}

/** The point `distance` away from `from` on the way to `to`, at most half the way. */
function toward(from: Point, to: Point, distance: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (length === 0) return from;
  const share = Math.min(distance / length, 0.5);
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}
