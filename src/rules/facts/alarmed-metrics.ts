import type { ResourceOf } from '../../model/index.ts';

interface Watched {
  readonly metric: string;
  readonly dimensions: readonly string[];
}

/** What an alarm watches: each metric with its dimensions as `Name=Value`; for a metric-math alarm every metric that goes into it. */
export function watchedBy(alarm: ResourceOf<'alarm'>): readonly Watched[] {
  const metrics = [alarm, ...(alarm.Metrics ?? []).map(({ MetricStat }) => MetricStat?.Metric)];
  return metrics.flatMap((metric) => (metric?.MetricName === undefined
    ? []
    : [{ metric: metric.MetricName, dimensions: (metric.Dimensions ?? []).map(({ Name, Value }) => `${Name}=${Value}`) }]));
}
