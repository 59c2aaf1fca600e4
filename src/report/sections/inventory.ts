import { coverageOf, KIND_NAMES, resourcesOf, type Kind } from '../../model/index.ts';
import type { Context } from '../context.ts';
import { byText } from '../order.ts';
import { count, day, listed, plural } from '../quantity.ts';
import { code, mark, table, withSub, type Cell, type TableView, type Tone } from '../table.ts';

export interface InventoryView {
  readonly lead: string;
  readonly absent?: string;
  readonly tables: readonly TableView[];
}

/** What is there: instances, balancers, databases and networks by name, everything else by number. */
export function inventoryView(context: Context): InventoryView {
  const { estate } = context.run;
  const tables = [instances(context), balancers(context), databases(context), subnets(context), counts(context)].filter((view) => view.rows.length > 0);
  if (tables.length === 0) return { lead: '', absent: 'Nothing was collected in this run; see the coverage section for the reasons.', tables: [] };
  const running = resourcesOf(estate, 'instance').filter((instance) => instance.State?.Name === 'running').length;
  const all = resourcesOf(estate, 'instance').length;
  return { lead: `${plural(all, 'instance')} (${count(running)} running) in ${plural(resourcesOf(estate, 'vpc').length, 'VPC')}, as seen on ${day(estate.collectedAt)}.`, tables };
}

const STATE_TONE: Readonly<Record<string, Tone>> = { running: 'good', stopped: 'neutral', terminated: 'neutral' };

function instances(context: Context): TableView {
  const { estate, insight } = context.run;
  const kinds = new Map(insight.subnets.map((subnet) => [subnet.subnetId, subnet.kind]));
  const role = new Map(insight.workloads.flatMap((workload) => workload.instanceIds.map((id) => [id, workload.name] as const)));
  const software = Map.groupBy(insight.components, (component) => component.resourceId);
  const rows = [...resourcesOf(estate, 'instance')].sort(byNameOf(context)).map((instance) => {
    const state = instance.State?.Name ?? 'unknown';
    const found = software.get(instance.id) ?? software.get(instance.arn ?? '') ?? [];
    return [
      named(context, instance.id), mark(state, STATE_TONE[state] ?? 'unknown'), withSub(instance.InstanceType ?? 'unknown', instance.LaunchTime ? `since ${day(instance.LaunchTime)}` : undefined),
      withSub(instance.Placement?.AvailabilityZone ?? 'unknown', instance.SubnetId === undefined ? undefined : `${kinds.get(instance.SubnetId) ?? 'undetermined'} subnet`),
      code(instance.PublicIpAddress ?? instance.PrivateIpAddress ?? '—', instance.PublicIpAddress ? instance.PrivateIpAddress : undefined),
      withSub(role.get(instance.id) ?? '—', listed(found.map((component) => [component.component, component.version].filter((part) => part !== undefined).join(' ')), 4)),
    ];
  });
  return table('Instances', ['Instance', 'State', 'Type', 'Where', 'Address', 'Workload and software'], rows, { open: 15, file: 'inventory.csv' });
}

function balancers(context: Context): TableView {
  const { estate } = context.run;
  const listeners = Map.groupBy(resourcesOf(estate, 'listener'), (listener) => listener.LoadBalancerArn ?? '');
  const modern = [...resourcesOf(estate, 'loadBalancer')].sort(byNameOf(context)).map((balancer) => [
    named(context, balancer.id), balancer.Type ?? 'unknown', scheme(balancer.Scheme),
    listed((listeners.get(balancer.id) ?? []).map((listener) => `${listener.Protocol ?? '?'}:${listener.Port ?? '?'}`).sort(byText), 5) || listenersMissing(context, balancer.account, balancer.region),
    listed((balancer.AvailabilityZones ?? []).map((zone) => zone.ZoneName ?? '?').sort(byText)) || 'unknown',
  ]);
  const classic = [...resourcesOf(estate, 'classicLoadBalancer')].sort(byNameOf(context)).map((balancer) => [
    named(context, balancer.id), 'classic', scheme(balancer.Scheme),
    listed((balancer.ListenerDescriptions ?? []).map(({ Listener }) => `${Listener?.Protocol ?? '?'}:${Listener?.LoadBalancerPort ?? '?'}`).sort(byText), 5) || 'none',
    listed([...(balancer.AvailabilityZones ?? [])].sort(byText)) || 'unknown',
  ]);
  return table('Load balancers', ['Balancer', 'Type', 'Scheme', 'Listeners', 'Zones'], [...modern, ...classic], { file: 'inventory.csv' });
}

function listenersMissing(context: Context, account: string, region: string): string {
  return coverageOf(context.run.estate, 'listener', account, region)?.outcome === 'ok' ? 'none' : 'unknown';
}

function scheme(value: string | undefined): Cell {
  return value === 'internet-facing' ? mark('internet-facing', 'medium') : mark(value ?? 'unknown', value === undefined ? 'unknown' : 'neutral');
}

function databases(context: Context): TableView {
  const { estate } = context.run;
  const rows = [...resourcesOf(estate, 'dbInstance')].sort(byNameOf(context)).map((db) => [
    named(context, db.id), [db.Engine, db.EngineVersion].filter((part) => part !== undefined).join(' ') || 'unknown', db.DBInstanceClass ?? 'unknown',
    yesNo(db.MultiAZ), yesNo(db.PubliclyAccessible), yesNo(db.StorageEncrypted),
  ]);
  const caches = [...resourcesOf(estate, 'cacheCluster')].sort(byNameOf(context)).map((cache) => [
    named(context, cache.id), [cache.Engine, cache.EngineVersion].filter((part) => part !== undefined).join(' ') || 'unknown', plural(cache.NumCacheNodes ?? 0, 'node'), 'unknown', 'no', yesNo(cache.AtRestEncryptionEnabled),
  ]);
  return table('Managed databases and caches', ['Name', 'Engine', 'Size', 'Several zones', 'Public', 'Encrypted'], [...rows, ...caches], { file: 'inventory.csv' });
}

function subnets(context: Context): TableView {
  const { estate, insight } = context.run;
  const kinds = new Map(insight.subnets.map((subnet) => [subnet.subnetId, subnet]));
  const tones: Readonly<Record<string, Tone>> = { public: 'medium', private: 'good', isolated: 'good', unknown: 'unknown' };
  const rows = [...resourcesOf(estate, 'subnet')].sort(byNameOf(context)).map((subnet) => {
    const kind = kinds.get(subnet.id);
    return [
      named(context, subnet.id), mark(kind?.kind ?? 'unknown', tones[kind?.kind ?? 'unknown'] ?? 'unknown', kind?.reason), code(subnet.CidrBlock ?? '—'), subnet.AvailabilityZone ?? 'unknown',
      subnet.VpcId === undefined ? 'unknown' : context.nameOf(subnet.VpcId).name,
    ];
  });
  return table('Subnets', ['Subnet', 'Kind', 'Range', 'Zone', 'VPC'], rows, { open: 12, file: 'inventory.csv' });
}

/** A number only where the listing was complete; else "at least", or unknown. */
function counts(context: Context): TableView {
  const { estate } = context.run;
  const scopes = estate.accounts.flatMap((account) => estate.regions.map((region) => ({ account: account.id, region })));
  const rows = KIND_NAMES.flatMap((kind) => {
    const entries = scopes.map((scope) => coverageOf(estate, kind, scope.account, scope.region)?.outcome);
    const n = resourcesOf(estate, kind).length;
    if (n === 0 && entries.every((outcome) => outcome === undefined || outcome === 'skipped')) return [];
    const complete = entries.every((outcome) => outcome === 'ok' || outcome === undefined);
    return [[kindWords(kind), complete ? count(n) : n > 0 ? `at least ${count(n)}` : mark('unknown', 'unknown')]];
  });
  return table('Everything that was listed', ['Kind', { title: 'Number', end: true }], rows, { open: 8, file: 'inventory.csv' });
}

/** `securityGroup` as `security group`, `dbInstance` as `DB instance`. */
export function kindWords(kind: Kind): string {
  return kind.replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`).replace(/^db /, 'DB ').replace(/^vpc\b/, 'VPC').replace(/^ebs\b/, 'EBS').replace(/^ssl\b/, 'TLS').replace(/ acl\b/, ' ACL');
}

function named(context: Context, id: string): Cell {
  const found = context.nameOf(id);
  return found.name === found.id ? code(found.id) : { text: found.name, sub: found.id };
}

function yesNo(value: boolean | undefined): string {
  return value === undefined ? 'unknown' : value ? 'yes' : 'no';
}

function byNameOf(context: Context): (a: { id: string }, b: { id: string }) => number {
  return (a, b) => byText(context.nameOf(a.id).name, context.nameOf(b.id).name) || byText(a.id, b.id);
}
