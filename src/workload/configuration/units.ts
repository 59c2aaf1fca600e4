import { type FileReader, linesOf, wordsOf } from './file.ts';

/** A systemd unit: what it starts, with what environment; a timer: when. */
export const readUnit: FileReader = (file) => {
  const name = file.path.replace(/^.*\//, '');
  let calendar: { text: string; line: number } | undefined;
  let unit: string | undefined;
  for (const { text, line } of linesOf({ ...file, content: joinContinued(file.content) })) {
    const [, key = '', value = ''] = /^\s*(\w+)\s*=\s*(.*)$/.exec(text) ?? [];
    if (key === 'ExecStart' || key === 'ExecStartPre' || key === 'ExecReload') file.run(wordsOf(value.replace(/^[-@:+!]+/, '')), line, key === 'ExecStart');
    else if (key === 'Environment') for (const pair of wordsOf(value)) setPair(pair, (k, v) => file.setting(k, v, line));
    else if (/^On(?:Calendar|UnitActiveSec|BootSec|UnitInactiveSec)$/.test(key)) calendar ??= { text: value, line };
    else if (key === 'Unit') unit = value;
    else if (key === 'ListenStream') {
      const port = Number(/(?:^|:)(\d+)$/.exec(value)?.[1]);
      if (port > 0) file.sheet.port(port);
    }
  }
  if (name.endsWith('.timer') && calendar) {
    file.sheet.job(calendar.text, unit ?? name.replace(/\.timer$/, '.service'), calendar.line);
    file.sheet.state('cron', `systemd timer ${name}`, calendar.line);
  }
};

/** Lines that end in a backslash go on in the next; the next stays as an empty line, so that numbers stay right. */
function joinContinued<T extends { text: string; lines: readonly number[] }>(content: T): T {
  const lines = content.text.split('\n');
  for (let i = lines.length - 2; i >= 0; i -= 1) {
    if (!(lines[i] ?? '').endsWith('\\')) continue;
    lines[i] = `${(lines[i] ?? '').slice(0, -1)} ${(lines[i + 1] ?? '').trim()}`;
    lines[i + 1] = '';
  }
  return { ...content, text: lines.join('\n') };
}

function setPair(pair: string, set: (name: string, value: string) => void): void {
  const at = pair.indexOf('=');
  if (at > 0) set(pair.slice(0, at), pair.slice(at + 1));
}

export const readSupervisor: FileReader = (file) => {
  for (const { text, line } of linesOf(file)) {
    const [, key, value = ''] = /^\s*(command|environment)\s*=\s*(.*)$/.exec(text) ?? [];
    if (key === 'command') file.run(wordsOf(value), line, true);
    if (key === 'environment') for (const pair of value.split(',')) setPair(pair.replaceAll(/["']/g, '').trim(), (k, v) => file.setting(k, v, line));
    const inet = /^\s*port\s*=\s*(?:[\w.*]*:)?(\d+)/.exec(text);
    if (inet) file.sheet.port(Number(inet[1]));
  }
};

export const readProcfile: FileReader = (file) => {
  for (const { text, line } of linesOf(file)) {
    const command = /^[\w-]+:\s*(.+)$/.exec(text)?.[1];
    if (command !== undefined) file.run(wordsOf(command), line, true);
  }
};

const FIELDS = /^\s*((?:[\d*/,A-Za-z-]+\s+){4}[\d*/,A-Za-z-]+|@\w+)\s+(.*)$/;

/** A crontab; those of `/etc` name a user before the command. */
export const readCron: FileReader = (file) => {
  const withUser = /^\/etc\/cron(?:tab$|\.d\/)/.test(file.path);
  for (const { text, line } of linesOf(file)) {
    const [, schedule, rest = ''] = FIELDS.exec(text) ?? [];
    if (schedule === undefined || !/^(?:@|[\d*])/.test(schedule)) {
      const pair = /^\s*([A-Z_]+)\s*=\s*(.*)$/.exec(text);
      if (pair) file.setting(pair[1] ?? '', pair[2] ?? '', line);
      continue;
    }
    const command = withUser ? rest.replace(/^\S+\s+/, '') : rest;
    file.sheet.job(schedule.replaceAll(/\s+/g, ' '), command, line);
    file.sheet.state('cron', `cron job: ${command}`, line);
    file.run(wordsOf(command.replace(/^cd\s+\S+\s*&&\s*/, '').replace(/\s+(?:>|2>|\||&&|;).*$/, '')), line);
  }
};

/** A script in `/etc/cron.daily` and its like. */
export const readCronDirectory: FileReader = (file) => {
  const [, period = '', name = ''] = /\/etc\/cron\.(hourly|daily|weekly|monthly)\/(.*)$/.exec(file.path) ?? [];
  const line = file.content.lines[0] ?? 1;
  file.sheet.job(`@${period}`, name, line);
  file.sheet.state('cron', `/etc/cron.${period}/${name}`, line);
  file.runShell(file.content);
};
