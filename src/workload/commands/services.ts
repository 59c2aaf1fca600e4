import { findService } from '../components/lookup.ts';
import type { Invocation } from '../shell/walk.ts';
import { type CommandContext, type CommandReader, lineText, operandsOf, optionOf } from './context.ts';

const STARTS = /^(?:start|restart|enable|reenable|try-restart|reload|reload-or-restart|condrestart|on|add|default|defaults)$/;
const ENDS = /^(?:disable|mask|off|remove|delete)$/;

function started(name: string, invocation: Invocation, context: CommandContext): void {
  const match = findService(name.replace(/^.*\//, ''));
  if (!match) return;
  context.sheet.component(match.id, { source: 'service', text: lineText(invocation), line: invocation.line, version: match.version, conditional: invocation.conditional });
}

function ended(name: string, context: CommandContext): void {
  const match = findService(name.replace(/^.*\//, ''));
  if (match) context.sheet.remove(match.id);
}

/** `systemctl enable --now nginx php-fpm`. */
export const readSystemctl: CommandReader = (invocation, context) => {
  const [verb = '', ...units] = operandsOf(invocation.words.slice(1), new Set(['-H', '-M', '--root', '-t']));
  for (const unit of units) {
    if (STARTS.test(verb)) started(unit, invocation, context);
    else if (ENDS.test(verb)) ended(unit, context);
    if (STARTS.test(verb) && unit.endsWith('.timer')) context.sheet.state('cron', lineText(invocation), invocation.line);
  }
};

/** `service nginx start`, `rc-service nginx start`, `initctl start nginx`. */
export const readService: CommandReader = (invocation, context) => {
  const operands = operandsOf(invocation.words.slice(1));
  const verb = operands.find((word) => STARTS.test(word));
  if (verb === undefined) return;
  for (const name of operands) if (name !== verb) started(name, invocation, context);
};

/** `chkconfig httpd on`, `update-rc.d nginx defaults`, `rc-update add nginx`. */
export const readRunlevels: CommandReader = (invocation, context) => {
  const operands = operandsOf(invocation.words.slice(1), new Set(['--level', '--levels']));
  const ends = operands.some((word) => ENDS.test(word));
  for (const name of operands) {
    if (STARTS.test(name) || ENDS.test(name)) continue;
    if (ends) ended(name, context);
    else started(name, invocation, context);
  }
};

/** `Start-Service`, `Set-Service -Name x -StartupType Automatic`, `net start`, `sc.exe start`. */
export const readWindowsService: CommandReader = (invocation, context) => {
  const [command = '', ...rest] = invocation.words;
  const named = optionOf(rest, '-Name', '-name', '-DisplayName');
  const names = named === undefined ? operandsOf(rest, new Set(['-StartupType', '-Status'])).filter((word) => !/^(?:start|config|stop)$/i.test(word)) : named.split(',');
  if (/stop|remove/i.test(command) || rest.some((word) => /^(?:stop|disabled|delete)$/i.test(word))) return;
  for (const name of names) started(name.trim(), invocation, context);
};
