import type { UserData } from '../../model/resources/ec2.ts';
import type { BootFacts, Component, StateFact } from '../../model/insight.ts';
import { readWindows } from '../powershell/read.ts';
import { linedText } from '../shell/text.ts';
import { readCloudConfig } from './cloud-config.ts';
import { findEndpoints } from './endpoints.ts';
import { FactSheet, type ScriptFacts } from './facts.ts';
import { Reading } from './reading.ts';

/** User data that was decoded and redacted: whose it is does not matter to what it says. */
export type ReadableUserData = Pick<UserData, 'parts' | 'size' | 'encoding' | 'secrets'>;

/** What `monolens inspect user-data --json` prints for a file. */
export interface UserDataInspection {
  readonly file: string;
  readonly format: BootFacts['format'];
  readonly components: readonly Omit<Component, 'resourceId'>[];
  readonly ports: readonly number[];
  readonly secrets: readonly { readonly kind: string; readonly line: number }[];
  readonly bootstrap: { readonly heavy: boolean; readonly reasons: readonly string[] };
  readonly scheduledJobs: BootFacts['scheduledJobs'];
  readonly endpoints: BootFacts['endpoints'];
  readonly state: readonly StateFact[];
}

/**
 * Reads user data: components, ports, endpoints, state, jobs and how heavy booting is, each with its line. Never throws:
 * what cannot be read says nothing, and its format is `unknown`.
 */
export function analyseUserData(userData: ReadableUserData): ScriptFacts {
  const sheet = new FactSheet();
  const formats: ScriptFacts['format'][] = [];
  for (const part of userData.parts) {
    const text = linedText(part.text, part.line ?? 1);
    const reading = new Reading(sheet);
    const format = formatOf(part.contentType, part.text);
    formats.push(format);
    if (format === 'cloud-config') readCloudConfig(text, sheet, reading);
    else if (format === 'powershell') readWindows(text, sheet, reading);
    else if (format === 'shell') reading.shell(text);
    reading.finish();
    if (format !== 'unknown') findEndpoints(text, sheet);
  }
  const format = formats.length > 1 ? 'mime' : formats[0] ?? 'unknown';
  return sheet.finish(format, userData.secrets.map(({ kind, line }) => ({ kind, line })), userData.size);
}

/** As `analyseUserData`, in the shape of the command line's JSON. */
export function inspectUserData(userData: ReadableUserData, file: string): UserDataInspection {
  const facts = analyseUserData(userData);
  return {
    file,
    format: facts.format,
    components: facts.components,
    ports: facts.ports,
    secrets: facts.secrets,
    bootstrap: { heavy: facts.heavy, reasons: facts.reasons },
    scheduledJobs: facts.scheduledJobs,
    endpoints: facts.endpoints,
    state: facts.state,
  };
}

function formatOf(contentType: string, text: string): ScriptFacts['format'] {
  if (/powershell/.test(contentType) || /<(?:powershell|script)>/i.test(text.slice(0, 4000))) return 'powershell';
  if (/cloud-config/.test(contentType) || (contentType === 'text/jinja2' && text.includes('#cloud-config'))) return 'cloud-config';
  if (/shellscript|boothook|x-sh/.test(contentType) || /^\s*#!/.test(text)) return 'shell';
  if (contentType === 'text/x-include-url') return 'unknown';
  return looksLikeShell(text) ? 'shell' : 'unknown';
}

/** A script without its first line, as templates often leave it: some line is a command that scripts at boot are made of. */
function looksLikeShell(text: string): boolean {
  return /^\s*(?:sudo\s+|export\s+)?(?:apt-get|apt|yum|dnf|systemctl|service|docker|echo|export|cat|mkdir|curl|wget|cd|pip3?|npm|set\s+-|amazon-linux-extras|\w+=)/m.test(text);
}
