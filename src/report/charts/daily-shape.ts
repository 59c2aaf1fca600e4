import { scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import { svg, type SvgNode } from '../../diagram/svg.ts';
import { measure } from '../quantity.ts';
import { bottomAxis, chart, CHART, horizontalGrid } from './frame.ts';

const FRAME = { ...CHART, height: 150 };

/**
 * A day in 24 values, from midnight UTC. Hours without a datapoint are gaps in the line, never zero.
 * The scale begins at 0, and ends at 100 for percentages.
 */
export function dailyShape(id: string, title: string, unit: string, hours: readonly (number | null)[]): SvgNode {
  const seen = hours.filter((value) => value !== null);
  const top = unit === 'Percent' ? 100 : Math.max(...seen, 1e-9);
  const x = scaleLinear([0, 23], [FRAME.left, FRAME.width - FRAME.right]);
  const y = scaleLinear([0, top], [FRAME.height - FRAME.bottom, FRAME.top]).nice(4);
  const defined = (value: number | null) => value !== null;
  const path = line<number | null>().defined(defined).x((_, hour) => x(hour)).y((value) => y(value ?? 0)).digits(1)(hours) ?? '';
  const fill = area<number | null>().defined(defined).x((_, hour) => x(hour)).y0(y(0)).y1((value) => y(value ?? 0)).digits(1)(hours) ?? '';
  const peak = Math.max(...seen);
  const peakHour = hours.indexOf(peak);
  const low = Math.min(...seen);
  const clock = (hour: number) => `${String(hour).padStart(2, '0')}:00`;
  const described = seen.length === 0 ? 'no datapoints' : `lowest ${measure(low, unit)} at ${clock(hours.indexOf(low))}, highest ${measure(peak, unit)} at ${clock(peakHour)} UTC`;
  return chart(FRAME, id, title, described,
    horizontalGrid(FRAME, y.ticks(3).map((value) => ({ at: y(value), text: short(value, unit) }))),
    svg('path', { d: fill, class: 'area' }), svg('path', { d: path, class: 'line' }),
    ...(seen.length === 0 ? [] : [svg('circle', { cx: x(peakHour), cy: y(peak), r: 3, class: 'dot' })]),
    bottomAxis(FRAME, [0, 6, 12, 18, 23].map((hour) => ({ at: x(hour), text: clock(hour) }))));
}

function short(value: number, unit: string): string {
  return unit === 'Count' && value >= 1000 ? `${Math.round(value / 1000)}k` : measure(value, unit);
}
