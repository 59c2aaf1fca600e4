import type { Finding, Run, Severity } from '../../model/index.ts';
import { terminalLine } from '../escape/terminal.ts';
import { byText } from '../order.ts';
import { SEVERITIES } from '../words.ts';
import type { Format, RenderOptions } from './format.ts';

/**
 * SARIF 2.1.0: a result for every finding that fails or could not be judged, and for every muted one with its suppression.
 * Resources are logical locations; SARIF viewers that sort by score read `security-severity`.
 */
export const sarif: Format = {
  title: 'SARIF',
  render: (run, options) => Promise.resolve([{ name: 'report.sarif', content: `${JSON.stringify(log(run, options), null, 2)}\n` }]),
};

const LEVEL: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = { critical: 'error', high: 'error', medium: 'warning', low: 'note', info: 'note' };
/** The middle of GitHub's bands for `security-severity`: critical above 9, high from 7, medium from 4, low above 0. */
const SCORE: Readonly<Record<Severity, string>> = { critical: '9.5', high: '8.0', medium: '5.5', low: '2.0', info: '0.0' };

function log(run: Run, options: RenderOptions) {
  const findings = run.findings.filter((finding) => finding.outcome === 'fail' || finding.outcome === 'unknown' || finding.outcome === 'muted')
    .sort((a, b) => byText(`${a.ruleId} ${a.resourceId} ${a.outcome}`, `${b.ruleId} ${b.resourceId} ${b.outcome}`));
  const rules = [...Map.groupBy(findings, (finding) => finding.ruleId).values()].flatMap((group) => {
    const [first] = [...group].sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
    return first ? [rule(first, options)] : [];
  });
  const index = new Map(rules.map((item, at) => [item.id, at]));
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [{
      tool: { driver: { name: 'Monolens', version: run.tool.version, rules } },
      automationDetails: { id: `monolens/${run.id}` },
      invocations: [{ executionSuccessful: true, endTimeUtc: run.createdAt }],
      columnKind: 'utf16CodeUnits',
      results: findings.map((finding) => result(finding, index.get(finding.ruleId) ?? -1)),
    }],
  };
}

function rule(finding: Finding, options: RenderOptions) {
  const text = options.rules?.get(finding.ruleId);
  const { remediation } = finding;
  return {
    id: finding.ruleId,
    shortDescription: { text: terminalLine(finding.title) },
    fullDescription: { text: terminalLine(text?.why ?? finding.title) },
    help: { text: terminalLine([remediation.summary, remediation.command, remediation.cost].filter((part) => part !== undefined).join(' ')) },
    defaultConfiguration: { level: LEVEL[finding.severity] },
    properties: { 'security-severity': SCORE[finding.severity], tags: ['security', finding.phase, ...finding.controls.map((control) => terminalLine(`${control.framework} ${control.id}`))] },
  };
}

function result(finding: Finding, ruleIndex: number) {
  const evidence = finding.evidence.map((piece) => piece.text).join('; ');
  const name = finding.resourceName ?? finding.resourceId;
  const said = finding.outcome === 'unknown' ? `could not be judged: ${finding.reason ?? 'a datum is missing'}` : evidence === '' ? 'not met' : evidence;
  return {
    ruleId: finding.ruleId,
    ruleIndex,
    // SARIF's own words for "not decided": kind open; every kind but fail has level none.
    ...(finding.outcome === 'unknown' ? { kind: 'open', level: 'none' } : { kind: 'fail', level: LEVEL[finding.severity] }),
    message: { text: terminalLine(`${name}: ${said}`) },
    locations: [{ logicalLocations: [{ fullyQualifiedName: terminalLine(finding.resourceId), name: terminalLine(name), kind: 'resource' }] }],
    partialFingerprints: { 'monolens/v1': terminalLine(`${finding.ruleId} ${finding.resourceId}`) },
    properties: { severity: finding.severity, outcome: finding.outcome, account: finding.account, region: finding.region },
    ...(finding.outcome === 'muted' ? {
      suppressions: [{ kind: 'external', status: 'accepted', justification: terminalLine(finding.mute ? `${finding.mute.reason} (${finding.mute.by}, until ${finding.mute.expires})` : 'muted') }],
    } : {}),
  };
}
