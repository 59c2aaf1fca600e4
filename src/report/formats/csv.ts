import { KIND_NAMES, type Run } from '../../model/index.ts';
import { csvFile } from '../escape/csv.ts';
import { terminalLine } from '../escape/terminal.ts';
import { byText } from '../order.ts';
import { resourceNames } from '../resource-names.ts';
import { SEVERITIES } from '../words.ts';
import type { Format } from './format.ts';

type Row = readonly (string | number | undefined)[];

/** Findings, exposures and the inventory, a file each and a row for every item: nothing is left out here. */
export const csv: Format = {
  title: 'CSV',
  render: (run) => Promise.resolve([
    { name: 'findings.csv', content: csvFile(['outcome', 'severity', 'ruleId', 'title', 'resourceId', 'resourceName', 'kind', 'account', 'region', 'evidence', 'reason', 'remediation', 'command', 'cost', 'interrupts', 'phase', 'controls', 'mutedBy', 'mutedUntil', 'muteReason'], clean(findings(run))) },
    { name: 'inventory.csv', content: csvFile(['kind', 'id', 'name', 'arn', 'account', 'region', 'tags'], clean(inventory(run))) },
    { name: 'exposures.csv', content: csvFile(['verdict', 'resourceId', 'networkInterfaceId', 'address', 'privateAddress', 'family', 'protocol', 'fromPort', 'toPort', 'sources', 'closedGates', 'via', 'missing'], clean(exposures(run))) },
  ]),
};

function findings(run: Run): Row[] {
  const outcomes = ['fail', 'unknown', 'muted', 'pass', 'not-applicable'] as const;
  return [...run.findings]
    .sort((a, b) => outcomes.indexOf(a.outcome) - outcomes.indexOf(b.outcome) || SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || byText(`${a.ruleId} ${a.resourceId}`, `${b.ruleId} ${b.resourceId}`))
    .map((item) => [
      item.outcome, item.severity, item.ruleId, item.title, item.resourceId, item.resourceName, item.kind, item.account, item.region, item.evidence.map((piece) => piece.text).join('; '), item.reason,
      item.remediation.summary, item.remediation.command, item.remediation.cost, item.remediation.interrupts, item.phase, item.controls.map((control) => `${control.framework} ${control.id}`).join('; '),
      item.mute?.by, item.mute?.expires, item.mute?.reason,
    ]);
}

function inventory(run: Run): Row[] {
  const nameOf = resourceNames(run);
  return KIND_NAMES.flatMap((kind) => [...(run.estate.resources[kind] ?? [])].sort((a, b) => byText(`${a.account} ${a.region} ${a.id}`, `${b.account} ${b.region} ${b.id}`)).map((item) => [
    kind, item.id, nameOf(item.id).name, item.arn, item.account, item.region, Object.entries(item.tags).sort(([a], [b]) => byText(a, b)).map(([name, value]) => `${name}=${value}`).join('; '),
  ]));
}

function exposures(run: Run): Row[] {
  return [...run.insight.exposures]
    .sort((a, b) => byText(`${a.resourceId} ${a.via} ${a.address} ${a.protocol}`, `${b.resourceId} ${b.via} ${b.address} ${b.protocol}`) || a.fromPort - b.fromPort || a.toPort - b.toPort)
    .map((item) => [
      item.verdict, item.resourceId, item.networkInterfaceId, item.address, item.privateAddress, item.family, item.protocol, item.fromPort, item.toPort, item.sources.join('; '), item.closedGates.join('; '), item.via, (item.missing ?? []).join('; '),
    ]);
}

/** Without control characters: a spreadsheet has no use for them, a terminal that shows the file has. */
function clean(rows: readonly Row[]): readonly Row[] {
  return rows.map((row) => row.map((field) => (typeof field === 'string' ? terminalLine(field) : field)));
}
