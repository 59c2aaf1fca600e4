import { coverageOf, type Estate, type Kind, type ResourceOf, resourcesOf } from '../../model/index.ts';
import type { TargetSet } from './targets.ts';

type Instance = ResourceOf<'instance'>;

/** Instances that are one workload, before anything is said of it. */
export interface InstanceGroup {
  readonly id: string;
  readonly name: string;
  readonly groupedBy: 'auto-scaling-group' | 'target-group' | 'user-data' | 'tags' | 'security-groups' | 'instance';
  readonly confidence: number;
  readonly instances: readonly Instance[];
}

/** How sure each way of grouping is, in the order of trust. */
const TRUST: Readonly<Record<InstanceGroup['groupedBy'], number>> = {
  'auto-scaling-group': 0.98, 'target-group': 0.9, 'user-data': 0.8, tags: 0.75, 'security-groups': 0.5, instance: 0.6,
};
/** What a stronger way of grouping that could not be tried takes off. */
const BLIND = 0.15;

/** The kind whose absence leaves a way of grouping untried. */
const NEEDS: readonly (readonly [InstanceGroup['groupedBy'], Kind])[] = [['auto-scaling-group', 'autoScalingGroup'], ['target-group', 'targetHealth'], ['user-data', 'userData']];
const ORDER: readonly InstanceGroup['groupedBy'][] = ['auto-scaling-group', 'target-group', 'user-data', 'tags', 'security-groups', 'instance'];

/** Puts every instance that is not terminated into exactly one group; a group of Auto Scaling is never split. */
export function groupInstances(estate: Estate, targets: readonly TargetSet[], fingerprintOf: (id: string) => string | undefined): InstanceGroup[] {
  let rest = resourcesOf(estate, 'instance').filter((instance) => !/^(?:terminated|shutting-down)$/.test(instance.State?.Name ?? ''));
  const groups: InstanceGroup[] = [];
  const ids = new Set<string>();
  const take = (groupedBy: InstanceGroup['groupedBy'], smallest: number, keyOf: (instance: Instance) => { key: string; name: string } | undefined): void => {
    const found = new Map<string, { name: string; instances: Instance[] }>();
    for (const instance of rest) {
      const key = keyOf(instance);
      if (!key) continue;
      const scoped = `${instance.account}/${instance.region}/${key.key}`;
      const group = found.get(scoped);
      if (group) group.instances.push(instance);
      else found.set(scoped, { name: key.name, instances: [instance] });
    }
    const taken = new Set<Instance>();
    for (const [scoped, { name, instances }] of [...found].sort(([a], [b]) => (a < b ? -1 : 1))) {
      if (instances.length < smallest) continue;
      for (const instance of instances) taken.add(instance);
      instances.sort((a, b) => (a.id < b.id ? -1 : 1));
      const first = instances[0];
      const id = groupedBy === 'instance' ? first?.id ?? scoped : uniqueId(ids, `${groupedBy}/${name}`, scoped);
      groups.push({ id, name, groupedBy, confidence: confidenceOf(estate, groupedBy, first), instances });
    }
    rest = rest.filter((instance) => !taken.has(instance));
  };
  const scaling = new Map(resourcesOf(estate, 'autoScalingGroup').flatMap((group) => (group.Instances ?? []).map((member) => [member.InstanceId ?? '', group.AutoScalingGroupName])));
  take('auto-scaling-group', 1, ({ id, tags }) => named(tags['aws:autoscaling:groupName'] ?? scaling.get(id)));
  const joined = joinTargets(targets, new Set(rest.map((instance) => instance.id)));
  take('target-group', 1, ({ id }) => joined.get(id));
  take('user-data', 2, (instance) => {
    const fingerprint = fingerprintOf(instance.id);
    return fingerprint === undefined ? undefined : { key: fingerprint, name: stem(instance) ?? `script ${fingerprint.slice(0, 8)}` };
  });
  take('tags', 1, tagKey);
  take('security-groups', 2, (instance) => {
    const own = (instance.SecurityGroups ?? []).filter((group) => group.GroupName !== 'default');
    const key = own.map((group) => group.GroupId ?? '').sort().join('+');
    return own.length === 0 ? undefined : { key, name: own.map((group) => group.GroupName ?? group.GroupId ?? '').sort().join(' + ') };
  });
  take('instance', 1, (instance) => ({ key: instance.id, name: instance.tags['Name'] ?? instance.id }));
  return groups.sort((a, b) => (a.id < b.id ? -1 : 1));
}

function named(name: string | undefined): { key: string; name: string } | undefined {
  return name === undefined ? undefined : { key: name, name };
}

function uniqueId(taken: Set<string>, wanted: string, scoped: string): string {
  const id = taken.has(wanted) ? `${wanted}@${scoped}` : wanted;
  taken.add(id);
  return id;
}

function confidenceOf(estate: Estate, groupedBy: InstanceGroup['groupedBy'], instance: Instance | undefined): number {
  const blind = NEEDS.filter(([way, kind]) => ORDER.indexOf(way) < ORDER.indexOf(groupedBy) && instance && coverageOf(estate, kind, instance.account, instance.region)?.outcome !== 'ok').length;
  return Math.round(Math.max(0.1, TRUST[groupedBy] - BLIND * blind) * 100) / 100;
}

/** Instances that share a target group are one; an instance in two groups joins both. */
function joinTargets(targets: readonly TargetSet[], members: ReadonlySet<string>): Map<string, { key: string; name: string }> {
  const parent = new Map<string, string>();
  const find = (id: string): string => {
    let root = id;
    while (parent.get(root) !== root && parent.has(root)) root = parent.get(root) ?? root;
    for (let at = id; at !== root;) {
      const next = parent.get(at) ?? root;
      parent.set(at, root);
      at = next;
    }
    return root;
  };
  for (const target of targets) {
    const inside = [...target.ports.keys()].filter((id) => members.has(id)).sort();
    for (const id of inside) if (!parent.has(id)) parent.set(id, id);
    for (const id of inside) parent.set(find(id), find(inside[0] ?? id));
  }
  const names = new Map<string, Set<string>>();
  for (const target of targets) {
    for (const id of target.ports.keys()) {
      if (!parent.has(id)) continue;
      const root = find(id);
      const known = names.get(root) ?? new Set();
      known.add(target.name);
      names.set(root, known);
    }
  }
  return new Map([...parent.keys()].map((id) => {
    const root = find(id);
    return [id, { key: root, name: [...(names.get(root) ?? [])].sort().slice(0, 3).join(' + ') }];
  }));
}

const PURPOSE = ['app', 'application', 'service', 'workload', 'project', 'product', 'elasticbeanstalk:environment-name', 'eks:nodegroup-name', 'aws:elasticmapreduce:job-flow-id'];
const TIER = ['role', 'tier', 'component', 'layer', 'function', 'aws:elasticmapreduce:instance-group-role', 'aws:cloudformation:logical-id'];
const STAGE = ['environment', 'env', 'stage'];

/** What the tags say an instance is part of, or the stem of numbered names. */
function tagKey(instance: Instance): { key: string; name: string } | undefined {
  const tags = new Map(Object.entries(instance.tags).map(([key, value]) => [key.toLowerCase(), value]));
  const pick = (keys: readonly string[]): string | undefined => keys.map((key) => tags.get(key)).find((value) => value !== undefined && value !== '');
  const parts = [pick(PURPOSE), pick(TIER)].filter((part) => part !== undefined);
  if (parts.length > 0) return named([...parts, ...[pick(STAGE)].filter((part) => part !== undefined)].join('/'));
  const name = instance.tags['Name'];
  const numbered = stem(instance);
  return numbered === undefined || numbered === name ? undefined : named(numbered);
}

/** `shop-web` of `shop-web-03`; the name itself where it has no number. */
function stem(instance: Instance): string | undefined {
  const name = instance.tags['Name'];
  if (name === undefined || name === '') return undefined;
  return name.replace(/[-_. ]?(?:\d{1,4}|[a-c])$/, '') || name;
}
