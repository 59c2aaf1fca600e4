import { readUserDataFileThoroughly } from '../collect/index.ts';
import type { Host } from '../host.ts';
import { terminalLine } from '../report/index.ts';
import { inspectUserData, type UserDataInspection } from '../workload/index.ts';
import { readInput } from './read-input.ts';

/** Reads each script by itself. Secrets are redacted before anything looks at the text, as in an assessment. */
export async function inspectUserDataFiles(files: readonly string[], host: Pick<Host, 'cwd'>): Promise<{ data: UserDataInspection[]; text: string }> {
  const data: UserDataInspection[] = [];
  for (const file of files) data.push(inspectUserData(await readUserDataFileThoroughly(await readInput(file, host.cwd)), file));
  return { data, text: data.map(textOf).join('\n') };
}

function textOf(inspection: UserDataInspection): string {
  const lines = [`${terminalLine(inspection.file)}: ${inspection.format}`];
  const section = (title: string, rows: readonly string[]): void => {
    if (rows.length > 0) lines.push(`  ${title}`, ...rows.map((row) => `    ${terminalLine(row)}`));
  };
  section('Components', inspection.components.map((component) => {
    const ports = component.ports.length > 0 ? `, ports ${component.ports.join(', ')}` : '';
    const line = component.evidence[0]?.line;
    return `${component.component}${component.version ? ` ${component.version}` : ''}${ports} (${component.source}${line === undefined ? '' : `, line ${line}`}, confidence ${component.confidence.toFixed(2)})`;
  }));
  section('Ports', inspection.ports.length > 0 ? [inspection.ports.join(', ')] : []);
  section('Calls', inspection.endpoints.map((endpoint) => `${endpoint.host}${endpoint.port === undefined ? '' : `:${endpoint.port}`} (${endpoint.kind})`));
  section('Keeps', inspection.state.map((state) => `${state.kind}: ${state.evidence[0]?.text ?? ''}`));
  section('Scheduled jobs', inspection.scheduledJobs.map((job) => `${job.schedule}  ${job.command}`));
  section('Secrets', inspection.secrets.map((secret) => `${secret.kind} in line ${secret.line}; the value is not kept`));
  section('Boot', inspection.bootstrap.reasons);
  if (lines.length === 1) lines.push('  nothing that Monolens knows');
  return `${lines.join('\n')}\n`;
}
