import { findArchive, findCommand } from '../components/lookup.ts';
import { type CommandReader, type CommandContext, lineText, operandsOf, optionOf } from './context.ts';
import type { Invocation } from '../shell/walk.ts';
import { portsOf } from './ports.ts';

function found(id: string, invocation: Invocation, context: CommandContext, ports: readonly number[] = [], listens = true): void {
  context.sheet.component(id, { source: 'command', text: lineText(invocation), line: invocation.line, conditional: invocation.conditional, ports, listens });
}

function again(words: readonly string[], invocation: Invocation, context: CommandContext): void {
  if (words.length > 0) context.run({ ...invocation, words });
}

/** `java -jar app.jar --server.port=8081`: the program, its framework and its port. */
export const readJava: CommandReader = (invocation, context) => {
  const { words } = invocation;
  if (words.slice(1).every((word) => /^-?-version$/.test(word))) return;
  const ports = portsOf(words, false);
  const text = words.join(' ');
  found('openjdk', invocation, context, [], false);
  const jar = words[words.indexOf('-jar') + 1];
  const product = jar === undefined ? undefined : findArchive(jar);
  if (product) found(product.id, invocation, context, ports);
  else if (/quarkus/.test(text)) found('quarkus-framework', invocation, context, ports);
  else if (/micronaut/.test(text)) found('micronaut', invocation, context, ports);
  else if (/play\.(?:server|http)/.test(text)) found('play-framework', invocation, context, ports);
  else if (/spring|--server\.port|-Dserver\.port|management\.server/i.test(text)) found('spring-boot', invocation, context, ports);
  else if (/\sserver\s+\S+\.ya?ml/.test(text)) found('dropwizard', invocation, context, ports);
  for (const port of ports) context.sheet.port(port);
};

/** `node server.js`, `nodemon`, `ts-node`, `npx next start`. */
export const readNode: CommandReader = (invocation, context) => {
  const [name = '', ...rest] = invocation.words;
  if (name === 'npx') return again(operandsOf(rest), invocation, context);
  const script = operandsOf(rest, new Set(['-r', '--require', '-e', '--eval', '-p', '--import', '--env-file']))[0];
  if (script === undefined) return;
  found('nodejs', invocation, context, portsOf(rest, false), false);
  for (const port of portsOf(rest, false)) context.sheet.port(port);
};

/** pm2 and forever: process managers of Node.js programs, and of whatever they are told to run. */
export const readPm2: CommandReader = (invocation, context) => {
  const [name = '', verb, target] = invocation.words;
  const id = name.startsWith('pm2') ? 'pm2' : 'forever';
  found(id, invocation, context);
  if (/^(?:start|serve)$/.test(verb ?? '') && !/\.(?:py|sh|rb)$/.test(target ?? '')) found('nodejs', invocation, context, [], false);
  const ports = portsOf(invocation.words.slice(2), false);
  if (verb === 'serve') for (const word of invocation.words.slice(3)) if (/^\d{2,5}$/.test(word)) ports.push(Number(word));
  for (const port of ports) context.sheet.port(port);
};

const NO_SERVER = /(?:^|\/)(?:get-pip|setup|ez_setup|awslogs-agent-setup|install|cloud-init\S*|cfn-\S+)\.py$/;

/** Python programs: modules are read as the command that they are; `manage.py` is Django's. */
export const readPython: CommandReader = (invocation, context) => {
  const [, ...rest] = invocation.words;
  const module = optionOf(rest, '-m');
  if (module !== undefined) {
    const after = rest.slice(rest.indexOf('-m') + 2);
    if (module === 'http.server' || module === 'SimpleHTTPServer') {
      const port = Number(after.find((word) => /^\d+$/.test(word)) ?? 8000);
      found('python', invocation, context, [port]);
      return context.sheet.port(port);
    }
    if (module === 'venv' || module === 'ensurepip' || module === 'virtualenv') return undefined;
    if (findCommand(module, undefined)) found('python', invocation, context, [], false);
    return again([module, ...after], invocation, context);
  }
  if (rest[0] === '-c') return undefined;
  const operands = operandsOf(rest, new Set(['-W', '-X']));
  const script = operands[0];
  if (script === undefined || NO_SERVER.test(script) || script === '-') return undefined;
  found('python', invocation, context, [], false);
  if (/(?:^|\/)manage\.py$/.test(script)) return readDjango(operands, invocation, context);
  for (const port of portsOf(rest)) context.sheet.port(port);
  return undefined;
};

function readDjango(operands: readonly string[], invocation: Invocation, context: CommandContext): void {
  const [, verb, address] = operands;
  if (verb !== 'runserver') return found('django', invocation, context, [], false);
  const port = Number(/(\d+)$/.exec(address ?? '')?.[1] ?? 8000);
  return found('django', invocation, context, [port]);
}

/** `bundle exec puma`, `rails server -p 3000`, `rake`. */
export const readRuby: CommandReader = (invocation, context) => {
  const [name = '', ...rest] = invocation.words;
  if (name === 'bundle' || name === 'bundler') {
    found('ruby', invocation, context, [], false);
    if (rest[0] === 'install' || rest.length === 0) context.sheet.boot('dependencies-ruby', 'Ruby dependencies are installed', 2, invocation.line);
    return rest[0] === 'exec' ? again(operandsOf(rest.slice(1)).length > 0 ? rest.slice(1) : [], invocation, context) : undefined;
  }
  if (name === 'rails') {
    const serves = rest[0] === 'server' || rest[0] === 's';
    if (rest[0] !== '-v' && rest[0] !== '--version') found('ruby-on-rails', invocation, context, serves ? portsOf(rest) : [], serves);
    return undefined;
  }
  if (name === 'ruby' && rest.some((word) => !word.startsWith('-'))) found('ruby', invocation, context, [], false);
  return undefined;
};

/** `php artisan queue:work`, `php -S 0.0.0.0:8000`. */
export const readPhp: CommandReader = (invocation, context) => {
  const [, ...rest] = invocation.words;
  const script = operandsOf(rest, new Set(['-S', '-t', '-d', '-r', '-c']))[0];
  const ports = portsOf(rest);
  if (rest[0] === '-S') return found('php', invocation, context, ports);
  if (script === undefined) return undefined;
  found('php', invocation, context, [], false);
  if (/(?:^|\/)artisan$/.test(script)) found('laravel', invocation, context, rest.includes('serve') ? (ports.length > 0 ? ports : [8000]) : []);
  else if (script.endsWith('bin/console')) found('symfony', invocation, context);
  else if (script.endsWith('bin/magento')) found('magento', invocation, context);
  else if (/(?:^|\/)occ$/.test(script)) found('nextcloud', invocation, context);
  else if (/composer(?:\.phar)?$/.test(script)) again(['composer', ...rest.slice(rest.indexOf(script) + 1)], invocation, context);
  return undefined;
};

/** `dotnet Shop.dll --urls http://0.0.0.0:5000`. Kestrel listens on 5000 when it is not told otherwise. */
export const readDotnet: CommandReader = (invocation, context) => {
  const [, ...rest] = invocation.words;
  const runs = rest[0] === 'run' || /\.dll$/i.test(rest[0] ?? '');
  if (/^(?:build|publish|restore)$/.test(rest[0] ?? '')) context.sheet.boot('build-dotnet', 'a .NET application is built', 2, invocation.line);
  if (!runs && !/^(?:build|publish|restore|test)$/.test(rest[0] ?? '')) return;
  const ports = portsOf(rest, false);
  found('dotnet', invocation, context, ports, false);
  for (const port of ports) context.sheet.port(port);
};

export const readGo: CommandReader = (invocation, context) => {
  const verb = invocation.words[1];
  if (verb !== 'run' && verb !== 'build' && verb !== 'install' && verb !== 'get') return;
  found('go', invocation, context, [], false);
  if (verb !== 'run') context.sheet.boot('build-go', 'a Go program is built', 2, invocation.line);
  for (const port of portsOf(invocation.words.slice(2))) context.sheet.port(port);
};

const RABBITMQ_MANAGEMENT_PORT = 15_672;

/** A program of the table, or any program started from a path with a port among its options. */
export const readProgram: CommandReader = (invocation, context) => {
  const [name = '', first] = invocation.words;
  const rest = invocation.words.slice(1);
  const match = findCommand(name.toLowerCase(), first);
  if (match) {
    const ports = portsOf(rest);
    const onSocket = ports.length === 0 && rest.some((word) => /unix:|\.sock\b/.test(word));
    if (name === 'rabbitmq-plugins' && rest.includes('rabbitmq_management')) context.sheet.port(RABBITMQ_MANAGEMENT_PORT);
    found(match.id, invocation, context, ports, !onSocket);
    if (/^(?:gunicorn|uvicorn|celery|daphne|uwsgi|hypercorn|django|flask)$/.test(match.id)) found('python', invocation, context, [], false);
    if (/^(?:puma|unicorn|sidekiq|thin|passenger|resque)$/.test(match.id)) found('ruby', invocation, context, [], false);
    if (match.id === 'gunicorn' && optionOf(rest, '-k', '--worker-class')?.includes('uvicorn') === true) found('uvicorn', invocation, context, [], false);
    return;
  }
  if (name.startsWith('./') || invocation.background) for (const port of portsOf(rest, false)) context.sheet.port(port);
};
