import { type Estate, type ResourceOf, resourcesOf, type Seam } from '../../model/index.ts';
import { rowOf } from '../components/index.ts';
import type { ScriptFacts } from '../user-data/facts.ts';
import type { TargetSet } from './targets.ts';

const MAX_RULES = 50;
const WORKERS = /^(?:celery|sidekiq|resque|delayed-job|rq|bull)$/;
const WORKER_COMMAND = /queue:work|queue:listen|horizon|celery|sidekiq|resque|worker/i;

/** Rules of balancers by the target groups that they forward to: looked up once per estate. */
export function rulesByTarget(estate: Estate): ReadonlyMap<string, readonly ResourceOf<'listenerRule'>[]> {
  const rules = new Map<string, ResourceOf<'listenerRule'>[]>();
  for (const rule of resourcesOf(estate, 'listenerRule')) {
    const arns = new Set((rule.Actions ?? []).flatMap((action) => [action.TargetGroupArn, ...(action.ForwardConfig?.TargetGroups ?? []).map((group) => group.TargetGroupArn)]));
    for (const arn of arns) {
      if (arn === undefined) continue;
      const known = rules.get(arn);
      if (known) known.push(rule);
      else rules.set(arn, [rule]);
    }
  }
  return rules;
}

/** Where a workload can be cut: what is already told apart by host, path, port, program, schedule or process. */
export function seamsOf(targets: readonly TargetSet[], facts: readonly ScriptFacts[], rules: ReadonlyMap<string, readonly ResourceOf<'listenerRule'>[]>): Seam[] {
  return [...ruleSeams(targets, rules), ...targetSeams(targets), ...componentSeams(facts), ...jobSeams(facts), ...workerSeams(facts)];
}

function ruleSeams(targets: readonly TargetSet[], rules: ReadonlyMap<string, readonly ResourceOf<'listenerRule'>[]>): Seam[] {
  return targets.flatMap((target) => (rules.get(target.id) ?? []).flatMap((rule) => (rule.Conditions ?? []).flatMap((condition): Seam[] => {
    const hosts = condition.HostHeaderConfig?.Values ?? (condition.Field === 'host-header' ? condition.Values : undefined);
    const paths = condition.PathPatternConfig?.Values ?? (condition.Field === 'path-pattern' ? condition.Values : undefined);
    const values = hosts ?? paths;
    if (!values || values.length === 0) return [];
    const kind = hosts ? 'host-rule' : 'path-rule';
    return [{ kind, description: `${values.join(', ')} goes to ${target.name}`, confidence: 0.95, evidence: [{ text: `listener rule ${rule.Priority ?? ''} forwards ${values.join(', ')} to target group ${target.name}`, basis: 'configuration', resourceId: rule.RuleArn }] }];
  }))).slice(0, MAX_RULES);
}

function targetSeams(targets: readonly TargetSet[]): Seam[] {
  const ports = [...new Set(targets.flatMap((target) => [...target.ports.values()].flat()))].sort((a, b) => a - b);
  const evidence = targets.slice(0, 10).map((target) => ({ text: `target group ${target.name}`, basis: 'configuration' as const, resourceId: target.id }));
  const seams: Seam[] = [];
  if (targets.length > 1) seams.push({ kind: 'target-groups', description: `${targets.length} target groups share these instances: ${targets.slice(0, 10).map((target) => target.name).join(', ')}`, confidence: 0.9, evidence });
  if (ports.length > 1) seams.push({ kind: 'ports', description: `served on ports ${ports.slice(0, 20).join(', ')}`, confidence: 0.85, evidence });
  return seams;
}

/** Programs of different roles on one machine: a web server and a database can part. */
function componentSeams(facts: readonly ScriptFacts[]): Seam[] {
  const byRole = new Map<string, Set<string>>();
  const evidence = new Map<string, Seam['evidence'][number]>();
  for (const { component, confidence, evidence: lines } of facts.flatMap((script) => script.components)) {
    const role = rowOf(component)?.role;
    if (role === undefined || confidence < 0.5) continue;
    byRole.set(role, (byRole.get(role) ?? new Set()).add(component));
    const first = lines[0];
    if (first && !evidence.has(component)) evidence.set(component, { ...first, text: `${component}: ${first.text}` });
  }
  // Web and application tiers of one program are one; data, queues and batch work are others.
  const apart = [...byRole.keys()].filter((role) => role !== 'app');
  if (apart.length < 2 && !(apart.length === 1 && apart[0] !== 'web' && byRole.has('app'))) return [];
  const description = [...byRole].sort(([a], [b]) => (a < b ? -1 : 1)).map(([role, ids]) => `${role}: ${[...ids].sort().join(', ')}`).join('; ');
  return [{ kind: 'components', description: `different programs run on one machine (${description})`, confidence: 0.8, evidence: [...evidence.values()].slice(0, 10) }];
}

function jobSeams(facts: readonly ScriptFacts[]): Seam[] {
  const jobs = facts.flatMap((script) => script.scheduledJobs);
  if (jobs.length === 0) return [];
  return [{ kind: 'scheduled-jobs', description: `${jobs.length} scheduled ${jobs.length === 1 ? 'job' : 'jobs'} can run elsewhere`, confidence: 0.8, evidence: jobs.slice(0, 10).map((job) => ({ text: `${job.schedule} ${job.command}`, basis: 'text', ...(job.line === undefined ? {} : { line: job.line }) })) }];
}

function workerSeams(facts: readonly ScriptFacts[]): Seam[] {
  const evidence = facts.flatMap((script) => script.components.flatMap(({ component, evidence: lines }) => lines.filter((line) => WORKERS.test(component) || /queue:work|queue:listen|horizon/.test(line.text))));
  const shown = evidence.filter((line) => WORKER_COMMAND.test(line.text));
  return shown.length === 0 ? [] : [{ kind: 'background-workers', description: 'background workers run beside what they work for', confidence: 0.8, evidence: shown.slice(0, 5) }];
}
