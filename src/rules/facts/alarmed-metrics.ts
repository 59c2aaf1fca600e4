import * as z from 'zod';
import type { ResourceOf } from '../../model/index.ts';

/** The metrics of an alarm on a metric-math expression, which the model does not name. */
const MathMetrics = z.array(z.looseObject({
  MetricStat: z.looseObject({
    Metric: z.looseObject({ MetricName: z.string(), Dimensions: z.array(z.looseObject({ Name: z.string(), Value: z.string() })).optional() }),
  }).optional(),
}));

interface Watched {
  readonly metric: string;
  readonly dimensions: readonly string[];
}

/** What an alarm watches: each metric with its dimensions as `Name=Value`; for a metric-math alarm every metric that goes into it. */
export function watchedBy(alarm: ResourceOf<'alarm'>): readonly Watched[] {
  const plain = alarm.MetricName === undefined ? [] : [{ metric: alarm.MetricName, dimensions: (alarm.Dimensions ?? []).map(({ Name, Value }) => `${Name}=${Value}`) }];
  const math = MathMetrics.safeParse(alarm['Metrics']);
  if (!math.success) return plain;
  return [...plain, ...math.data.flatMap(({ MetricStat }) => (MetricStat
    ? [{ metric: MetricStat.Metric.MetricName, dimensions: (MetricStat.Metric.Dimensions ?? []).map(({ Name, Value }) => `${Name}=${Value}`) }]
    : []))];
}
