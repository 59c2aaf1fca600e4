import { objectsIn, type AwsAccount, type JsonObject } from '../../aws/index.ts';
import { resourcesOf, type CoverageEntry, type Estate } from '../../model/index.ts';
import { DISK_USED, MEMORY_LINUX, MEMORY_WINDOWS } from './catalogue.ts';
import type { MetricQuery, MetricSpec } from './metric-spec.ts';

export const LIST_METRICS = { service: 'cloudwatch', operation: 'ListMetrics', action: 'cloudwatch:ListMetrics' } as const;
/** The agent's default namespace; an account may have configured another, and then the figures are unknown. */
export const AGENT_NAMESPACE = 'CWAgent';

const AGENT_SPECS: readonly MetricSpec[] = [MEMORY_LINUX, MEMORY_WINDOWS, DISK_USED];
/** File systems that are no disk. */
const NOT_A_DISK = new Set(['tmpfs', 'devtmpfs', 'overlay', 'squashfs', 'efivarfs', 'vfat']);

export interface AgentMetrics {
  readonly queries: readonly MetricQuery[];
  readonly coverage: CoverageEntry;
}

/**
 * Looks up which dimensions the CloudWatch agent of a region publishes under, as they are configurable. Of several dimension sets of
 * one metric the smallest is taken, never a sum over sets.
 */
export async function listAgentMetrics(account: AwsAccount, region: string, estate: Estate): Promise<AgentMetrics> {
  const instances = new Set(resourcesOf(estate, 'instance').filter((one) => one.account === account.id && one.region === region).map(({ id }) => id));
  const { pages, outcome, message } = await account.pages(LIST_METRICS, region, { Namespace: AGENT_NAMESPACE });
  const found = pages.flatMap((page) => objectsIn(page['Metrics'])).map(asMetric);
  const queries = AGENT_SPECS.flatMap((spec) => smallestSets(found, spec, instances).map(({ dimensions, instanceId }): MetricQuery => ({
    account: account.id, region, namespace: AGENT_NAMESPACE, dimensions, resourceId: instanceId, spec,
  })));
  const { service, operation, action } = LIST_METRICS;
  return {
    queries,
    coverage: { service, operation, region, account: account.id, outcome, items: found.length, pages: pages.length, action, ...(message === undefined ? {} : { message }) },
  };
}

/**
 * Asks for memory under the agent's plain dimension for the instances that the listing does not name: it omits what was silent
 * for two weeks, so only an empty answer to the query itself says that there is nothing.
 */
export function probeQueries(estate: Estate, named: ReadonlySet<string>): MetricQuery[] {
  return resourcesOf(estate, 'instance').filter(({ id, State }) => State?.Name !== 'terminated' && !named.has(id)).map((instance) => ({
    account: instance.account, region: instance.region, namespace: AGENT_NAMESPACE, dimensions: { InstanceId: instance.id }, resourceId: instance.id,
    spec: { ...MEMORY_LINUX, grid: 'day' as const },
  }));
}

interface ListedMetric {
  readonly name: string;
  readonly dimensions: Readonly<Record<string, string>>;
}

function asMetric(metric: JsonObject): ListedMetric {
  const dimensions: Record<string, string> = {};
  for (const { Name, Value } of objectsIn(metric['Dimensions'])) if (typeof Name === 'string' && typeof Value === 'string') dimensions[Name] = Value;
  return { name: typeof metric['MetricName'] === 'string' ? metric['MetricName'] : '', dimensions };
}

/** One set per instance, and per mount point for disks. */
function smallestSets(found: readonly ListedMetric[], spec: MetricSpec, instances: ReadonlySet<string>) {
  const best = new Map<string, { instanceId: string; dimensions: Readonly<Record<string, string>>; rank: string }>();
  for (const { name, dimensions } of found) {
    const instanceId = dimensions['InstanceId'];
    if (name !== spec.metric || instanceId === undefined || !instances.has(instanceId) || NOT_A_DISK.has(dimensions['fstype'] ?? '')) continue;
    const key = `${instanceId} ${dimensions['path'] ?? ''}`;
    const names = Object.keys(dimensions).sort();
    const rank = `${String(names.length).padStart(2, '0')} ${names.map((dimension) => `${dimension}=${dimensions[dimension] ?? ''}`).join(' ')}`;
    const other = best.get(key);
    if (!other || rank < other.rank) best.set(key, { instanceId, dimensions, rank });
  }
  return [...best.values()].sort((a, b) => (a.instanceId + a.rank < b.instanceId + b.rank ? -1 : 1));
}
