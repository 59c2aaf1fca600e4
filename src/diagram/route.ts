import type { Box, DiagramGraph, Point } from './graph.ts';
import { MinHeap } from './min-heap.ts';
import { STEP } from './sizes.ts';

/** What a path avoids, in steps of the raster that it would rather walk instead. */
const COST = { bend: 7, crossing: 5, shared: 40, border: 3, title: 14, side: 5, wrongSide: 16 } as const;

const DX = [0, 1, 0, -1] as const; // up, right, down, left
const DY = [-1, 0, 1, 0] as const;

/** Where an arrow may leave or enter a box: a point on its rim, and the way out (0 up, 1 right, 2 down, 3 left). */
interface Port { readonly x: number; readonly y: number; readonly out: number }

/**
 * Orthogonal routes on the raster, one edge after the other: never through a box, rarely along another arrow, with few bends
 * and crossings (A* over points and directions). An edge without a way is a straight line.
 */
export function routeEdges(graph: DiagramGraph, boxes: ReadonlyMap<string, Box>, width: number, height: number): readonly (readonly Point[])[] {
  const columns = Math.ceil(width / STEP) + 1;
  const rows = Math.ceil(height / STEP) + 1;
  const blocked = new Uint8Array(columns * rows);
  const extra = new Uint8Array(columns * rows);
  const used = [new Uint8Array(columns * rows), new Uint8Array(columns * rows)] as const; // vertical, horizontal
  const fill = (box: Box, paint: (cell: number) => void) => {
    for (let y = Math.max(0, Math.ceil(box.y / STEP)); y <= Math.min(rows - 1, Math.floor((box.y + box.height) / STEP)); y += 1) {
      for (let x = Math.max(0, Math.ceil(box.x / STEP)); x <= Math.min(columns - 1, Math.floor((box.x + box.width) / STEP)); x += 1) paint(y * columns + x);
    }
  };
  for (const node of graph.nodes) {
    const box = boxes.get(node.id);
    if (box) fill(box, (cell) => { blocked[cell] = 1; });
  }
  for (const container of graph.containers) {
    const box = boxes.get(container.id);
    if (!box) continue;
    fill({ x: box.x, y: box.y + STEP, width: Math.min(box.width, 220), height: 16 }, (cell) => { extra[cell] = COST.title; });
    fill({ x: box.x + box.width - 80, y: box.y + STEP, width: 72, height: 16 }, (cell) => { extra[cell] = COST.title; });
    for (const side of [{ ...box, width: 0 }, { ...box, x: box.x + box.width, width: 0 }, { ...box, height: 0 }, { ...box, y: box.y + box.height, height: 0 }]) fill(side, (cell) => { extra[cell] = Math.max(extra[cell] ?? 0, COST.border); });
  }
  const taken = new Set<string>();
  const search = pathSearch(columns, rows, blocked, extra, used);
  const urgency = { open: 0, restricted: 1, traffic: 2, permitted: 3 } as const;
  const middle = (id: string) => {
    const box = boxes.get(id);
    return box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : { x: 0, y: 0 };
  };
  const distance = (edge: { from: string; to: string }) => Math.abs(middle(edge.from).x - middle(edge.to).x) + Math.abs(middle(edge.from).y - middle(edge.to).y);
  const order = graph.edges.map((edge, index) => ({ edge, index })).sort((a, b) => urgency[a.edge.style] - urgency[b.edge.style] || distance(a.edge) - distance(b.edge) || a.index - b.index);
  const routes: (readonly Point[])[] = graph.edges.map((edge) => [middle(edge.from), middle(edge.to)]);
  for (const { edge, index } of order) {
    const from = boxes.get(edge.from);
    const to = boxes.get(edge.to);
    if (!from || !to) continue;
    const free = (ports: readonly Port[]) => ports.filter((port) => !taken.has(`${port.x} ${port.y}`));
    const path = search(free(portsOf(from)), free(portsOf(to)), middle(edge.to));
    if (!path) continue;
    const [start] = path;
    const end = path.at(-1);
    // Two arrows side by side need a step between them to be told apart.
    for (const port of [start, end]) if (port) for (const near of [-STEP, 0, STEP]) taken.add(`${port.x + near} ${port.y}`).add(`${port.x} ${port.y + near}`);
    routes[index] = corners(path);
  }
  return routes;
}

/** Every raster point of a rim, corners left out. */
function portsOf(box: Box): readonly Port[] {
  const ports: Port[] = [];
  for (let x = box.x + 2 * STEP; x <= box.x + box.width - 2 * STEP; x += STEP) ports.push({ x, y: box.y, out: 0 }, { x, y: box.y + box.height, out: 2 });
  for (let y = box.y + 2 * STEP; y <= box.y + box.height - 2 * STEP; y += STEP) ports.push({ x: box.x + box.width, y, out: 1 }, { x: box.x, y, out: 3 });
  return ports;
}

/** A* with reused arrays; gives every raster point of the path, ports included, and marks it as used. */
function pathSearch(columns: number, rows: number, blocked: Uint8Array, extra: Uint8Array, used: readonly [Uint8Array, Uint8Array]) {
  const size = columns * rows * 4;
  const best = new Float64Array(size);
  const came = new Int32Array(size);
  return (starts: readonly Port[], ends: readonly Port[], aim: Point): readonly Point[] | undefined => {
    best.fill(Number.POSITIVE_INFINITY);
    const heap = new MinHeap();
    const guess = (x: number, y: number) => Math.max(0, Math.abs(x - aim.x / STEP) + Math.abs(y - aim.y / STEP) - 16);
    const outside = (port: Port) => ({ x: port.x / STEP + (DX[port.out] ?? 0), y: port.y / STEP + (DY[port.out] ?? 0) });
    const goals = new Map<number, { readonly port: Port; readonly cost: number }>();
    for (const port of ends) {
      const { x, y } = outside(port);
      if (x < 0 || y < 0 || x >= columns || y >= rows || blocked[y * columns + x] === 1) continue;
      // An arrow enters against the way out, so the last step has the opposite direction.
      goals.set((y * columns + x) * 4 + ((port.out + 2) % 4), { port, cost: port.out === 0 ? 0 : port.out === 2 ? COST.wrongSide : COST.side });
    }
    for (const port of starts) {
      const { x, y } = outside(port);
      if (x < 0 || y < 0 || x >= columns || y >= rows || blocked[y * columns + x] === 1) continue;
      const state = (y * columns + x) * 4 + port.out;
      const cost = port.out === 2 ? 0 : port.out === 0 ? COST.wrongSide : COST.side;
      if (cost >= (best[state] ?? 0)) continue;
      best[state] = cost;
      came[state] = -1;
      heap.push(state, cost + guess(x, y));
    }
    let reached = -1;
    let reachedCost = Number.POSITIVE_INFINITY;
    for (let state = heap.pop(); state !== undefined; state = heap.pop()) {
      const cost = best[state] ?? 0;
      const cell = state >> 2;
      const direction = state & 3;
      const goal = goals.get(state);
      if (goal && cost + goal.cost < reachedCost) {
        reached = state;
        reachedCost = cost + goal.cost;
      }
      const x = cell % columns;
      const y = (cell - x) / columns;
      if (cost + guess(x, y) >= reachedCost) break;
      for (let next = 0; next < 4; next += 1) {
        if (next === (direction + 2) % 4) continue;
        const nx = x + (DX[next] ?? 0);
        const ny = y + (DY[next] ?? 0);
        if (nx < 0 || ny < 0 || nx >= columns || ny >= rows) continue;
        const target = ny * columns + nx;
        if (blocked[target] === 1) continue;
        const axis = next % 2;
        const total = cost + 1 + (next === direction ? 0 : COST.bend) + (extra[target] ?? 0)
          + (used[axis === 0 ? 0 : 1][target] === 1 ? COST.shared : 0) + (used[axis === 0 ? 1 : 0][target] === 1 ? COST.crossing : 0)
          + (next === direction ? 0 : used[0][cell] === 1 || used[1][cell] === 1 ? COST.shared : 0);
        const state2 = target * 4 + next;
        if (total < (best[state2] ?? 0)) {
          best[state2] = total;
          came[state2] = state;
          heap.push(state2, total + guess(nx, ny));
        }
      }
    }
    const goal = goals.get(reached);
    if (!goal) return undefined;
    const points: Point[] = [goal.port];
    let first = reached;
    for (let state = reached; state !== -1; state = came[state] ?? -1) {
      const cell = state >> 2;
      points.push({ x: (cell % columns) * STEP, y: Math.floor(cell / columns) * STEP });
      used[(state & 3) % 2 === 0 ? 0 : 1][cell] = 1;
      const before = came[state] ?? -1;
      if (before !== -1) used[(state & 3) % 2 === 0 ? 0 : 1][before >> 2] = 1;
      first = state;
    }
    const at = points.at(-1) ?? goal.port;
    const out = first & 3;
    points.push({ x: at.x - (DX[out] ?? 0) * STEP, y: at.y - (DY[out] ?? 0) * STEP });
    return points.reverse();
  };
}

/** Only the points where a path turns, and its ends. */
function corners(path: readonly Point[]): readonly Point[] {
  return path.filter((point, index) => {
    const before = path[index - 1];
    const after = path[index + 1];
    if (!before || !after) return true;
    return !((before.x === point.x && point.x === after.x) || (before.y === point.y && point.y === after.y));
  });
}
