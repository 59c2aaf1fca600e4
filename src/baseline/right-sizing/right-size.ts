import { resourcesOf, type Estate, type ResourceOf, type RightSizing, type SizedDimension, type UtilisationFigure } from '../../model/index.ts';
import { FigureIndex } from '../figure-index.ts';
import { isBurstable } from '../utilisation/targets.ts';
import { creditsOf } from './credits.ts';
import { gravitonSuitability } from './graviton.ts';
import { sizeDimension } from './sized-dimension.ts';
import { cpuStat, DEFAULT_SIZING, type SizingSettings } from './sizing-settings.ts';

type Instance = ResourceOf<'instance'>;
type InstanceTypeInfo = ResourceOf<'instanceType'>;

const GIGABIT_IN_BYTES = 1e9 / 8;
/** At or below these shares of what there is, in percent, and with nothing else in the way, an instance is larger than it must be. */
const OVERSIZED_PERCENT = { cpu: 30, memory: 40, network: 20 };

/**
 * What each instance and Auto Scaling group must have, by its utilisation with headroom. Instances of a group are judged with their
 * group as well: its figures outlive a replaced instance.
 */
export function rightSize(estate: Estate, utilisation: readonly UtilisationFigure[], settings: SizingSettings = DEFAULT_SIZING): RightSizing[] {
  const figures = new FigureIndex(utilisation);
  const types = new Map(resourcesOf(estate, 'instanceType').map((type) => [`${type.account} ${type.region} ${type.id}`, type]));
  const credits = new Map(resourcesOf(estate, 'instanceCreditSpecification').map((one) => [one.InstanceId, one.CpuCredits]));
  const instances = resourcesOf(estate, 'instance').filter(({ State }) => State?.Name !== 'terminated');
  const typeOf = (instance: Instance | undefined) => instance && types.get(`${instance.account} ${instance.region} ${instance.InstanceType ?? ''}`);
  const byId = new Map(instances.map((instance) => [instance.id, instance]));

  const ofInstances = instances.map((instance) => sized({ resourceId: instance.id, instance, type: typeOf(instance), creditMode: credits.get(instance.id) }, figures, settings));
  const ofGroups = resourcesOf(estate, 'autoScalingGroup').flatMap((group) => {
    const members = (group.Instances ?? []).flatMap(({ InstanceId }) => byId.get(InstanceId ?? '') ?? []);
    // A group of several types has no one capacity to compare with.
    const sameType = new Set(members.map(({ InstanceType }) => InstanceType)).size === 1;
    return [sized({ resourceId: group.id, instance: sameType ? members[0] : undefined, type: sameType ? typeOf(members[0]) : undefined, creditMode: undefined }, figures, settings)];
  });
  return [...ofInstances, ...ofGroups].sort((a, b) => (a.resourceId < b.resourceId ? -1 : 1));
}

interface Subject {
  readonly resourceId: string;
  readonly instance: Instance | undefined;
  readonly type: InstanceTypeInfo | undefined;
  readonly creditMode: string | undefined;
}

function sized({ resourceId, instance, type, creditMode }: Subject, figures: FigureIndex, settings: SizingSettings): RightSizing {
  const dimensions = [cpuOf(resourceId, type, figures, settings), memoryOf(resourceId, type, figures, settings), networkOf(resourceId, type, figures, settings)];
  const credits = instance && instance.id === resourceId && isBurstable(instance.InstanceType, type?.BurstablePerformanceSupported)
    ? creditsOf(figures, resourceId, creditMode) : undefined;
  return {
    resourceId, ...(instance?.InstanceType === undefined ? {} : { instanceType: instance.InstanceType }),
    ...verdictOf(dimensions, credits?.throttled === true),
    method: { percentile: settings.percentile, headroomPercent: { ...settings.headroomPercent } },
    dimensions, ...(credits ? { credits } : {}), graviton: gravitonSuitability(instance),
  };
}

function cpuOf(resourceId: string, type: InstanceTypeInfo | undefined, figures: FigureIndex, settings: SizingSettings): SizedDimension {
  return sizeDimension({
    dimension: 'cpu', unit: 'vCPU', figure: figures.find(resourceId, 'CPUUtilization', cpuStat(settings), 'AWS/EC2'),
    provisioned: type?.VCpuInfo?.DefaultVCpus ?? null, share: (percent) => percent / 100, headroomPercent: settings.headroomPercent.cpu,
    absent: 'CloudWatch has no CPU data: stopped, terminated or new',
  }, settings);
}

function memoryOf(resourceId: string, type: InstanceTypeInfo | undefined, figures: FigureIndex, settings: SizingSettings): SizedDimension {
  const figure = figures.find(resourceId, 'mem_used_percent', 'Maximum') ?? figures.find(resourceId, 'Memory % Committed Bytes In Use', 'Maximum');
  return sizeDimension({
    dimension: 'memory', unit: 'MiB', figure, provisioned: type?.MemoryInfo?.SizeInMiB ?? null, share: (percent) => percent / 100,
    headroomPercent: settings.headroomPercent.memory, absent: 'no CloudWatch agent reports memory: EC2 itself cannot see it',
  }, settings);
}

function networkOf(resourceId: string, type: InstanceTypeInfo | undefined, figures: FigureIndex, settings: SizingSettings): SizedDimension {
  const [busier] = ['NetworkIn', 'NetworkOut'].flatMap((metric) => figures.find(resourceId, metric, 'p95') ?? []).sort((a, b) => (b.value ?? -1) - (a.value ?? -1));
  const gigabits = type?.NetworkInfo?.NetworkCards?.[0]?.BaselineBandwidthInGbps;
  const provisioned = gigabits === undefined ? null : gigabits * GIGABIT_IN_BYTES;
  return sizeDimension({
    dimension: 'network', unit: 'B/s', figure: busier, provisioned, share: (rate) => (provisioned === null ? undefined : rate / provisioned),
    headroomPercent: settings.headroomPercent.cpu, absent: 'CloudWatch has no network data',
  }, settings);
}

/** The largest risk wins. `over` needs CPU and network known; memory that is not measured is named, not assumed. */
function verdictOf(dimensions: readonly SizedDimension[], throttled: boolean): Pick<RightSizing, 'verdict' | 'risk' | 'limitedBy' | 'reason'> {
  const of = (name: SizedDimension['dimension']) => dimensions.find(({ dimension }) => dimension === name);
  const percent = (name: SizedDimension['dimension']) => {
    const one = of(name);
    return !one || one.required === null || one.measured === null || one.provisioned === null ? undefined : name === 'network' ? (one.measured / one.provisioned) * 100 : one.measured;
  };
  const cpu = percent('cpu');
  const memory = percent('memory');
  const network = percent('network');
  if (cpu === undefined) return { verdict: 'unknown', risk: 'unknown', reason: of('cpu')?.reason ?? 'CPU is not known' };
  if (throttled) return { verdict: 'under', risk: 'high', limitedBy: 'cpu-credits', reason: 'the credit balance was empty: CPU was held at the baseline, so its demand is higher than measured' };

  const known = dimensions.filter(({ risk }) => risk !== 'unknown');
  const [worst] = [...known].sort((a, b) => RANK[b.risk] - RANK[a.risk]);
  const risk = worst?.risk ?? 'unknown';
  const limitedBy = worst ? { limitedBy: worst.dimension } : {};
  const memoryUnknown = memory === undefined ? { reason: of('memory')?.reason ?? 'memory is not known' } : {};
  if (risk === 'high') return { verdict: 'under', risk, ...limitedBy };
  const roomy = cpu < OVERSIZED_PERCENT.cpu && network !== undefined && network < OVERSIZED_PERCENT.network && (memory === undefined || memory < OVERSIZED_PERCENT.memory);
  return { verdict: roomy ? 'over' : 'fits', risk, ...limitedBy, ...memoryUnknown };
}

const RANK = { unknown: 0, low: 1, medium: 2, high: 3 } as const;
