import { parse } from 'yaml';
import { type LinedText, linedText, textOnLine } from '../shell/text.ts';
import type { FactSheet } from '../user-data/facts.ts';
import type { Reading } from '../user-data/reading.ts';
import { type PowerShellStatement, statementsOf } from './tokens.ts';

const OPTION_VALUE = (words: readonly string[], ...names: readonly string[]): string | undefined => {
  const at = words.findIndex((word) => names.includes(word.toLowerCase()));
  return at < 0 ? undefined : words[at + 1];
};

/** User data of Windows: `<powershell>` and `<script>` blocks, the YAML of EC2Launch v2, or a bare script. */
export function readWindows(content: LinedText, sheet: FactSheet, reading: Reading): void {
  const { text } = content;
  let found = false;
  for (const match of text.matchAll(/<(powershell|script)>([\s\S]*?)(?:<\/\1>|$)/gi)) {
    found = true;
    const first = text.slice(0, match.index + match[0].indexOf('>') + 1).split('\n').length - 1;
    const body = match[2] ?? '';
    readScript({ text: body, lines: body.split('\n').map((_, index) => content.lines[first + index] ?? content.lines.at(-1) ?? 1) }, sheet, reading);
  }
  if (found) return;
  const tasks = launchTasks(text);
  if (!tasks) return readScript(content, sheet, reading);
  for (const task of tasks) readScript(linedText(task, text.slice(0, Math.max(0, text.indexOf(task.split('\n')[0] ?? ''))).split('\n').length), sheet, reading);
}

function launchTasks(text: string): string[] | undefined {
  if (!/^tasks:/m.test(text)) return undefined;
  try {
    const document = parse(text) as { tasks?: { inputs?: { content?: string }[] | { content?: string } }[] } | null;
    return (document?.tasks ?? []).flatMap((task) => (Array.isArray(task.inputs) ? task.inputs : [task.inputs ?? {}])).flatMap((input) => (typeof input.content === 'string' ? [input.content] : []));
  } catch {
    return undefined; // broken YAML is read as a script
  }
}

function readScript(content: LinedText, sheet: FactSheet, reading: Reading): void {
  for (const statement of statementsOf(content)) {
    if (!reading.spend()) return;
    readStatement(statement, sheet, reading);
  }
}

function readStatement(statement: PowerShellStatement, sheet: FactSheet, reading: Reading): void {
  const { line, text } = statement;
  const words = statement.words.map((word) => word.replace(/,$/, ''));
  const assigned = /^\$(?:env:)?(\w+)$/i.exec(words[0] ?? '');
  if (assigned && words[1] === '=') {
    if (words.length === 3) reading.setting(assigned[1] ?? '', words[2] ?? '', line);
    return readStatement({ ...statement, words: statement.words.slice(2) }, sheet, reading);
  }
  const [raw = ''] = words[0] === '&' || words[0] === '.' ? words.slice(1) : words;
  const name = raw.replace(/^.*[\\/]/, '').replace(/\($/, '').toLowerCase();
  if (/downloadstring|downloadfile/i.test(text)) download(text, statement, sheet, reading);
  if (/\b(?:iex|invoke-expression)\b/i.test(text) && /downloadstring|invoke-webrequest|\biwr\b|\birm\b|invoke-restmethod/i.test(text)) sheet.boot('curl-bash', 'a script from the internet is run as it comes', 3, line);
  switch (name) {
    case 'set-content':
    case 'out-file':
    case 'add-content': {
      const path = OPTION_VALUE(words, '-path', '-filepath', '-literalpath') ?? words.slice(1).find((word) => !word.startsWith('-'));
      const value = OPTION_VALUE(words, '-value', '-inputobject') ?? statement.piped;
      if (path !== undefined && value !== undefined) reading.write(path.replaceAll('\\', '/'), linedText(value, value.includes('\n') ? line + 1 : line), name === 'add-content' || words.some((word) => /^-append$/i.test(word)));
      return;
    }
    case 'new-webbinding':
    case 'new-website':
    case 'new-iissite': {
      const port = Number(OPTION_VALUE(words, '-port') ?? /\*?:(\d+):/.exec(OPTION_VALUE(words, '-bindinginformation') ?? '')?.[1] ?? 80);
      sheet.component('iis', { source: 'command', text, line, ports: [port] });
      return;
    }
    case 'new-service':
    case 'nssm':
    case 'nssm.exe': {
      const command = name === 'new-service' ? OPTION_VALUE(words, '-binarypathname') : words.slice(3).join(' ');
      if (command !== undefined) reading.command({ words: command.split(/\s+/), line, conditional: false, background: true });
      return;
    }
    case 'new-scheduledtasktrigger': {
      const schedule = words.slice(1).map((word) => word.replace(/^-/, '')).join(' ');
      sheet.job(schedule, 'scheduled task', line);
      sheet.state('cron', text, line);
      return;
    }
    case 'start-process': {
      const program = OPTION_VALUE(words, '-filepath') ?? words[1];
      const list = OPTION_VALUE(words, '-argumentlist', '-args') ?? '';
      if (program !== undefined) reading.command({ words: [program.replaceAll('\\', '/'), ...list.split(/[\s,]+/).filter(Boolean)], line, conditional: false, background: true });
      return;
    }
    case 'net':
      if (words[1]?.toLowerCase() === 'use' && (words.at(-1) ?? '').startsWith('\\\\')) sheet.state('shared-file-system', text, line);
      break;
    case 'register-scheduledtask':
      sheet.job('scheduled task', OPTION_VALUE(words, '-taskname') ?? text, line);
      sheet.state('cron', text, line);
      return;
    case '[environment]::setenvironmentvariable':
    case '[system.environment]::setenvironmentvariable': {
      const [variable = '', value = ''] = words.slice(1);
      reading.setting(variable.replace(/,$/, ''), value, line);
      return;
    }
    case 'setx':
      reading.setting(words[1] ?? '', words[2] ?? '', line);
      return;
    default:
      break;
  }
  const lower = [raw.replaceAll('\\', '/').replace(/\($/, ''), ...words.slice(words.indexOf(raw) + 1)];
  if (/^[\w.:-]+$/.test(name)) reading.command({ words: lower.map((word, index) => (index === 0 ? name : word)), line, conditional: false, background: false });
}

function download(text: string, statement: PowerShellStatement, sheet: FactSheet, reading: Reading): void {
  for (const url of statement.words.flatMap((word) => word.match(/https?:\/\/\S+/g) ?? [])) reading.command({ words: ['curl', url.replace(/["'),]+$/, '')], line: statement.line, conditional: false, background: false });
  if (/downloadfile/i.test(text)) sheet.boot('downloads', 'files are downloaded', 1, statement.line);
}

/** Lines of a Windows command file: the same statements; `^` goes on in the next line. */
export function readBatch(content: LinedText, sheet: FactSheet, reading: Reading): void {
  content.text.replaceAll(/\^\n/g, '  ').split('\n').forEach((text, index) => {
    readScript(textOnLine(text, content.lines[index] ?? 1), sheet, reading);
  });
}
