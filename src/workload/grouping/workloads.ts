import { type Estate, type Exposure, type ResourceOf, resourcesOf, type StateFact, type Workload } from '../../model/index.ts';
import type { ScriptFacts } from '../user-data/facts.ts';
import type { EstateScripts } from '../user-data/of-estate.ts';
import { groupInstances, type InstanceGroup } from './groups.ts';
import { roleOf } from './roles.ts';
import { rulesByTarget, seamsOf } from './seams.ts';
import type { TargetSet } from './targets.ts';

export interface GroupedWorkload {
  readonly workload: Workload;
  readonly group: InstanceGroup;
  /** The distinct scripts of its instances. */
  readonly facts: readonly ScriptFacts[];
  readonly targets: readonly TargetSet[];
}

const MAX_EVIDENCE = 10;

/** The workloads of an estate, each with its role, its state and its seams. */
export function workloadsOf(estate: Estate, targets: readonly TargetSet[], scripts: EstateScripts, exposures: readonly Exposure[]): GroupedWorkload[] {
  const targetsOf = new Map<string, TargetSet[]>();
  for (const target of targets) {
    for (const id of target.ports.keys()) {
      const known = targetsOf.get(id);
      if (known) known.push(target);
      else targetsOf.set(id, [target]);
    }
  }
  const exposed = exposedPorts(exposures);
  const rules = rulesByTarget(estate);
  const sticky = stickyTargets(estate);
  const forwarding = new Set(resourcesOf(estate, 'networkInterface').flatMap((card) => (card.SourceDestCheck === false && card.Attachment?.InstanceId !== undefined ? [card.Attachment.InstanceId] : [])));
  return groupInstances(estate, targets, (id) => scripts.fingerprintOf(id)).map((group) => {
    const facts = [...new Set(group.instances.flatMap((instance) => scripts.factsOf(instance.id) ?? []))];
    const own = [...new Set(group.instances.flatMap((instance) => targetsOf.get(instance.id) ?? []))].sort((a, b) => (a.id < b.id ? -1 : 1));
    const ports = own.flatMap((target) => group.instances.slice(0, 50).flatMap((instance) => target.ports.get(instance.id) ?? []));
    const { role, confidence } = roleOf(group, facts, ports, {
      forwards: group.instances.every((instance) => forwarding.has(instance.id)),
      exposedPorts: new Set(group.instances.flatMap((instance) => exposed.get(instance.id) ?? [])),
    });
    return {
      group, facts, targets: own,
      workload: {
        id: group.id, name: group.name, role, roleConfidence: confidence, instanceIds: group.instances.map((instance) => instance.id),
        groupedBy: group.groupedBy, confidence: group.confidence, state: stateOf(facts, own, sticky), seams: seamsOf(own, facts, rules),
      },
    };
  });
}

/** The single ports on which the internet reaches an instance by its own address; wide ranges say nothing on what it is for. */
function exposedPorts(exposures: readonly Exposure[]): ReadonlyMap<string, readonly number[]> {
  const ports = new Map<string, number[]>();
  for (const { resourceId, verdict, via, fromPort, toPort } of exposures) {
    if (via !== 'direct' || fromPort !== toPort || fromPort < 1 || !verdict.startsWith('exposed')) continue;
    const known = ports.get(resourceId);
    if (known) known.push(fromPort);
    else ports.set(resourceId, [fromPort]);
  }
  return ports;
}

function stickyTargets(estate: Estate): ReadonlyMap<string, ResourceOf<'targetGroupAttributes'>> {
  return new Map(resourcesOf(estate, 'targetGroupAttributes').filter((attributes) => attributes.Attributes['stickiness.enabled'] === 'true').map((attributes) => [attributes.id, attributes]));
}

function stateOf(facts: readonly ScriptFacts[], targets: readonly TargetSet[], sticky: ReadonlyMap<string, ResourceOf<'targetGroupAttributes'>>): StateFact[] {
  const byKind = new Map<string, StateFact>();
  const add = (kind: string, evidence: StateFact['evidence']): void => {
    const fact = byKind.get(kind) ?? { kind, evidence: [] };
    for (const line of evidence) if (fact.evidence.length < MAX_EVIDENCE) fact.evidence.push(line);
    byKind.set(kind, fact);
  };
  for (const script of facts) for (const fact of script.state) add(fact.kind, fact.evidence);
  for (const target of targets) {
    const attributes = sticky.get(target.id);
    if (attributes) add('sessions', [{ text: `target group ${target.name} has sticky sessions (${attributes.Attributes['stickiness.type'] ?? 'type unknown'})`, basis: 'configuration', resourceId: target.id }]);
  }
  return [...byKind.values()].sort((a, b) => (a.kind < b.kind ? -1 : 1));
}
