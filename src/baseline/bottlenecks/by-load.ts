import { resourcesOf, type Bottleneck, type Correlation, type Estate, type Evidence, type ResourceOf, type Workload } from '../../model/index.ts';
import { burstBaselinePercent } from './burst-baseline.ts';
import { confidenceIn, crossingOf, multipleText, noClaim, type Crossing } from './crossing.ts';
import { CPU_LIMIT_PERCENT, limitsOfDatabase, limitsOfInstance, lineOf, type Limit } from './limits.ts';

/** Lines by the resource that they speak of. */
export type LinesOf = ReadonlyMap<string, readonly Correlation[]>;

/** Beyond this multiple of today's peak a line says nothing that anyone should plan with. */
const FARTHEST_MULTIPLE = 20;

/** What the lines of a workload's instances say: CPU, network, EBS, credits. The first instance to reach a limit speaks for the workload. */
export function instancesByLoad(workload: Workload, estate: Estate, lines: LinesOf): Bottleneck[] {
  const ids = new Set(workload.instanceIds);
  const types = new Map(resourcesOf(estate, 'instanceType').map((type) => [`${type.account} ${type.region} ${type.id}`, type]));
  const room = scaleOut(workload, estate);
  const found = resourcesOf(estate, 'instance').filter(({ id }) => ids.has(id)).flatMap((instance) => {
    const type = types.get(`${instance.account} ${instance.region} ${instance.InstanceType ?? ''}`);
    const own = linesByLoad(lines.get(instance.id) ?? []);
    return own.flatMap((some) => [...limitsOfInstance(type).flatMap((limit) => reached({ subject: workload.name, resourceId: instance.id, lines: some, limit, room }) ?? []), ...creditsRun(workload, instance, some)]);
  });
  return earliest(found).map((row) => ({ ...row, workloadId: workload.id }));
}

/** What the lines of a database say. */
export function databaseByLoad(workload: Workload, database: ResourceOf<'dbInstance'>, estate: Estate, lines: LinesOf): Bottleneck[] {
  const found = linesByLoad(lines.get(database.id) ?? []).flatMap((some) => limitsOfDatabase(database, estate).flatMap((limit) => reached({
    subject: `database ${database.DBInstanceIdentifier}`, resourceId: database.id, lines: some, limit, room: undefined,
  }) ?? []));
  return earliest(found).map((row) => ({ ...row, workloadId: workload.id }));
}

/** A resource behind several balancers has a line over each; they are never mixed. */
function linesByLoad(lines: readonly Correlation[]): readonly (readonly Correlation[])[] {
  return [...Map.groupBy(lines, ({ loadId }) => loadId).values()];
}

/** Why no limit can be told for a workload that has lines: for the evidence of "not known". */
export function whyNoClaim(workload: Workload, lines: LinesOf): string | undefined {
  const own = workload.instanceIds.flatMap((id) => lines.get(id) ?? []).filter(({ metric }) => metric === 'CPUUtilization');
  return own.length === 0 ? undefined : own.map(noClaim).find((reason) => reason !== undefined);
}

interface Reach {
  readonly subject: string;
  readonly resourceId: string;
  readonly lines: readonly Correlation[];
  readonly limit: Limit;
  readonly room: { readonly factor: number; readonly text: string } | undefined;
}

function reached({ subject, resourceId, lines, limit, room }: Reach): Bottleneck | undefined {
  const line = lineOf(lines, limit);
  const single = line && crossingOf(line, limit.value);
  if (!line || !single || single.low > FARTHEST_MULTIPLE) return undefined;
  const crossing = room ? { low: single.low * room.factor, high: single.high === null ? null : single.high * room.factor } : single;
  const what = limit.dimension === 'cpu' || limit.dimension === 'database' ? `the CPU of \`${subject}\` reaches ${CPU_LIMIT_PERCENT} %` : `\`${subject}\` reaches ${limit.text}`;
  return {
    resourceId, dimension: limit.dimension, confidence: confidenceIn(line, crossing), loadMultiple: rounded(crossing),
    statement: `At ${multipleText(crossing)} × today's peak ${what}.`,
    evidence: [
      { text: fitText(line), basis: 'metric', resourceId },
      { text: `Limit: ${limit.text}; peak of the window ${number(line.peakLoad)} ${line.loadUnit}`, basis: 'metric', resourceId: line.loadId },
      ...(room ? [{ text: room.text, basis: 'configuration' as const }] : []),
    ],
  };
}

/**
 * The load at which the mean CPU meets the credit baseline: from there on a standard instance is throttled and an unlimited one is billed.
 * All load is scaled alike, so the mean of the window grows as its peak does.
 */
function creditsRun(workload: Workload, instance: ResourceOf<'instance'>, lines: readonly Correlation[]): readonly Bottleneck[] {
  const baseline = burstBaselinePercent(instance.InstanceType);
  const line = lines.find(({ metric }) => metric === 'CPUUtilization');
  // The mean over the window is known far better than a single period: its residual shrinks with the independent hours.
  const crossing = line && baseline !== undefined ? crossingOf({ ...line, residualSd: line.residualSd / Math.sqrt(Math.max(1, line.n / 12)) }, baseline) : undefined;
  if (!line || !crossing || baseline === undefined || line.meanLoad <= 0) return [];
  const scale = line.peakLoad / line.meanLoad;
  const multiple: Crossing = { low: crossing.low * scale, high: crossing.high === null ? null : crossing.high * scale };
  if (multiple.low > FARTHEST_MULTIPLE) return [];
  return [{
    resourceId: instance.id, dimension: 'cpu-credits', confidence: confidenceIn(line, multiple), loadMultiple: rounded(multiple),
    statement: `At ${multipleText(multiple)} × today's load \`${workload.name}\` spends more CPU credits than it earns.`,
    evidence: [
      { text: fitText(line), basis: 'metric', resourceId: instance.id },
      { text: `${instance.InstanceType ?? 'Its type'} earns credits for ${baseline} % CPU`, basis: 'configuration', resourceId: instance.id },
    ],
  }];
}

/** A group that can grow multiplies what its instances can carry. */
function scaleOut(workload: Workload, estate: Estate): Reach['room'] {
  const group = resourcesOf(estate, 'autoScalingGroup').find((one) => (one.Instances ?? []).some(({ InstanceId }) => workload.instanceIds.includes(InstanceId ?? '')));
  const now = group?.Instances?.length ?? 0;
  const policies = resourcesOf(estate, 'scalingPolicy').filter((policy) => policy.AutoScalingGroupName === group?.AutoScalingGroupName && policy.Enabled !== false);
  if (!group || now === 0 || policies.length === 0 || (group.MaxSize ?? 0) <= now) return undefined;
  return { factor: (group.MaxSize ?? now) / now, text: `${group.AutoScalingGroupName} has ${now} instances and grows to ${group.MaxSize ?? now}` };
}

/** Of each dimension the row that is reached first. */
function earliest(rows: readonly Bottleneck[]): Bottleneck[] {
  return [...Map.groupBy(rows, ({ dimension }) => dimension).values()].flatMap((same) => [...same].sort((a, b) => lowOf(a) - lowOf(b) || (a.resourceId < b.resourceId ? -1 : 1)).slice(0, 1));
}

export function lowOf({ loadMultiple }: Bottleneck): number {
  return loadMultiple?.low ?? Number.POSITIVE_INFINITY;
}

function rounded({ low, high }: Crossing): Crossing {
  const two = (value: number) => Math.round(value * 100) / 100;
  return { low: two(low), high: high === null ? null : two(high) };
}

function fitText({ metric, intercept, slope, unit, loadUnit, r2, n, minLoad, peakLoad }: Correlation): Evidence['text'] {
  return `${metric} = ${number(intercept)} + ${number(slope)} × load (${unit} per ${loadUnit}), r² ${r2.toFixed(2)} over ${n} periods of 5 minutes, load ${number(minLoad)} to ${number(peakLoad)}`;
}

function number(value: number): string {
  return Number(value.toPrecision(3)).toString();
}
