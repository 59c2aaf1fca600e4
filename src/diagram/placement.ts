import { column, frame, leaf, row, type Block } from './blocks.ts';
import { CATEGORY } from './glyphs.ts';
import type { Box, DiagramContainer, DiagramGraph, DiagramNode } from './graph.ts';
import { GAP, nodeSize, PADDING } from './sizes.ts';
import { textWidth } from './text-width.ts';

/**
 * Boxes of every node and container, the way people draw AWS: the internet on top, the VPC below, balancers across its head,
 * zones as columns side by side, in each of them public subnets above private ones in rows that line up across zones.
 * Depends on the graph's order alone.
 */
export function placeBoxes(graph: DiagramGraph): { readonly boxes: ReadonlyMap<string, Box>; readonly width: number; readonly height: number } {
  const boxes = new Map<string, Box>();
  const known = new Set(graph.containers.map((container) => container.id));
  const nodesOf = Map.groupBy(graph.nodes, (node) => (node.parent !== undefined && known.has(node.parent) ? node.parent : ''));
  const childrenOf = Map.groupBy(graph.containers, (container) => (container.parent !== undefined && known.has(container.parent) ? container.parent : ''));
  const depth = depths(graph);

  const node = (item: DiagramNode): Block => leaf(nodeSize(item), (box) => boxes.set(item.id, box));
  const joined = new Set(graph.edges.flatMap((edge) => [`${edge.from}\n${edge.to}`, `${edge.to}\n${edge.from}`]));
  // Callers above what they call: a node that talks to one in the row at hand begins a new row.
  const nodes = (items: readonly DiagramNode[], columns: number): Block => {
    const rows: DiagramNode[][] = [];
    for (const item of [...items].sort((a, b) => (depth.get(a.id) ?? 99) - (depth.get(b.id) ?? 99))) {
      const last = rows.at(-1);
      if (last && last.length < columns && !last.some((other) => joined.has(`${other.id}\n${item.id}`))) last.push(item);
      else rows.push([item]);
    }
    return column(rows.map((line) => row(line.map(node), GAP.node)), GAP.line);
  };
  const framed = (container: DiagramContainer, inner: Block) => frame(inner, PADDING, textWidth(container.title, 12) + 96, (box) => boxes.set(container.id, box));

  const subnet = (container: DiagramContainer, columns: number) => framed(container, nodes(nodesOf.get(container.id) ?? [], columns));
  const zones = (items: readonly DiagramContainer[]): Block => {
    const columns = items.length === 1 ? 4 : items.length === 2 ? 2 : 1;
    const stacks = items.map((zone) => Map.groupBy(childrenOf.get(zone.id) ?? [], (item) => item.access ?? 'unknown'));
    const rowsOf = (['public', 'private', 'isolated', 'unknown'] as const).flatMap((access) => {
      const most = Math.max(0, ...stacks.map((stack) => stack.get(access)?.length ?? 0));
      return Array.from({ length: most }, (_, index) => stacks.map((stack) => {
        const found = stack.get(access)?.[index];
        return found ? subnet(found, columns) : undefined;
      }));
    });
    const heights = rowsOf.map((cells) => Math.max(0, ...cells.map((cell) => cell?.height ?? 0)));
    const bodies = items.map((zone, index) => {
      const cells = rowsOf.map((line) => line[index]);
      const body: Block = {
        width: Math.max(0, ...cells.map((cell) => cell?.width ?? 0)),
        height: heights.reduce((sum, height) => sum + height, 0) + GAP.subnet * Math.max(0, heights.length - 1),
        put(x, y, width) {
          let top = y;
          heights.forEach((height, line) => {
            cells[line]?.put(x, top, width, height);
            top += height + GAP.subnet;
          });
        },
      };
      return framed(zone, body);
    });
    return row(bodies, GAP.zone, true);
  };
  const network = (container: DiagramContainer): Block => {
    const inside = childrenOf.get(container.id) ?? [];
    const own = nodesOf.get(container.id) ?? [];
    const heads = own.filter((item) => CATEGORY[item.kind] === 'entry');
    const others = own.filter((item) => CATEGORY[item.kind] !== 'entry');
    const inZones = inside.filter((item) => item.kind === 'zone');
    const bare = inside.filter((item) => item.kind !== 'zone');
    return framed(container, column([
      ...(heads.length > 0 ? [nodes(heads, 4)] : []), ...(inZones.length > 0 ? [zones(inZones)] : []),
      ...(bare.length > 0 ? [column(bare.map((item) => subnet(item, 4)), GAP.tier)] : []), ...(others.length > 0 ? [nodes(others, 4)] : []),
    ], GAP.tier));
  };

  const outside = nodesOf.get('') ?? [];
  const tops = outside.filter((item) => CATEGORY[item.kind] === 'outside');
  const edge = outside.filter((item) => CATEGORY[item.kind] === 'entry');
  const rest = outside.filter((item) => CATEGORY[item.kind] !== 'outside' && CATEGORY[item.kind] !== 'entry');
  const whole = column([
    ...[tops, edge].filter((tier) => tier.length > 0).map((tier) => row(tier.map(node), GAP.node)),
    ...(childrenOf.get('') ?? []).map(network), ...(rest.length > 0 ? [nodes(rest, 4)] : []),
  ], GAP.tier);
  whole.put(GAP.margin, GAP.margin, whole.width, whole.height);
  return { boxes, width: whole.width + 2 * GAP.margin, height: whole.height + 2 * GAP.margin };
}

/** Rounds of `depths`: deeper chains than this stand in one row with the last, and so does what calls in a circle. */
const DEPTH_LIMIT = 8;

/** How many arrows at most lead to a node; nodes without any have none and come last. */
function depths(graph: DiagramGraph): ReadonlyMap<string, number> {
  const found = new Map<string, number>(graph.edges.map((edge) => [edge.from, 0]));
  for (let round = 1; round <= DEPTH_LIMIT; round += 1) {
    for (const edge of graph.edges) {
      const next = Math.min((found.get(edge.from) ?? 0) + 1, round);
      if (next > (found.get(edge.to) ?? 0)) found.set(edge.to, next);
    }
  }
  return found;
}
