import { svg, type SvgNode } from '../../diagram/svg.ts';

/** Charts are drawn on a small canvas that the page scales, so that their words stay readable at 360 px. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

export const CHART: Frame = { width: 400, height: 200, top: 14, right: 12, bottom: 30, left: 46 };

/** The outer element of a chart, with a title and a description for readers who cannot see it. */
export function chart(frame: Frame, id: string, title: string, description: string, ...children: readonly SvgNode[]): SvgNode {
  return svg('svg', { viewBox: `0 0 ${frame.width} ${frame.height}`, role: 'img', 'aria-labelledby': `${id}-t ${id}-d`, class: 'chart' },
    svg('title', { id: `${id}-t` }, title), svg('desc', { id: `${id}-d` }, description), ...children);
}

export interface Tick { readonly at: number; readonly text: string }

/** Horizontal grid lines with their values at the left. */
export function horizontalGrid(frame: Frame, ticks: readonly Tick[]): SvgNode {
  return svg('g', { class: 'grid' }, ...ticks.flatMap((tick) => [
    svg('line', { x1: frame.left, x2: frame.width - frame.right, y1: tick.at, y2: tick.at }),
    svg('text', { x: frame.left - 6, y: tick.at + 3.5, 'text-anchor': 'end' }, tick.text),
  ]));
}

/** Words below the plot. */
export function bottomAxis(frame: Frame, ticks: readonly Tick[]): SvgNode {
  return svg('g', { class: 'axis' }, ...ticks.map((tick) => svg('text', { x: tick.at, y: frame.height - frame.bottom + 16, 'text-anchor': 'middle' }, tick.text)));
}
