import type { SvgNode } from '../../diagram/svg.ts';
import type { Cost, UtilisationFigure, UtilisationSeries } from '../../model/index.ts';
import { costBars, type CostBand } from '../charts/cost-bars.ts';
import { dailyShape } from '../charts/daily-shape.ts';
import type { Context } from '../context.ts';
import { byText } from '../order.ts';
import { day, listed, measure, money, month, percent } from '../quantity.ts';
import { code, mark, table, withSub, type TableView } from '../table.ts';

export interface ChartView { readonly title: string; readonly detail: string; readonly drawing: SvgNode; readonly key?: readonly { readonly name: string; readonly tone: number }[] }

export interface BaselineView {
  readonly lead: string;
  readonly absent?: string;
  readonly charts: readonly ChartView[];
  readonly moreCharts?: string;
  readonly figures?: TableView;
  readonly cost: { readonly lead: string; readonly absent?: string; readonly chart?: ChartView; readonly services?: TableView; readonly usage?: TableView; readonly notes: readonly string[] };
}

const CHART_LIMIT = 8;
/** Services that the cost chart names; the others are one band. */
const BANDS = 5;

/** Utilisation and cost as measured, each figure with how much of its window was seen. */
export function baselineView(context: Context): BaselineView {
  const { baseline } = context.run;
  const days = baseline.window ? `${day(baseline.window.start)} to ${day(baseline.window.end)}` : '';
  // One curve for each resource and metric: the mean, where there is one.
  const hourly = baseline.series.filter((series) => series.periodSec === 3600 && series.values.some((value) => value !== null));
  const shapes = [...Map.groupBy(hourly, (series) => `${series.resourceId} ${series.metric}`).values()].flatMap((group) => group.find((series) => series.stat === 'Average') ?? group.slice(0, 1));
  const charts = [...shapes].sort(byPeak).slice(0, CHART_LIMIT);
  const figures = [...baseline.utilisation].sort((a, b) => byText(key(context, a), key(context, b)));
  return {
    lead: days === '' ? '' : `Measured from ${days}.`,
    ...(baseline.utilisation.length === 0 && baseline.series.length === 0 ? { absent: 'Utilisation was not measured in this run: metrics were not asked for or no metric was returned.' } : {}),
    charts: charts.map((series, index) => ({
      title: `${context.nameOf(series.resourceId).name}: ${metricWords(series.metric)}`, detail: `${series.stat.toLowerCase()}, a typical day, UTC`,
      drawing: dailyShape(`day-${index}`, `${metricWords(series.metric)} over a typical day`, series.unit, typicalDay(series)),
    })),
    ...(shapes.length > charts.length ? { moreCharts: `${shapes.length - charts.length} further series are not drawn; all are in report.json.` } : {}),
    ...(figures.length > 0 ? {
      figures: table('Utilisation', ['Resource', 'Metric', 'Statistic', { title: 'Value', end: true }, 'Sample'], figures.map((item) => [
        context.nameOf(item.resourceId).name, code(item.metric, item.namespace), item.stat,
        item.value === null ? mark('unknown', 'unknown', item.reason) : measure(item.value, item.unit), sample(item),
      ]), { open: 15 }),
    } : {}),
    cost: costView(baseline.cost),
  };
}

/** The 24 means by hour of day; a series that starts at another hour is turned to midnight. */
export function typicalDay(series: UtilisationSeries): readonly (number | null)[] {
  const first = new Date(series.start).getUTCHours();
  return Array.from({ length: 24 }, (_, hour) => {
    const values = series.values.filter((value, index): value is number => value !== null && (first + index) % 24 === hour);
    return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
  });
}

function costView(cost: Cost | undefined): BaselineView['cost'] {
  if (!cost || cost.basis === 'none' || cost.months.length === 0) {
    return { lead: '', absent: `Cost was not measured in this run: ${cost?.reason ?? 'it was not asked for'}.`, notes: cost?.notes ?? [] };
  }
  const last = cost.months.at(-1) ?? '';
  const amount = (line: { months: readonly { month: string; netAmortised: string }[] }, name: string) => Number(line.months.find((item) => item.month === name)?.netAmortised ?? 0);
  const lines = [...cost.byService].sort((a, b) => amount(b, last) - amount(a, last) || byText(a.service, b.service));
  const bands: CostBand[] = lines.slice(0, BANDS).map((line) => ({ name: serviceWords(line.service), amounts: cost.months.map((name) => amount(line, name)) }));
  if (lines.length > BANDS) bands.push({ name: 'Other services', amounts: cost.months.map((name) => lines.slice(BANDS).reduce((sum, line) => sum + amount(line, name), 0)) });
  const total = amount({ months: cost.total }, last);
  return {
    lead: costStatement(cost),
    chart: { title: `Cost by service, ${cost.currency} a month`, detail: 'net amortised', drawing: costBars('cost', 'Cost by service and month', cost.currency, cost.months, bands), key: bands.map((band, tone) => ({ name: band.name, tone })) },
    services: table(`Cost by service`, ['Service', ...cost.months.slice(-3).map((name) => ({ title: month(name), end: true })), { title: 'Share', end: true }], lines.map((line) => [
      serviceWords(line.service), ...cost.months.slice(-3).map((name) => money(amount(line, name), cost.currency)), total > 0 ? percent(amount(line, last) / total) : '—',
    ]), { open: 8 }),
    ...(cost.byUsageType.length > 0 ? {
      usage: table('Largest usage types', ['Usage type', 'Service', 'Category', { title: month(last), end: true }], [...cost.byUsageType].sort((a, b) => amount(b, last) - amount(a, last) || byText(a.usageType ?? '', b.usageType ?? '')).map((line) => [
        line.usageType ?? '—', serviceWords(line.service), line.category ?? 'unclassified', money(amount(line, last), cost.currency),
      ]), { open: 10, total: 50 }),
    } : {}),
    notes: [
      ...(cost.excludedRecordTypes.length > 0 ? [`Left out on purpose: ${listed(cost.excludedRecordTypes)}.`] : []),
      ...(cost.requests > 0 ? [`Asking cost ${cost.requests} Cost Explorer requests, ${money(cost.requestsCostUsd, 'USD')}.`] : []), ...cost.notes,
    ],
  };
}

/** One sentence: the mean month, and what it is made of. Empty where cost is not known. */
export function costStatement(cost: Cost | undefined): string {
  if (!cost || cost.basis === 'none' || cost.total.length === 0) return '';
  const complete = cost.total.filter((item) => !item.estimated);
  const months = complete.length > 0 ? complete : cost.total;
  const mean = months.reduce((sum, item) => sum + Number(item.netAmortised), 0) / months.length;
  const span = months.length === 1 ? `in ${month(months[0]?.month ?? '')}` : `a month on average, ${month(months[0]?.month ?? '')} to ${month(months.at(-1)?.month ?? '')}`;
  const last = months.at(-1);
  const lastTotal = Number(last?.netAmortised ?? 0);
  const [largest] = cost.byService
    .map((line) => ({ name: serviceWords(line.service), amount: Number(line.months.find((item) => item.month === last?.month)?.netAmortised ?? 0) }))
    .sort((a, b) => b.amount - a.amount || byText(a.name, b.name));
  const share = largest && lastTotal > 0 ? `; ${largest.name} is ${percent(largest.amount / lastTotal)} of the last month` : '';
  return `${money(mean, cost.currency)} ${span}${cost.basis === 'list-price' ? ' at list prices' : ' (net amortised)'}${share}.`;
}

/** The names of the bill, shortened where the prefix says nothing. */
function serviceWords(service: string): string {
  return service.replace(/^Amazon Elastic Compute Cloud - Compute$/, 'EC2 instances').replace(/^EC2 - Other$/, 'EC2 other (volumes, NAT, transfer)')
    .replace(/^(Amazon|AWS) /, '').replace(/^AmazonCloudWatch$/, 'CloudWatch');
}

const METRICS: Readonly<Record<string, string>> = {
  CPUUtilization: 'processor', mem_used_percent: 'memory', RequestCount: 'requests', TargetResponseTime: 'response time', NetworkIn: 'network in', NetworkOut: 'network out',
  DatabaseConnections: 'connections', FreeableMemory: 'free memory', VolumeReadOps: 'volume reads', VolumeWriteOps: 'volume writes', CPUCreditBalance: 'processor credits', BurstBalance: 'burst balance',
};

/** What a metric measures, in a word or two; CloudWatch's own name where we have none. */
function metricWords(metric: string): string {
  return METRICS[metric] ?? metric;
}

function sample(item: UtilisationFigure) {
  return withSub(`${percent(item.coverage)} of ${Math.round((Date.parse(item.window.end) - Date.parse(item.window.start)) / 86_400_000)} days`, `every ${item.window.periodSec / 60} min`);
}

function key(context: Context, item: UtilisationFigure): string {
  return `${context.nameOf(item.resourceId).name} ${item.resourceId} ${item.metric} ${item.stat}`;
}

function byPeak(a: UtilisationSeries, b: UtilisationSeries): number {
  const rank = (series: UtilisationSeries) => (series.metric === 'CPUUtilization' ? 0 : 1);
  const peak = (series: UtilisationSeries) => Math.max(...series.values.filter((value) => value !== null));
  return rank(a) - rank(b) || peak(b) - peak(a) || byText(`${a.resourceId} ${a.metric} ${a.stat}`, `${b.resourceId} ${b.metric} ${b.stat}`);
}
