import { findImage } from '../components/lookup.ts';
import { rowOf } from '../components/index.ts';
import type { Invocation } from '../shell/walk.ts';
import { type CommandContext, type CommandReader, lineText } from './context.ts';

/** Options of `docker run` that stand alone; every other takes a value. */
const FLAGS = new Set(['-d', '-i', '-t', '-it', '-ti', '-dit', '-itd', '-dt', '-di', '--rm', '--privileged', '--init', '--detach', '--interactive', '--tty', '--read-only', '--no-healthcheck', '--publish-all', '-P', '-dP', '--oom-kill-disable', '--sig-proxy', '--disable-content-trust', '--quiet', '-q', '--replace']);

/** docker, podman, nerdctl. */
export const readDocker: CommandReader = (invocation, context) => {
  const [engine = '', ...all] = invocation.words;
  const rest = dropGlobalOptions(all);
  const [verb = ''] = rest;
  if (engine !== 'nerdctl' && !/^(?:login|version|--version|info|logs|exec|ps)$/.test(verb)) {
    context.sheet.component(engine, { source: 'command', text: lineText(invocation), line: invocation.line, conditional: invocation.conditional });
  }
  switch (verb) {
    case 'run':
    case 'create':
      return readRun(rest.slice(1), invocation, context);
    case 'container':
    case 'service':
      return /^(?:run|create)$/.test(rest[1] ?? '') ? readRun(rest.slice(2), invocation, context) : undefined;
    case 'pull':
    case 'image': {
      const image = rest.slice(verb === 'image' ? 2 : 1).find((word) => !word.startsWith('-'));
      const match = image === undefined ? undefined : findImage(image);
      if (match) context.sheet.component(match.id, { source: 'container', text: lineText(invocation), line: invocation.line, version: match.version, conditional: invocation.conditional, listens: false });
      return undefined;
    }
    case 'build':
      return context.sheet.boot('build-image', 'a container image is built', 2, invocation.line);
    case 'compose':
    case 'stack':
      return verb === 'compose' ? context.sheet.component('docker-compose', { source: 'command', text: lineText(invocation), line: invocation.line, conditional: invocation.conditional }) : undefined;
    default:
      return undefined;
  }
};

export const readCompose: CommandReader = (invocation, context) => {
  for (const id of ['docker', 'docker-compose']) {
    context.sheet.component(id, { source: 'command', text: lineText(invocation), line: invocation.line, conditional: invocation.conditional });
  }
};

function dropGlobalOptions(words: readonly string[]): readonly string[] {
  let at = 0;
  while (at < words.length && (words[at] ?? '').startsWith('-')) at += /^(?:-H|--host|--context|-c|--config|-l)$/.test(words[at] ?? '') ? 2 : 1;
  return words.slice(at);
}

function readRun(words: readonly string[], invocation: Invocation, context: CommandContext): void {
  const published: { host?: number; container: number }[] = [];
  let hostNetwork = false;
  let at = 0;
  for (; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (!word.startsWith('-')) break;
    if (FLAGS.has(word)) continue;
    const [, long = word, inline] = /^(--[\w-]+)=(.*)$/.exec(word) ?? [];
    const attached = /^-([pev])(.+)$/.exec(word);
    const option = attached && !FLAGS.has(word) ? `-${attached[1] ?? ''}` : long;
    const value = inline ?? attached?.[2] ?? words[at + 1] ?? '';
    if (inline === undefined && !attached) at += 1;
    if (/^(?:--publish|-[a-zA-Z]*p)$/.test(option)) published.push(...publishedPorts(value));
    else if (/^(?:--env|-e)$/.test(option)) environment(value, invocation, context);
    else if (/^(?:--network|--net)$/.test(option)) hostNetwork ||= value === 'host';
    else if (/^--(?:name|hostname|network-alias)$/.test(option)) context.sheet.localName(value);
    else if (/^(?:--volume|-v|--mount)$/.test(option)) volume(value, invocation, context);
  }
  const image = words[at];
  report(image, published, hostNetwork, words.slice(at + 1), invocation, context);
}

function report(image: string | undefined, published: readonly { host?: number; container: number }[], hostNetwork: boolean, command: readonly string[], invocation: Invocation, context: CommandContext): void {
  const { sheet } = context;
  for (const { host, container } of published) {
    if (host !== undefined) sheet.port(host);
    sheet.port(container);
  }
  const match = image === undefined ? undefined : findImage(image);
  if (!match) return;
  const reachable = published.map((port) => port.host ?? port.container);
  const ports = reachable.length === 0 && hostNetwork ? rowOf(match.id)?.ports ?? [] : reachable;
  sheet.component(match.id, { source: 'container', text: `${invocation.words[0] ?? 'docker'} runs ${image ?? ''} ${command.join(' ')}`, line: invocation.line, version: match.version, ports, conditional: invocation.conditional, listens: false });
}

/** `80:3000`, `127.0.0.1:80:3000/tcp`, `3000`, `8000-8002:8000-8002`. */
export function publishedPorts(spec: string): { host?: number; container: number }[] {
  const parts = spec.replace(/\/(?:tcp|udp|sctp)$/, '').replace(/^\[[^\]]*\]:/, '').split(':');
  const container = range(parts.at(-1) ?? '');
  const host = parts.length > 1 ? range(parts.at(-2) ?? '') : [];
  return container.map((port, index) => {
    const outside = host[index];
    return outside === undefined ? { container: port } : { host: outside, container: port };
  });
}

function range(text: string): number[] {
  const [, from, to] = /^(\d+)(?:-(\d+))?$/.exec(text) ?? [];
  if (from === undefined) return [];
  const last = Math.min(Number(to ?? from), Number(from) + 50);
  return Array.from({ length: last - Number(from) + 1 }, (_, index) => Number(from) + index);
}

function environment(pair: string, invocation: Invocation, context: CommandContext): void {
  const at = pair.indexOf('=');
  // A container's own PORT is not the host's: `-p` says that.
  if (at > 0 && !/(?:^|_)PORT$/.test(pair.slice(0, at))) context.setting(pair.slice(0, at), pair.slice(at + 1), invocation.line);
}

function volume(spec: string, invocation: Invocation, context: CommandContext): void {
  if (/\/var\/lib\/(?:mysql|postgresql|mongo|redis)|\/data\/db|:\/data\b/.test(spec)) context.sheet.state('database', lineText(invocation), invocation.line);
  if (/uploads?|media|wp-content/.test(spec)) context.sheet.state('uploads', lineText(invocation), invocation.line);
}
