import { isObject, listOf, textOf } from '../json.ts';
import type { JsonObject } from '../json.ts';
import { datapoints, isActive } from '../metrics/datapoints.ts';
import type { Datapoints } from '../metrics/datapoints.ts';
import type { MetricSeries } from '../metrics/series.ts';
import { Fault } from '../wire/fault.ts';
import type { Call } from './call.ts';
import { startOf, tokenFor } from './pager.ts';

/** Limits of the API. Source: CloudWatch API reference, GetMetricData, GetMetricStatistics and ListMetrics. */
const QUERIES = 500;
const DATAPOINTS = 100_800;
const STATISTICS_DATAPOINTS = 1440;
const METRICS_PER_PAGE = 500;

/** One page of datapoints: at most 100,800 (or `MaxDatapoints`); a query cut in two is `PartialData` until its rest has come. */
export function getMetricData(call: Call): JsonObject {
  const queries = listOf(call.input['MetricDataQueries']).filter(isObject);
  if (queries.length > QUERIES) throw invalid(`The collection MetricDataQueries must not have a size greater than ${QUERIES}.`);
  const [from, until] = windowOf(call);
  const limit = Math.min(DATAPOINTS, call.pageSize ?? DATAPOINTS, Number(call.input['MaxDatapoints'] ?? DATAPOINTS));
  const { offset, page } = startOf(call, 'NextToken');
  const ascending = call.input['ScanBy'] === 'TimestampAscending';
  const results: JsonObject[] = [];
  let position = 0;
  let more = false;
  for (const query of queries) {
    if (query['ReturnData'] === false) continue;
    const points = answerQuery(call, query, from, until);
    const { length } = points.values;
    const first = Math.max(0, offset - position);
    const room = offset + limit - position;
    position += length;
    // A query whose points all lie before this page was told in an earlier one; an empty one is told on the first.
    if (length === 0 ? page > 0 : first >= length) continue;
    if (room <= 0 && length > 0) {
      more = true;
      break;
    }
    const last = Math.min(length, room);
    const cut = <T>(list: readonly T[]): readonly T[] => (ascending ? list : list.toReversed()).slice(first, last);
    results.push({ Id: query['Id'], Label: labelOf(query), Timestamps: cut(points.timestamps), Values: cut(points.values), StatusCode: last < length ? 'PartialData' : 'Complete' });
    if (last < length) {
      more = true;
      break;
    }
  }
  return { MetricDataResults: results, Messages: [], ...(more ? { NextToken: tokenFor(call, offset + limit, page + 1) } : {}) };
}

function answerQuery(call: Call, query: JsonObject, from: number, until: number): Datapoints {
  const stat = query['MetricStat'];
  if (!isObject(stat) || !isObject(stat['Metric'])) throw invalid(`The sample endpoint answers queries with MetricStat, not expressions (query ${textOf(query['Id']) ?? ''}).`);
  const metric = stat['Metric'];
  const series = find(call, metric['Namespace'], metric['MetricName'], dimensionsOf(metric['Dimensions']));
  if (series === undefined || (stat['Unit'] !== undefined && stat['Unit'] !== series.unit)) return { timestamps: [], values: [] };
  try {
    return datapoints(series, textOf(stat['Stat']) ?? '', from, until, Number(stat['Period']), call.now.getTime());
  } catch (error) {
    if (error instanceof RangeError) throw invalid(error.message);
    throw error;
  }
}

function labelOf(query: JsonObject): unknown {
  const stat = query['MetricStat'];
  const metric = isObject(stat) ? stat['Metric'] : undefined;
  return query['Label'] ?? (isObject(metric) ? metric['MetricName'] : undefined);
}

export function getMetricStatistics(call: Call): JsonObject {
  const { input } = call;
  const [from, until] = windowOf(call);
  const period = Number(input['Period']);
  const asked = (until - from) / 1000 / period;
  if (asked > STATISTICS_DATAPOINTS) {
    throw new Fault('InvalidParameterCombination', `You have requested up to ${Math.ceil(asked)} datapoints, which exceeds the limit of ${STATISTICS_DATAPOINTS}.`);
  }
  const series = find(call, input['Namespace'], input['MetricName'], dimensionsOf(input['Dimensions']));
  const statistics = [...listOf(input['Statistics']), ...listOf(input['ExtendedStatistics'])].map(String);
  const byTime = new Map<number, Record<string, unknown>>();
  for (const statistic of series === undefined ? [] : statistics) {
    const points = series === undefined ? undefined : datapoints(series, statistic, from, until, period, call.now.getTime());
    for (const [at, value] of points?.values.entries() ?? []) {
      const time = points?.timestamps[at] ?? 0;
      const point = byTime.get(time) ?? { Timestamp: time, Unit: series?.unit };
      if (statistic.startsWith('p')) point['ExtendedStatistics'] = { ...(isObject(point['ExtendedStatistics']) ? point['ExtendedStatistics'] : {}), [statistic]: value };
      else point[statistic] = value;
      byTime.set(time, point);
    }
  }
  // CloudWatch does not sort them; neither does this.
  return { Label: input['MetricName'], Datapoints: [...byTime.values()].toReversed() };
}

/** Metrics that had a point in the last two weeks (or three hours), 500 a page. */
export function listMetrics(call: Call): JsonObject {
  const { input, now } = call;
  const wanted = listOf(input['Dimensions']).filter(isObject);
  const recent = input['RecentlyActive'] === 'PT3H' ? 3 * 3_600_000 : undefined;
  const found = call.account.metrics.filter((series) =>
    call.region === call.account.regions[0]
    && (input['Namespace'] === undefined || input['Namespace'] === series.namespace)
    && (input['MetricName'] === undefined || input['MetricName'] === series.metric)
    && wanted.every(({ Name, Value }) => typeof Name === 'string' && series.dimensions[Name] !== undefined && (Value === undefined || series.dimensions[Name] === Value))
    && isActive(series, now.getTime(), recent));
  const { offset, page } = startOf(call, 'NextToken');
  const end = offset + Math.min(METRICS_PER_PAGE, call.pageSize ?? METRICS_PER_PAGE);
  return {
    Metrics: found.slice(offset, end).map((series) => ({
      Namespace: series.namespace, MetricName: series.metric, Dimensions: Object.entries(series.dimensions).map(([Name, Value]) => ({ Name, Value })),
    })),
    ...(end < found.length ? { NextToken: tokenFor(call, end, page + 1) } : {}),
  };
}

const indexes = new WeakMap<readonly MetricSeries[], Map<string, MetricSeries>>();

/** The series with exactly these dimensions: another set is another metric. */
function find(call: Call, namespace: unknown, metric: unknown, dimensions: Readonly<Record<string, string>>): MetricSeries | undefined {
  if (call.region !== call.account.regions[0]) return undefined;
  let index = indexes.get(call.account.metrics);
  if (index === undefined) {
    index = new Map(call.account.metrics.map((series) => [keyOf(series.namespace, series.metric, series.dimensions), series]));
    indexes.set(call.account.metrics, index);
  }
  return index.get(keyOf(String(namespace), String(metric), dimensions));
}

function keyOf(namespace: string, metric: string, dimensions: Readonly<Record<string, string>>): string {
  return JSON.stringify([namespace, metric, Object.entries(dimensions).sort(([a], [b]) => (a < b ? -1 : 1))]);
}

function dimensionsOf(list: unknown): Readonly<Record<string, string>> {
  return Object.fromEntries(listOf(list).filter(isObject).map(({ Name, Value }) => [String(Name), String(Value)]));
}

function windowOf(call: Call): readonly [from: number, until: number] {
  const from = Date.parse(textOf(call.input['StartTime']) ?? '');
  const until = Date.parse(textOf(call.input['EndTime']) ?? '');
  if (!(from < until)) throw invalid('The parameter StartTime must be less than the parameter EndTime.');
  return [from, until];
}

function invalid(message: string): Fault {
  return new Fault('ValidationError', message);
}
