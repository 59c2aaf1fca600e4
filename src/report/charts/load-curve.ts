import { scaleLinear, scaleLog } from 'd3-scale';
import { line } from 'd3-shape';
import { svg, type SvgNode } from '../../diagram/svg.ts';
import { duration, figure } from '../quantity.ts';
import { bottomAxis, chart, CHART, horizontalGrid } from './frame.ts';

const FRAME = { ...CHART, height: 220, bottom: 42, right: 34 };

/** What the load is counted in: requests a second that were sent or reached, or connections that each wait for their answer. */
export type LoadAxis = 'requests per second' | 'connections';

export interface LoadPoint { readonly load: number; readonly p50: number; readonly p95: number; readonly p99: number; readonly usable: boolean }

const CURVES = ['p50', 'p95', 'p99'] as const;

/** Latency (logarithmic) over the load; the capacity, where it is known, is a vertical line. */
export function latencyCurve(id: string, points: readonly LoadPoint[], axis: LoadAxis, capacity: number | null): SvgNode {
  const usable = points.filter((point) => point.usable);
  const values = usable.flatMap((point) => CURVES.map((name) => point[name])).filter((value) => value > 0);
  const x = scaleLinear([0, Math.max(...usable.map((point) => point.load), capacity ?? 0, 1)], [FRAME.left, FRAME.width - FRAME.right]).nice(5);
  const y = scaleLog([Math.min(...values, 1000), Math.max(...values, 1)], [FRAME.height - FRAME.bottom, FRAME.top]).nice();
  const decades = y.ticks(4).filter((value) => Number.isInteger(Math.log10(value)) || y.ticks(4).length <= 4);
  return chart(FRAME, id, `Latency by ${axis}`, usable.map((point) => `at ${figure(point.load)} ${axis} p99 was ${duration(point.p99)}`).join('; '),
    horizontalGrid(FRAME, decades.map((value) => ({ at: y(value), text: duration(value) }))),
    ...capacityLine(x, capacity),
    ...CURVES.flatMap((name, index) => [
      svg('path', { d: line<LoadPoint>((point) => x(point.load), (point) => y(Math.max(point[name], y.domain()[0] ?? 1))).digits(1)(usable) ?? '', class: `line line-${name}` }),
      ...usable.map((point) => svg('circle', { cx: x(point.load), cy: y(Math.max(point[name], y.domain()[0] ?? 1)), r: 2.4, class: `dot dot-${name}` })),
      ...usable.slice(-1).map((point) => svg('text', { x: x(point.load) + 6, y: spread(CURVES.map((curve) => y(point[curve])))[index] ?? 0, class: 'value' }, name)),
    ]),
    loadAxis(x, axis));
}

/** What came over what was asked. Where both are rates, the diagonal is a server that keeps up. */
export function throughputCurve(id: string, points: readonly { readonly load: number; readonly achieved: number; readonly usable: boolean }[], axis: LoadAxis, capacity: number | null): SvgNode {
  const rates = axis === 'requests per second';
  const x = scaleLinear([0, Math.max(...points.map((point) => (rates ? Math.max(point.load, point.achieved) : point.load)), 1)], [FRAME.left, FRAME.width - FRAME.right]).nice(5);
  const y = scaleLinear(rates ? x.domain() : [0, Math.max(...points.map((point) => point.achieved), 1)], [FRAME.height - FRAME.bottom, FRAME.top]);
  if (!rates) y.nice(4);
  const [from = 0, to = 1] = x.domain();
  return chart(FRAME, id, `Throughput by ${axis}`, points.map((point) => `${figure(point.achieved)} requests per second at ${figure(point.load)} ${axis}`).join('; '),
    horizontalGrid(FRAME, y.ticks(4).map((value) => ({ at: y(value), text: figure(value) }))),
    ...(rates ? [svg('line', { x1: x(from), y1: y(from), x2: x(to), y2: y(to), class: 'ideal' }), ...capacityLine(x, capacity)] : []),
    svg('path', { d: line<{ load: number; achieved: number }>((point) => x(point.load), (point) => y(point.achieved)).digits(1)(points) ?? '', class: 'line' }),
    ...points.map((point) => svg('circle', { cx: x(point.load), cy: y(point.achieved), r: 3, class: point.usable ? 'dot' : 'dot void' })),
    loadAxis(x, axis));
}

/** Heights of the words p50, p95, p99 beside their curves, pushed apart where the curves end close together. */
function spread(heights: readonly number[]): readonly number[] {
  const placed: number[] = [];
  for (const height of heights) placed.push(Math.min(height + 3.5, (placed.at(-1) ?? Number.POSITIVE_INFINITY) - 12));
  return placed;
}

function capacityLine(x: (value: number) => number, capacity: number | null): readonly SvgNode[] {
  if (capacity === null) return [];
  return [
    svg('line', { x1: x(capacity), x2: x(capacity), y1: FRAME.top, y2: FRAME.height - FRAME.bottom, class: 'limit' }),
    svg('text', { x: x(capacity) - 4, y: FRAME.top + 8, 'text-anchor': 'end', class: 'value' }, `capacity ${figure(capacity)}/s`),
  ];
}

function loadAxis(x: { ticks(n: number): number[]; (value: number): number }, axis: LoadAxis): SvgNode {
  return svg('g', {}, bottomAxis(FRAME, x.ticks(5).map((value) => ({ at: x(value), text: figure(value) }))),
    svg('g', { class: 'axis' }, svg('text', { x: (FRAME.left + FRAME.width - FRAME.right) / 2, y: FRAME.height - 8, 'text-anchor': 'middle' }, axis)));
}
