import { scaleBand, scaleLinear } from 'd3-scale';
import { svg, type SvgNode } from '../../diagram/svg.ts';
import { figure, money, month } from '../quantity.ts';
import { bottomAxis, chart, CHART, horizontalGrid } from './frame.ts';

const FRAME = { ...CHART, height: 220, top: 22 };

/** One service (or the rest of them) over the months, largest first. */
export interface CostBand { readonly name: string; readonly amounts: readonly number[] }

/** Stacked bars, a bar per month. Negative amounts (refunds that are not excluded) are drawn as nothing and kept in the table. */
export function costBars(id: string, title: string, currency: string, months: readonly string[], bands: readonly CostBand[]): SvgNode {
  const totals = months.map((_, index) => bands.reduce((sum, band) => sum + Math.max(0, band.amounts[index] ?? 0), 0));
  const x = scaleBand(months, [FRAME.left, FRAME.width - FRAME.right]).paddingInner(0.38).paddingOuter(0.2);
  const y = scaleLinear([0, Math.max(...totals, 0.01)], [FRAME.height - FRAME.bottom, FRAME.top]).nice(4);
  const bars = months.flatMap((name, index) => {
    let below = 0;
    return bands.flatMap((band, layer) => {
      const amount = Math.max(0, band.amounts[index] ?? 0);
      const from = y(below);
      below += amount;
      const height = from - y(below);
      if (height < 0.1) return [];
      return [svg('rect', { x: x(name) ?? 0, y: y(below), width: x.bandwidth(), height, class: `band band-${layer}` },
        svg('title', {}, `${month(name)}: ${band.name} ${money(amount, currency)}`))];
    });
  });
  const labels = months.map((name, index) => svg('text', { x: (x(name) ?? 0) + x.bandwidth() / 2, y: y(totals[index] ?? 0) - 5, 'text-anchor': 'middle', class: 'value' }, figure(totals[index] ?? 0)));
  const described = months.map((name, index) => `${month(name)} ${money(totals[index] ?? 0, currency)}`).join(', ');
  return chart(FRAME, id, title, described,
    horizontalGrid(FRAME, y.ticks(3).map((value) => ({ at: y(value), text: figure(value) }))), ...bars, ...(months.length <= 8 ? labels : []),
    bottomAxis(FRAME, months.map((name) => ({ at: (x(name) ?? 0) + x.bandwidth() / 2, text: month(name).slice(0, 3) }))));
}
