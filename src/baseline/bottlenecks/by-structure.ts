import { resourcesOf, type BootFacts, type Bottleneck, type Estate, type ResourceOf, type Workload } from '../../model/index.ts';
import type { FigureIndex } from '../figure-index.ts';

/** Memory from here on is a limit of today, percent. */
const MEMORY_FULL_PERCENT = 90;

type Row = Omit<Bottleneck, 'workloadId'>;

/** Limits that stand in the configuration or were hit already, whatever the load. */
export function byStructure(workload: Workload, estate: Estate, figures: FigureIndex, boot: readonly BootFacts[]): Bottleneck[] {
  const ids = new Set(workload.instanceIds);
  const instances = resourcesOf(estate, 'instance').filter(({ id }) => ids.has(id));
  const group = resourcesOf(estate, 'autoScalingGroup').find((one) => (one.Instances ?? []).some(({ InstanceId }) => ids.has(InstanceId ?? '')));
  const rows: readonly (Row | undefined)[] = [
    singleZone(workload, instances, group),
    ...instances.map((instance) => spentCredits(workload, instance, estate, figures)),
    memory(workload, instances, figures),
    scaling(workload, instances, group, estate, figures),
    bootstrap(workload, group, instances, boot),
    rejectedConnections(workload, estate, figures),
  ];
  return rows.flatMap((row) => (row ? [{ ...row, workloadId: workload.id }] : []));
}

function singleZone(workload: Workload, instances: readonly ResourceOf<'instance'>[], group: ResourceOf<'autoScalingGroup'> | undefined): Row | undefined {
  const zones = new Set(instances.map(({ Placement }) => Placement?.AvailabilityZone).filter((zone) => zone !== undefined));
  const allowed = group?.AvailabilityZones ?? [];
  const [zone] = zones;
  const [first] = instances;
  if (zones.size !== 1 || zone === undefined || !first || allowed.length > 1) return undefined;
  return {
    resourceId: group?.id ?? first.id, dimension: 'single-zone', confidence: 1,
    statement: `All of \`${workload.name}\` runs in ${zone}: when the zone stops, it stops.`,
    evidence: [{ text: `${instances.length} ${instances.length === 1 ? 'instance' : 'instances'}, all in ${zone}`, basis: 'configuration' }],
  };
}

function spentCredits(workload: Workload, { id }: ResourceOf<'instance'>, estate: Estate, figures: FigureIndex): Row | undefined {
  const balance = figures.value(id, 'CPUCreditBalance', 'Minimum');
  const mode = resourcesOf(estate, 'instanceCreditSpecification').find((one) => one.InstanceId === id)?.CpuCredits;
  if (balance === null || balance > 0 || mode !== 'standard') return undefined;
  return {
    resourceId: id, dimension: 'cpu-credits', confidence: 0.95, loadMultiple: { low: 1, high: 1 },
    statement: `\`${workload.name}\` has run out of CPU credits already: at today's load it is held at its baseline.`,
    evidence: [{ text: 'Minimum of CPUCreditBalance 0 in the window, credits standard', basis: 'metric', resourceId: id }],
  };
}

/** Memory is a limit, or nobody knows: EC2 cannot see it, only an agent can. */
function memory(workload: Workload, instances: readonly ResourceOf<'instance'>[], figures: FigureIndex): Row | undefined {
  const measured = instances.map(({ id }) => ({ id, percent: figures.value(id, 'mem_used_percent', 'Maximum') ?? figures.value(id, 'Memory % Committed Bytes In Use', 'Maximum') }));
  const blind = measured.filter(({ percent }) => percent === null);
  const [fullest] = measured.filter(({ percent }) => percent !== null).sort((a, b) => (b.percent ?? 0) - (a.percent ?? 0));
  if (fullest && (fullest.percent ?? 0) >= MEMORY_FULL_PERCENT) {
    return {
      resourceId: fullest.id, dimension: 'memory', confidence: 0.8, loadMultiple: { low: 1, high: null },
      statement: `Memory of \`${workload.name}\` is full at today's load.`,
      evidence: [{ text: `Memory used at most ${(fullest.percent ?? 0).toFixed(0)} %, limit ${MEMORY_FULL_PERCENT} %`, basis: 'metric', resourceId: fullest.id }],
    };
  }
  const [first] = blind;
  if (!first) return undefined;
  return {
    resourceId: first.id, dimension: 'memory', confidence: 0,
    statement: `Memory of \`${workload.name}\` is not known: it may stop it before anything else does.`,
    evidence: [{ text: `No CloudWatch agent reports memory on ${blind.length} of ${instances.length} instances`, basis: 'metric', resourceId: first.id }],
  };
}

function scaling(
  workload: Workload, instances: readonly ResourceOf<'instance'>[], group: ResourceOf<'autoScalingGroup'> | undefined, estate: Estate, figures: FigureIndex,
): Row | undefined {
  const [first] = instances;
  if (!first || workload.role === 'bastion' || workload.role === 'nat') return undefined;
  const row = (why: string, confidence: number): Row => ({
    resourceId: group?.id ?? first.id, dimension: 'scaling', confidence,
    statement: `\`${workload.name}\` does not grow with its load: ${why}.`, evidence: [{ text: why, basis: 'configuration' }],
  });
  if (!group) return row('it is not in an Auto Scaling group', 1);
  const stopped = (group.SuspendedProcesses ?? []).map(({ ProcessName }) => ProcessName).filter((name) => name === 'Launch' || name === 'AlarmNotification');
  if (stopped.length > 0) return row(`${group.id} has suspended ${stopped.join(' and ')}`, 1);
  const max = group.MaxSize ?? 0;
  if (max <= (group.MinSize ?? 0)) return row(`${group.id} has minimum and maximum ${max}`, 1);
  if ((group.DesiredCapacity ?? 0) >= max) return row(`${group.id} is at its maximum of ${max}`, 1);
  const policies = resourcesOf(estate, 'scalingPolicy').filter((policy) => policy.AutoScalingGroupName === group.id && policy.Enabled !== false);
  const schedules = resourcesOf(estate, 'scheduledAction').filter((action) => action.AutoScalingGroupName === group.id);
  const asked = estate.coverage.some(({ operation, region, account, outcome }) => operation === 'DescribePolicies' && region === group.region && account === group.account && outcome === 'ok');
  if (policies.length === 0 && schedules.length === 0 && asked) return row(`${group.id} has no scaling policy and no schedule`, 1);
  const least = figures.value(group.id, 'GroupInServiceInstances', 'Minimum');
  const most = figures.value(group.id, 'GroupInServiceInstances', 'Maximum');
  return least !== null && least === most ? row(`${group.id} had ${most} instances all through the window, whatever the load`, 0.6) : undefined;
}

function bootstrap(workload: Workload, group: ResourceOf<'autoScalingGroup'> | undefined, instances: readonly ResourceOf<'instance'>[], boot: readonly BootFacts[]): Row | undefined {
  const ids = new Set(instances.map(({ id }) => id));
  const slow = boot.find((facts) => ids.has(facts.resourceId) && facts.heavy);
  if (!slow) return undefined;
  return {
    resourceId: slow.resourceId, dimension: 'bootstrap', confidence: group ? 0.8 : 0.6,
    statement: `A new instance of \`${workload.name}\` installs itself at first boot: it comes too late for a peak.`,
    evidence: slow.reasons.map((text) => ({ text, basis: 'text' as const, resourceId: slow.resourceId })),
  };
}

/** Connections that a balancer in front has turned away: its own limit was met in the window. */
function rejectedConnections(workload: Workload, estate: Estate, figures: FigureIndex): Row | undefined {
  const groups = resourcesOf(estate, 'targetHealth').filter(({ TargetHealthDescriptions }) => TargetHealthDescriptions.some(({ Target }) => workload.instanceIds.includes(Target.Id))).map(({ id }) => id);
  const balancers = resourcesOf(estate, 'targetGroup').filter(({ id }) => groups.includes(id)).flatMap(({ LoadBalancerArns }) => LoadBalancerArns ?? []);
  const [hit] = [...new Set(balancers)].sort().filter((id) => (figures.value(id, 'RejectedConnectionCount', 'Sum') ?? 0) > 0);
  if (hit === undefined) return undefined;
  return {
    resourceId: hit, dimension: 'connections', confidence: 0.9, loadMultiple: { low: 1, high: 1 },
    statement: `The balancer of \`${workload.name}\` has turned connections away at today's load.`,
    evidence: [{ text: `RejectedConnectionCount ${figures.value(hit, 'RejectedConnectionCount', 'Sum') ?? 0} in the window`, basis: 'metric', resourceId: hit }],
  };
}
