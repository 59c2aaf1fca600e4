import { scaleLinear, scaleLog } from 'd3-scale';
import { line } from 'd3-shape';
import { svg, type SvgNode } from '../../diagram/svg.ts';
import { duration, figure } from '../quantity.ts';
import { bottomAxis, chart, CHART, horizontalGrid } from './frame.ts';

const FRAME = { ...CHART, height: 220, bottom: 42, right: 34 };

export interface LoadPoint { readonly rate: number; readonly p50: number; readonly p95: number; readonly p99: number; readonly usable: boolean }

const CURVES = ['p50', 'p95', 'p99'] as const;

/** Latency (logarithmic) over the rate that was reached; the capacity, where it is known, is a vertical line. */
export function latencyCurve(id: string, points: readonly LoadPoint[], capacity: number | null): SvgNode {
  const usable = points.filter((point) => point.usable);
  const values = usable.flatMap((point) => CURVES.map((name) => point[name])).filter((value) => value > 0);
  const x = scaleLinear([0, Math.max(...usable.map((point) => point.rate), capacity ?? 0, 1)], [FRAME.left, FRAME.width - FRAME.right]).nice(5);
  const y = scaleLog([Math.min(...values, 1000), Math.max(...values, 1)], [FRAME.height - FRAME.bottom, FRAME.top]).nice();
  const decades = y.ticks(4).filter((value) => Number.isInteger(Math.log10(value)) || y.ticks(4).length <= 4);
  return chart(FRAME, id, 'Latency by rate', usable.map((point) => `at ${figure(point.rate)} requests/s p99 was ${duration(point.p99)}`).join('; '),
    horizontalGrid(FRAME, decades.map((value) => ({ at: y(value), text: duration(value) }))),
    ...capacityLine(x, capacity),
    ...CURVES.flatMap((name) => [
      svg('path', { d: line<LoadPoint>((point) => x(point.rate), (point) => y(Math.max(point[name], y.domain()[0] ?? 1))).digits(1)(usable) ?? '', class: `line line-${name}` }),
      ...usable.map((point) => svg('circle', { cx: x(point.rate), cy: y(Math.max(point[name], y.domain()[0] ?? 1)), r: 2.4, class: `dot dot-${name}` })),
      ...usable.slice(-1).map((point) => svg('text', { x: x(point.rate) + 6, y: y(point[name]) + 3.5, class: 'value' }, name)),
    ]),
    rateAxis(x));
}

/** What was asked against what came; below the diagonal, the server no longer keeps up. */
export function throughputCurve(id: string, points: readonly { readonly offered: number; readonly achieved: number; readonly usable: boolean }[], capacity: number | null): SvgNode {
  const top = Math.max(...points.map((point) => Math.max(point.offered, point.achieved)), 1);
  const x = scaleLinear([0, top], [FRAME.left, FRAME.width - FRAME.right]).nice(5);
  const y = scaleLinear(x.domain(), [FRAME.height - FRAME.bottom, FRAME.top]);
  const [from = 0, to = 1] = x.domain();
  return chart(FRAME, id, 'Throughput by offered rate', points.map((point) => `${figure(point.offered)} offered, ${figure(point.achieved)} achieved`).join('; '),
    horizontalGrid(FRAME, y.ticks(4).map((value) => ({ at: y(value), text: figure(value) }))),
    svg('line', { x1: x(from), y1: y(from), x2: x(to), y2: y(to), class: 'ideal' }),
    ...capacityLine(x, capacity),
    svg('path', { d: line<{ offered: number; achieved: number }>((point) => x(point.offered), (point) => y(point.achieved)).digits(1)(points) ?? '', class: 'line' }),
    ...points.map((point) => svg('circle', { cx: x(point.offered), cy: y(point.achieved), r: 3, class: point.usable ? 'dot' : 'dot void' })),
    rateAxis(x));
}

function capacityLine(x: (value: number) => number, capacity: number | null): readonly SvgNode[] {
  if (capacity === null) return [];
  return [
    svg('line', { x1: x(capacity), x2: x(capacity), y1: FRAME.top, y2: FRAME.height - FRAME.bottom, class: 'limit' }),
    svg('text', { x: x(capacity) - 4, y: FRAME.top + 8, 'text-anchor': 'end', class: 'value' }, `capacity ${figure(capacity)}/s`),
  ];
}

function rateAxis(x: { ticks(n: number): number[]; (value: number): number }): SvgNode {
  return svg('g', {}, bottomAxis(FRAME, x.ticks(5).map((value) => ({ at: x(value), text: figure(value) }))),
    svg('g', { class: 'axis' }, svg('text', { x: (FRAME.left + FRAME.width - FRAME.right) / 2, y: FRAME.height - 8, 'text-anchor': 'middle' }, 'requests per second')));
}
