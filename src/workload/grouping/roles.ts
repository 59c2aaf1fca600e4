import type { WorkloadRole } from '../../model/index.ts';
import { rowOf } from '../components/index.ts';
import type { ScriptFacts } from '../user-data/facts.ts';
import type { InstanceGroup } from './groups.ts';

/** What the name of a machine usually says. Weak: names outlive what they named. */
const BY_NAME: readonly (readonly [RegExp, WorkloadRole])[] = [
  [/\bnat\b/i, 'nat'], [/bastion|jump(?:box|host)?\b|\bvpn\b/i, 'bastion'], [/\bdb\b|database|mysql|postgres|maria|mongo|oracle|mssql|\bsql\b/i, 'database'], [/cache|redis|memcache/i, 'cache'],
  [/queue|rabbit|kafka|broker|\bmq\b/i, 'queue'], [/batch|cron|worker|job|etl|scheduler|runner/i, 'batch'], [/\bweb\b|www|front|proxy|nginx|edge/i, 'web'], [/\bapp\b|\bapi\b|backend|service|application/i, 'app'],
];
const WEIGHT_NAME = 0.4;
const WEIGHT_RUNTIME = 0.4;
const WEIGHT_TARGET = 0.9;
/** The internet reaches a web port; the internet reaches nothing but a way to log in. */
const WEIGHT_EXPOSED = 0.6;
const WEIGHT_ADMIN_ONLY = 0.35;
const ADMIN_PORTS: ReadonlySet<number> = new Set([22, 3389, 1194, 500, 4500, 51_820]);
/** A web server beside a database is a web server that keeps its data at home: what is reached counts more than what is behind it. */
const ROLE_WEIGHT: Readonly<Partial<Record<WorkloadRole, number>>> = { web: 1, app: 0.8, database: 0.7, queue: 0.7, cache: 0.6, batch: 0.5, bastion: 0.6, nat: 1 };

/** What a group is for, from its components, its place behind a balancer, its settings and its name; `unknown` where nothing says. */
export function roleOf(group: InstanceGroup, facts: readonly ScriptFacts[], ports: readonly number[], place: { readonly forwards: boolean; readonly exposedPorts: ReadonlySet<number> }): { role: WorkloadRole; confidence: number } {
  const score = new Map<WorkloadRole, number>();
  const vote = (role: WorkloadRole, weight: number): void => {
    score.set(role, Math.max(score.get(role) ?? 0, weight));
  };
  if (place.forwards) vote('nat', 0.9);
  if (place.exposedPorts.has(80) || place.exposedPorts.has(443)) vote('web', WEIGHT_EXPOSED);
  else if (place.exposedPorts.size > 0 && [...place.exposedPorts].every((port) => ADMIN_PORTS.has(port))) vote('bastion', WEIGHT_ADMIN_ONLY);
  for (const script of facts) {
    for (const component of script.components) {
      const row = rowOf(component.component);
      if (row?.role === undefined) continue;
      // A runtime is under everything: it tells the role only where nothing else does.
      const weight = row.role === 'app' && row.ports === undefined ? WEIGHT_RUNTIME : ROLE_WEIGHT[row.role] ?? 0.5;
      vote(row.role, component.confidence * weight);
    }
    if (script.scheduledJobs.length > 0 && script.ports.length === 0) vote('batch', 0.4);
  }
  if (ports.some((port) => port === 80 || port === 443)) vote('web', WEIGHT_TARGET);
  else if (ports.some((port) => port === 3306 || port === 5432 || port === 1433)) vote('database', WEIGHT_TARGET);
  else if (ports.length > 0) vote('app', score.has('web') ? 0.5 : WEIGHT_TARGET);
  for (const [pattern, role] of BY_NAME) {
    if (!pattern.test(group.name.replaceAll('_', '-'))) continue;
    // A name that agrees makes surer; one that stands alone is all there is.
    score.set(role, Math.min(1, (score.get(role) ?? 0) + (score.has(role) ? 0.1 : WEIGHT_NAME)));
    break;
  }
  const [best] = [...score].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return best ? { role: best[0], confidence: Math.round(Math.min(0.99, best[1]) * 100) / 100 } : { role: 'unknown', confidence: 0 };
}
