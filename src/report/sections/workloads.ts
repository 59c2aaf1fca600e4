import type { Context } from '../context.ts';
import { byText } from '../order.ts';
import { bytes, day, listed, percent, plural } from '../quantity.ts';
import { code, mark, table, withSub, type TableView } from '../table.ts';
import { ROLE } from '../words.ts';

export interface WorkloadsView {
  readonly lead: string;
  readonly absent?: string;
  readonly tables: readonly TableView[];
}

const BASIS = {
  observed: { tone: 'good', meaning: 'seen in traffic' },
  configured: { tone: 'info', meaning: 'named in configuration' },
  permitted: { tone: 'unknown', meaning: 'a security group would allow it' },
} as const;

/** What runs on the instances, what belongs together, what it keeps and what it talks to. */
export function workloadsView(context: Context): WorkloadsView {
  const { workloads, components, dependencies, boot, bottlenecks } = context.run.insight;
  const nameOf = (id: string) => context.nameOf(id).name;
  const groups = table('Workloads', ['Workload', 'Role', 'Instances', 'Keeps state', 'Grouped by'], [...workloads].sort((a, b) => byText(a.name, b.name)).map((workload) => [
    { text: workload.name }, ROLE[workload.role], withSub(plural(workload.instanceIds.length, 'instance'), listed(workload.instanceIds.map(nameOf).sort(byText), 4)),
    workload.state.length === 0 ? 'none found' : listed([...new Set(workload.state.map((fact) => fact.kind.replaceAll('-', ' ')))].sort(byText)),
    withSub(workload.groupedBy.replaceAll('-', ' '), `${percent(workload.confidence)} sure`),
  ]));
  const seams = table('Seams along which a workload could be cut', ['Workload', 'Seam', 'Evidence', { title: 'How sure', end: true }], workloads.flatMap((workload) => workload.seams.map((seam) => [
    workload.name, withSub(seam.description, seam.kind.replaceAll('-', ' ')), listed(seam.evidence.map((piece) => piece.text), 2) || '—', percent(seam.confidence),
  ])));
  const software = table('Software', ['Component', 'Version', 'On', 'Ports', 'Evidence', { title: 'How sure', end: true }], softwareRows(context), { open: 15 });
  const edges = table('Dependencies', ['From', 'To', 'Port', 'Basis', 'Traffic', { title: 'How sure', end: true }], [...dependencies]
    .sort((a, b) => byText(`${nameOf(a.from)} ${nameOf(a.to)}`, `${nameOf(b.from)} ${nameOf(b.to)}`) || a.port - b.port)
    .map((edge) => [
      nameOf(edge.from), nameOf(edge.to), code(`${edge.protocol}/${edge.port}`), mark(edge.basis, BASIS[edge.basis].tone, BASIS[edge.basis].meaning),
      edge.bytes === undefined ? 'not measured' : withSub(bytes(edge.bytes), edge.firstSeen && edge.lastSeen ? `${day(edge.firstSeen)} to ${day(edge.lastSeen)}` : undefined), percent(edge.confidence),
    ]), { open: 20 });
  const boots = table('What the boot scripts do', ['Instance', 'Script', 'Jobs', 'Talks to', 'Secrets in clear text'], [...boot].sort((a, b) => byText(nameOf(a.resourceId), nameOf(b.resourceId))).map((facts) => [
    nameOf(facts.resourceId), withSub(facts.heavy ? `heavy ${facts.format}` : facts.format, listed(facts.reasons, 3)),
    facts.scheduledJobs.length === 0 ? 'none' : listed(facts.scheduledJobs.map((job) => `${job.schedule} ${job.command}`), 2),
    facts.endpoints.length === 0 ? 'nothing named' : listed(facts.endpoints.map((end) => (end.port === undefined ? end.host : `${end.host}:${end.port}`)), 3),
    facts.secrets.length === 0 ? 'none found' : mark(plural(facts.secrets.length, 'secret'), 'high', listed(facts.secrets.map((secret) => `${secret.kind.replaceAll('-', ' ')}, line ${secret.line}`), 3)),
  ]));
  const limits = table('Bottlenecks', ['Resource', 'Limit', 'Evidence', { title: 'How sure', end: true }], bottlenecks.map((limit) => [
    nameOf(limit.resourceId), limit.dimension, listed(limit.evidence.map((piece) => piece.text), 3) || '—', percent(limit.confidence),
  ]));
  const tables = [groups, limits, edges, software, boots, seams].filter((view) => view.rows.length > 0);
  if (tables.length === 0) return { lead: '', absent: 'Not concluded in this run: no user data, inventory or traffic was available to read.', tables: [] };
  return { lead: `${plural(workloads.length, 'workload')}, ${plural(new Set(components.map((item) => item.component)).size, 'kind', 'kinds')} of software and ${plural(dependencies.length, 'dependency', 'dependencies')} were concluded.`, tables };
}

/** One row per component and version, with everything that runs it. */
function softwareRows(context: Context) {
  const groups = Map.groupBy(context.run.insight.components, (item) => `${item.component} ${item.version ?? ''}`);
  return [...groups.entries()].sort(([a], [b]) => byText(a, b)).map(([, group]) => {
    const [first] = group;
    const names = [...new Set(group.map((item) => context.nameOf(item.resourceId).name))].sort(byText);
    const ports = [...new Set(group.flatMap((item) => item.ports))].sort((a, b) => a - b);
    const [piece] = first?.evidence ?? [];
    return [
      first?.component ?? '', first?.version ?? 'unknown', listed(names, 4), ports.length === 0 ? '—' : ports.join(', '),
      piece === undefined ? (first?.source ?? '—') : withSub(piece.text, [first?.source, piece.line === undefined ? undefined : `line ${piece.line}`].filter((word) => word !== undefined).join(', ')),
      percent(Math.max(...group.map((item) => item.confidence))),
    ];
  });
}
