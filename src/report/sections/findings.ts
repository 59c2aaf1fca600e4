import type { Finding, Severity } from '../../model/index.ts';
import { byText } from '../order.ts';
import type { Context } from '../context.ts';
import { count, day, plural } from '../quantity.ts';
import { mark, statements, table, withSub, type Cell, type TableView } from '../table.ts';
import { INTERRUPTS, PHASE, SEVERITIES, SEVERITY } from '../words.ts';

/** One rule that is not met, with everything it is not met on. */
export interface RuleBlock {
  readonly ruleId: string;
  readonly anchor: string;
  readonly title: string;
  readonly severity: { readonly word: string; readonly tone: Severity };
  /** Unfolded from the start: what must be dealt with before or during the migration. */
  readonly open: boolean;
  readonly tally: string;
  readonly phase: string;
  readonly why?: string;
  readonly resources: TableView;
  readonly fix: { readonly summary: string; readonly command?: string; readonly cost: string; readonly interrupts: string };
  readonly controls: readonly string[];
  readonly sources: readonly string[];
}

export interface FindingsView {
  readonly lead: string;
  readonly absent?: string;
  readonly blocks: readonly RuleBlock[];
  readonly unknown?: TableView;
  readonly muted?: TableView;
  readonly met?: TableView;
}

/** Findings by rule, the worst first; then what could not be judged, what is muted, and what is met. */
export function findingsView(context: Context): FindingsView {
  const { findings } = context.run;
  if (findings.length === 0) return { lead: '', absent: 'No rule was judged in this run, so nothing here says that the account is in order.', blocks: [] };
  const byRule = Map.groupBy(findings, (finding) => finding.ruleId);
  const blocks = failingRules(findings).map((ruleId) => block(context, byRule.get(ruleId) ?? []));
  const of = (outcome: Finding['outcome']) => findings.filter((finding) => finding.outcome === outcome).sort(bySeverity);
  const unknown = of('unknown');
  const muted = of('muted');
  const met = [...byRule.values()].filter((group) => group.every((finding) => finding.outcome === 'pass' || finding.outcome === 'not-applicable'));
  const failed = of('fail').length;
  return {
    lead: failed === 0
      ? `Of ${plural(byRule.size, 'rule')} judged, none is broken; ${plural(unknown.length, 'judgement')} could not be made.`
      : `${plural(blocks.length, 'rule')} of ${count(byRule.size)} judged ${blocks.length === 1 ? 'is' : 'are'} not met, on ${plural(failed, 'resource')} in all.`,
    blocks,
    ...(unknown.length > 0 ? {
      unknown: table('Not judged: a datum is missing', ['Rule', 'Resource', 'If it fails', 'What is missing'], unknown.map((finding) => [
        withSub(finding.title, finding.ruleId), resource(context, finding), mark(SEVERITY[finding.severity], 'unknown'), finding.reason ?? 'no reason was given',
      ]), { open: 20, file: 'findings.csv' }),
    } : {}),
    ...(muted.length > 0 ? {
      muted: table('Muted on purpose', ['Rule', 'Resource', 'Severity', 'Why', 'By', 'Until'], muted.map((finding) => [
        withSub(finding.title, finding.ruleId), resource(context, finding), mark(SEVERITY[finding.severity], 'neutral'),
        finding.mute?.reason ?? '', finding.mute?.by ?? '', finding.mute ? day(finding.mute.expires) : '',
      ]), { open: 20, file: 'findings.csv' }),
    } : {}),
    ...(met.length > 0 ? {
      met: table('Rules that are met or do not apply', ['Rule', { title: 'Met', end: true }, { title: 'Not applicable', end: true }], met
        .sort((a, b) => byText(a[0]?.title ?? '', b[0]?.title ?? ''))
        .map((group) => [
          withSub(group[0]?.title ?? '', group[0]?.ruleId), count(group.filter((finding) => finding.outcome === 'pass').length),
          count(group.filter((finding) => finding.outcome === 'not-applicable').length),
        ]), { open: 200 }),
    } : {}),
  };
}

/** Ids of the rules that fail somewhere: by worst severity, then by how many resources, then by title. */
export function failingRules(findings: readonly Finding[]): readonly string[] {
  const groups = Map.groupBy(findings.filter((finding) => finding.outcome === 'fail'), (finding) => finding.ruleId);
  return [...groups.entries()]
    .map(([ruleId, group]) => ({ ruleId, worst: worst(group), size: group.length, title: group[0]?.title ?? '' }))
    .sort((a, b) => a.worst - b.worst || b.size - a.size || byText(a.title, b.title) || byText(a.ruleId, b.ruleId))
    .map(({ ruleId }) => ruleId);
}

function block(context: Context, group: readonly Finding[]): RuleBlock {
  const failed = group.filter((finding) => finding.outcome === 'fail').sort(bySeverity);
  const [first] = failed;
  if (!first) throw new TypeError('a block needs a failing finding');
  const judged = failed.length + group.filter((finding) => finding.outcome === 'pass').length;
  const unknown = group.filter((finding) => finding.outcome === 'unknown').length;
  const severity = SEVERITIES[worst(failed)] ?? first.severity;
  const mixed = failed.some((finding) => finding.severity !== severity);
  const text = context.ruleText(first.ruleId);
  return {
    ruleId: first.ruleId,
    anchor: `rule-${slug(first.ruleId)}`,
    title: first.title,
    severity: { word: SEVERITY[severity], tone: severity },
    open: severity === 'critical' || severity === 'high',
    tally: `not met on ${count(failed.length)} of ${plural(judged, 'resource')}${unknown > 0 ? `, unknown on ${count(unknown)}` : ''}`,
    phase: PHASE[first.phase],
    ...(text ? { why: text.why } : {}),
    resources: table('Affected', ['Resource', ...(mixed ? ['Severity'] : []), 'Evidence'], failed.map((finding) => [
      resource(context, finding), ...(mixed ? [mark(SEVERITY[finding.severity], finding.severity)] : []), evidence(finding),
    ]), { open: 8, total: 100, file: 'findings.csv' }),
    fix: {
      summary: first.remediation.summary, cost: first.remediation.cost, interrupts: INTERRUPTS[first.remediation.interrupts],
      ...(first.remediation.command === undefined ? {} : { command: first.remediation.command }),
    },
    controls: first.controls.map((control) => `${control.framework} ${control.id}`),
    sources: text?.sources ?? [],
  };
}

function resource(context: Context, finding: Finding): Cell {
  const { name, id } = context.nameOf(finding.resourceId);
  const shown = finding.resourceName ?? name;
  const place = context.run.regions.length > 1 || context.run.accounts.length > 1 ? ` · ${finding.account} / ${finding.region}` : '';
  return { text: shown, code: shown === id, ...(shown === id && place === '' ? {} : { sub: `${shown === id ? '' : id}${place}`.replace(/^ · /, '') }) };
}

/** Every piece of evidence, with the line it stands on and what kind of evidence it is. */
function evidence(finding: Finding): Cell {
  const pieces = finding.evidence.map((piece) => {
    const from = [piece.line === undefined || piece.text.includes(`line ${piece.line}`) ? '' : `line ${piece.line}`, piece.basis === undefined || piece.basis === 'configuration' ? '' : piece.basis].filter((word) => word !== '').join(', ');
    return from === '' ? piece.text : `${piece.text} (${from})`;
  });
  return statements(pieces, 'no evidence was recorded');
}

function worst(group: readonly Finding[]): number {
  return Math.min(...group.map((finding) => SEVERITIES.indexOf(finding.severity)));
}

function bySeverity(a: Finding, b: Finding): number {
  return SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || byText(`${a.ruleId} ${a.resourceId}`, `${b.ruleId} ${b.resourceId}`);
}

/** Safe as an id of an element and as a fragment, whatever the text. */
export function slug(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
}
