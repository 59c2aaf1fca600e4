import { type CommandReader, lineText, operandsOf, optionOf } from './context.ts';
import { textOnLine } from '../shell/text.ts';

const NETWORK_FILE_SYSTEM = /^(?:nfs4?|efs|cifs|smbfs|smb3|lustre|glusterfs|ceph|fuse\.s3fs|s3fs|fuse\.sshfs)$/;

/** mount, mount.nfs4, s3fs, sshfs, New-PSDrive, net use: file systems that other machines share. */
export const readMount: CommandReader = (invocation, context) => {
  const [name = '', ...rest] = invocation.words;
  const type = optionOf(rest, '-t', '--types');
  const source = operandsOf(rest, new Set(['-t', '-o', '--types', '--options']))[0] ?? '';
  const shared = name !== 'mount' || NETWORK_FILE_SYSTEM.test(type ?? '') || /^[\w.-]+:\/|^\/\/[\w.-]+\/|^fs-[0-9a-f]+/.test(source);
  if (!shared) return;
  context.sheet.state('shared-file-system', lineText(invocation), invocation.line);
  const host = /^(fs-[0-9a-f]+(?:\.[\w.-]+)?|[\w.-]+\.[\w.-]+|\d+(?:\.\d+){3})(?::|$|\/)/.exec(source.replace(/^\/\/|^\\\\/, ''))?.[1];
  if (host !== undefined) context.sheet.endpoint({ host, kind: /^cifs|smb/.test(type ?? '') ? 'smb' : 'file-system', line: invocation.line });
};

/** `mkdir -p /var/www/uploads`: a directory that is made for what users bring. */
export const readDirectory: CommandReader = (invocation, context) => {
  const named = invocation.words.join(' ');
  if (/\/(?:uploads?|attachments|user[-_]?files|media)(?:\/|\s|$)/i.test(named)) context.sheet.state('uploads', lineText(invocation), invocation.line);
  if (/\/sessions?(?:\/|\s|$)/i.test(named)) context.sheet.state('sessions', lineText(invocation), invocation.line);
};

/** `sed -i 's/Listen 80/Listen 8080/' file`: what it puts in stands in the file from then on. */
export const readSed: CommandReader = (invocation, context) => {
  const rest = invocation.words.slice(1);
  if (!rest.some((word) => /^-[a-zA-Z]*i|^--in-place/.test(word))) return;
  const operands = operandsOf(rest, new Set(['-e', '--expression']));
  const expressions = rest.filter((_, index) => /^(?:-e|--expression)$/.test(rest[index - 1] ?? ''));
  const files = expressions.length > 0 ? operands : operands.slice(1);
  if (expressions.length === 0 && operands[0] !== undefined) expressions.push(operands[0]);
  const added = expressions.flatMap((expression) => expression.split(/;\s*(?=s\W)/)).map(replacementOf).filter((text) => text !== undefined);
  for (const file of files) for (const text of added) context.write(file, textOnLine(text, invocation.line), true);
};

/** The text that an `s`, `a`, `i` or `c` command puts in. */
function replacementOf(expression: string): string | undefined {
  const inserted = /^(?:\d+|\$|\/(?:[^/\\]|\\.)*\/)?\s*[aic]\s*\\?\s*(.+)$/s.exec(expression);
  if (inserted && !/^\s*(?:\d+,\d+|\$|\d+|\/.*?\/)?\s*s\W/.test(expression)) return inserted[1]?.replaceAll(String.raw`\n`, '\n');
  const at = /(?:^|[\d$/}\s])s([^\w\s\\])/.exec(expression);
  const delimiter = at?.[1];
  if (!at || delimiter === undefined) return undefined;
  const parts = expression.slice(at.index + at[0].length).split(new RegExp(String.raw`(?<!\\)[${delimiter === '^' || delimiter === ']' ? '\\' : ''}${delimiter}]`));
  const text = parts[1]?.replaceAll(String.raw`\n`, '\n').replaceAll(`\\${delimiter}`, delimiter);
  return text === undefined || text.trim() === '' ? undefined : text;
}

/** `crontab -` with its table on standard input. */
export const readCrontab: CommandReader = (invocation, context) => {
  if (invocation.input && !invocation.words.includes('-l')) context.write('/var/spool/cron/crontab', invocation.input, true);
};

/** `iptables … --dport 80 -j REDIRECT --to-port 3000`: a port that is taken in for another. */
export const readRedirection: CommandReader = (invocation, context) => {
  const text = invocation.words.join(' ');
  const [, from, to] = /--dport\s+(\d+).*REDIRECT\s+--to-ports?\s+(\d+)/.exec(text) ?? /port=(\d+):proto=\w+:toport=(\d+)/.exec(text) ?? [];
  for (const port of [from, to]) if (port !== undefined) context.sheet.port(Number(port));
};

/** schtasks, Register-ScheduledTask, at. */
export const readScheduledTask: CommandReader = (invocation, context) => {
  const [, ...rest] = invocation.words;
  const lower = rest.map((word) => word.toLowerCase());
  if ((invocation.words[0] ?? '').startsWith('schtasks') && !lower.includes('/create')) return;
  const after = (flag: string): string | undefined => (lower.includes(flag) ? rest[lower.indexOf(flag) + 1] : undefined);
  const schedule = [after('/sc'), after('/mo'), after('/st')].filter((part) => part !== undefined).join(' ');
  context.sheet.job(schedule === '' ? 'scheduled task' : schedule, after('/tr') ?? after('-taskname') ?? after('/tn') ?? lineText(invocation), invocation.line);
  context.sheet.state('cron', lineText(invocation), invocation.line);
};

/** Database clients with a host: where the data are, not that a server is here. */
export const readDatabaseClient: CommandReader = (invocation, context) => {
  const [name = '', ...rest] = invocation.words;
  const host = optionOf(rest, '-h', '--host', '-S', '-H');
  const port = Number(optionOf(rest, name.startsWith('mysql') || name.startsWith('mariadb') ? '-P' : '-p', '--port'));
  if (host === undefined || !/^[\w.-]+$/.test(host) || /^(?:localhost|127\.|0\.0\.0\.0)/.test(host)) return;
  const kind = /redis|valkey/.test(name) ? 'cache' : 'database';
  context.sheet.endpoint({ host, kind, line: invocation.line, ...(port > 0 ? { port } : {}) });
};

/** `aws secretsmanager get-secret-value`: the services of AWS that the script itself calls. */
export const readAws: CommandReader = (invocation, context) => {
  const operands = operandsOf(invocation.words.slice(1), new Set(['--region', '--profile', '--output', '--query']));
  const [service = '', verb = ''] = operands;
  if (service === '' || service === 'configure' || service === 's3' || service === 's3api' || service === 'help' || !/^[a-z0-9-]+$/.test(service)) return;
  if (verb !== '') context.sheet.endpoint({ host: `${service}.amazonaws.com`, kind: 'aws-service', line: invocation.line });
};
