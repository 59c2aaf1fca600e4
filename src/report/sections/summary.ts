import { resourcesOf, type Finding, type Severity } from '../../model/index.ts';
import type { Context } from '../context.ts';
import { byText } from '../order.ts';
import { count, effort, listed, measure, plural } from '../quantity.ts';
import { SEVERITIES, SEVERITY } from '../words.ts';
import { capacityStatement } from './benchmark.ts';
import { costStatement } from './baseline.ts';
import { coverageStatement } from './coverage.ts';
import { exposureStatement } from './exposure.ts';
import { failingRules, slug } from './findings.ts';

export interface SummaryView {
  /** The one sentence to remember. */
  readonly verdict: string;
  readonly facts: readonly { readonly term: string; readonly text: string; readonly absent: boolean; readonly anchor: string }[];
  readonly severities: readonly { readonly word: string; readonly tone: Severity; readonly n: string; readonly zero: boolean; readonly share: string }[];
  readonly others: string;
  readonly risks: readonly { readonly title: string; readonly severity: string; readonly tone: Severity; readonly on: string; readonly example: string; readonly anchor: string }[];
  readonly next: readonly { readonly title: string; readonly why: string; readonly facts: string }[];
}

const RISKS = 5;
const NEXT = 4;

/** The first screen: what runs there, what is wrong, what it costs, what it holds, what to do first, and how sure all this is. */
export function summaryView(context: Context): SummaryView {
  const { run } = context;
  const failed = run.findings.filter((finding) => finding.outcome === 'fail');
  const outcomes = (outcome: Finding['outcome']) => run.findings.filter((finding) => finding.outcome === outcome).length;
  const fact = (term: string, text: string, missing: string, anchor: string) => ({ term, text: text === '' ? missing : text, absent: text === '', anchor });
  return {
    verdict: verdict(run.findings, run.plan.phases.flatMap((phase) => phase.steps).length),
    facts: [
      fact('What runs there', inventoryStatement(context), 'Nothing was collected in this run.', 'inventory'),
      fact('What the internet reaches', run.insight.exposures.length === 0 ? '' : exposureStatement(run.insight.exposures), 'Not concluded in this run.', 'exposure'),
      fact('What it costs', costStatement(run.baseline.cost), `Not measured in this run: ${run.baseline.cost?.reason ?? 'cost was not asked for'}.`, 'cost'),
      fact('How busy it is', busyStatement(context), 'Not measured in this run: no processor figures.', 'baseline'),
      fact('What it holds', capacityStatement(run.benchmark), 'Not measured in this run: no load test was made.', 'benchmark'),
      fact('How sure this is', run.estate.coverage.length === 0 ? '' : coverageStatement(run.estate.coverage), coverageStatement([]), 'coverage'),
    ],
    severities: SEVERITIES.map((severity) => {
      const n = failed.filter((finding) => finding.severity === severity).length;
      return { word: SEVERITY[severity], tone: severity, n: count(n), zero: n === 0, share: failed.length === 0 ? '0' : (n / failed.length * 100).toFixed(2) };
    }),
    others: run.findings.length === 0 ? 'No rule was judged.' : `${count(outcomes('unknown'))} could not be judged · ${count(outcomes('muted'))} muted · ${count(outcomes('pass'))} met · ${count(outcomes('not-applicable'))} do not apply`,
    risks: failingRules(run.findings).slice(0, RISKS).flatMap((ruleId) => {
      const group = failed.filter((finding) => finding.ruleId === ruleId)
        .sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || byText(a.resourceId, b.resourceId));
      const [first] = group;
      if (!first) return [];
      return [{
        title: first.title, severity: SEVERITY[first.severity], tone: first.severity, on: `not met on ${plural(group.length, 'resource')}`,
        example: `${first.resourceName ?? context.nameOf(first.resourceId).name}: ${first.evidence[0]?.text ?? 'no evidence was recorded'}`, anchor: `rule-${slug(ruleId)}`,
      }];
    }),
    next: run.plan.phases.flatMap((phase) => phase.steps.map((step) => ({ title: step.title, why: step.why, facts: `${phase.title}, ${effort(step.effortDays)}` }))).slice(0, NEXT),
  };
}

function verdict(findings: readonly Finding[], steps: number): string {
  const n = (severity: Severity) => findings.filter((finding) => finding.outcome === 'fail' && finding.severity === severity).length;
  const unknown = findings.filter((finding) => finding.outcome === 'unknown').length;
  if (findings.length === 0) return 'Nothing was judged yet.';
  const path = steps > 0 ? ` The plan has ${plural(steps, 'step')}.` : '';
  if (n('critical') > 0) return `${plural(n('critical'), 'critical risk')} to close before anything moves.${path}`;
  if (n('high') > 0) return `${plural(n('high'), 'high risk')} to settle on the way, none critical.${path}`;
  if (n('medium') + n('low') + n('info') > 0) return `No critical or high risk was found${unknown > 0 ? ` in what could be judged; ${plural(unknown, 'judgement')} could not be made` : ''}.${path}`;
  return unknown > 0 ? `Nothing was found, but ${plural(unknown, 'judgement')} could not be made.${path}` : `Every rule that applies is met.${path}`;
}

/** One sentence on the estate: machines, networks, balancers, databases, software. */
export function inventoryStatement({ run }: Context): string {
  const instances = resourcesOf(run.estate, 'instance');
  const balancers = resourcesOf(run.estate, 'loadBalancer').length + resourcesOf(run.estate, 'classicLoadBalancer').length;
  const databases = resourcesOf(run.estate, 'dbInstance').length;
  if (instances.length + balancers + databases === 0) return '';
  const zones = new Set(instances.map((instance) => instance.Placement?.AvailabilityZone).filter((zone) => zone !== undefined)).size;
  const stopped = instances.filter((instance) => instance.State?.Name === 'stopped').length;
  const software = [...new Set(run.insight.components.map((item) => [item.component, item.version].filter((part) => part !== undefined).join(' ')))].sort(byText);
  const parts = [
    `${plural(instances.length, 'instance')}${stopped > 0 ? ` (${count(stopped)} stopped)` : ''} in ${plural(zones, 'zone')}`,
    ...(balancers > 0 ? [plural(balancers, 'load balancer')] : []), ...(databases > 0 ? [plural(databases, 'managed database')] : []),
  ];
  return `${listed(parts)}${run.insight.workloads.length > 0 ? `; ${plural(run.insight.workloads.length, 'workload')}` : ''}${software.length > 0 ? `: ${listed(software, 5)}` : ''}.`;
}

function busyStatement(context: Context): string {
  const figures = context.run.baseline.utilisation
    .flatMap((item) => (item.metric === 'CPUUtilization' && item.stat === 'p95' && item.value !== null ? [{ ...item, value: item.value }] : []))
    .sort((a, b) => b.value - a.value || byText(a.resourceId, b.resourceId));
  const [busiest] = figures;
  const last = figures.at(-1);
  if (!busiest || !last) return '';
  const top = `95 % of the time the processors of ${context.nameOf(busiest.resourceId).name} are below ${measure(busiest.value, busiest.unit)}`;
  return figures.length === 1 ? `${top}.` : `${top} and those of ${context.nameOf(last.resourceId).name} below ${measure(last.value, last.unit)}.`;
}
