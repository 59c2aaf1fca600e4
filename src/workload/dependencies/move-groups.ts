import type { Dependency, MoveGroup, SharedService } from '../../model/index.ts';
import type { GroupedWorkload } from '../grouping/workloads.ts';

/** What a permission alone says too little about: a group that admits itself or a range is no cycle of use. */
const MIN_CONFIDENCE = 0.5;

const SHARED_COMPONENT: Readonly<Record<string, SharedService['kind']>> = {
  bind: 'dns', unbound: 'dns', coredns: 'dns', powerdns: 'dns', 'windows-dns-server': 'dns', ntp: 'ntp',
  openldap: 'directory', '389-directory-server': 'directory', freeipa: 'directory', 'active-directory-domain-services': 'directory', freeradius: 'directory',
  prometheus: 'monitoring', grafana: 'monitoring', zabbix: 'monitoring', nagios: 'monitoring', icinga: 'monitoring', graylog: 'monitoring', splunk: 'monitoring', 'grafana-loki': 'monitoring',
};
const SHARED_PORT: Readonly<Record<number, SharedService['kind']>> = { 53: 'dns', 123: 'ntp', 88: 'directory', 389: 'directory', 636: 'directory', 10_051: 'monitoring', 514: 'monitoring', 8125: 'monitoring' };
const SHARED_AWS = /^aws:(?:logs|monitoring|cloudwatch|ssm|ssmmessages|ec2messages|sts|xray|events|ds)$/;

/** Services that two or more use and that stay where they are. */
export function sharedServices(workloads: readonly GroupedWorkload[], dependencies: readonly Dependency[]): SharedService[] {
  const clients = new Map<string, Set<string>>();
  const ports = new Map<string, Set<number>>();
  for (const { from, to, port } of dependencies) {
    clients.set(to, (clients.get(to) ?? new Set()).add(from));
    ports.set(to, (ports.get(to) ?? new Set()).add(port));
  }
  const used = (id: string): number => clients.get(id)?.size ?? 0;
  const shared = new Map<string, SharedService>();
  for (const { workload, facts } of workloads) {
    const found = facts.flatMap((script) => script.components).find((component) => SHARED_COMPONENT[component.component] !== undefined);
    const kind = SHARED_COMPONENT[found?.component ?? ''];
    // A machine that also serves users is not only a shared service.
    if (found && kind !== undefined && workload.role !== 'web' && workload.role !== 'database' && used(workload.id) >= 2) {
      shared.set(workload.id, { id: workload.id, kind, evidence: [{ text: `${found.component} runs there, ${used(workload.id)} others use it`, basis: 'configuration' }] });
    }
  }
  for (const [id, seen] of ports) {
    const only = seen.size === 1 ? SHARED_PORT[[...seen][0] ?? 0] : undefined;
    const kind = SHARED_AWS.test(id) ? 'monitoring' : only;
    if (kind !== undefined && used(id) >= 2 && !shared.has(id)) shared.set(id, { id, kind, evidence: [{ text: `${used(id)} others use it`, basis: 'configuration' }] });
  }
  return [...shared.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/**
 * Cycles among what depends on each other, as groups that move together (Tarjan's strongly connected components, without
 * recursion). Shared services and everything outside the account are left out. Call again when observed traffic has joined.
 */
export function moveGroups(dependencies: readonly Dependency[], shared: readonly Pick<SharedService, 'id'>[]): MoveGroup[] {
  const left = new Set(shared.map((service) => service.id));
  const counts = dependencies.filter((edge) => edge.confidence >= MIN_CONFIDENCE && [edge.from, edge.to].every((id) => !left.has(id) && !/^(?:aws|external|group):/.test(id)));
  const next = new Map<string, string[]>();
  for (const { from, to } of counts) {
    const known = next.get(from);
    if (known) known.push(to);
    else next.set(from, [to]);
    if (!next.has(to)) next.set(to, []);
  }
  return components(next).filter((members) => members.length > 1).map((members) => {
    const inside = new Set(members);
    const confidence = Math.min(...counts.filter((edge) => inside.has(edge.from) && inside.has(edge.to)).map((edge) => edge.confidence));
    return { id: `move:${members[0] ?? ''}`, members, confidence };
  }).sort((a, b) => (a.id < b.id ? -1 : 1));
}

function components(next: ReadonlyMap<string, readonly string[]>): string[][] {
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const open: string[] = [];
  const isOpen = new Set<string>();
  const found: string[][] = [];
  for (const start of [...next.keys()].sort()) {
    if (index.has(start)) continue;
    const work: { node: string; at: number }[] = [{ node: start, at: 0 }];
    while (work.length > 0) {
      const frame = work.at(-1);
      if (!frame) break;
      const { node } = frame;
      if (frame.at === 0) {
        index.set(node, index.size);
        low.set(node, index.get(node) ?? 0);
        open.push(node);
        isOpen.add(node);
      }
      const child = next.get(node)?.[frame.at];
      if (child !== undefined) {
        frame.at += 1;
        if (!index.has(child)) work.push({ node: child, at: 0 });
        else if (isOpen.has(child)) low.set(node, Math.min(low.get(node) ?? 0, index.get(child) ?? 0));
        continue;
      }
      work.pop();
      const parent = work.at(-1)?.node;
      if (parent !== undefined) low.set(parent, Math.min(low.get(parent) ?? 0, low.get(node) ?? 0));
      if (low.get(node) !== index.get(node)) continue;
      const members = open.splice(open.lastIndexOf(node));
      for (const member of members) isOpen.delete(member);
      found.push(members.sort());
    }
  }
  return found;
}
