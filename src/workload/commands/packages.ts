import { findArchive, findPackage, findTopic } from '../components/lookup.ts';
import { findRepository } from '../components/repositories.ts';
import type { Invocation } from '../shell/walk.ts';
import { type CommandContext, type CommandReader, lineText, operandsOf } from './context.ts';

const VALUED = new Set(['-t', '-o', '-c', '--target-release', '--enablerepo', '--disablerepo', '--repo', '--repositories', '-X', '--releasever', '--setopt', '--classic-channel', '--channel', '--installroot', '--exclude', '-x', '--option', '--virtual', '-t']);
const INSTALL = /^(?:install|reinstall|localinstall|groupinstall|group-install|in|add|-S|-Sy|-Syu|-i|-U|-Uvh|-ivh|update|upgrade|build-dep)$/;
const REMOVE = /^(?:remove|purge|erase|autoremove|del|rm|-e|-r)$/;

/** apt, yum, dnf, zypper, apk, pacman, snap, brew, rpm, dpkg. */
export const readPackages: CommandReader = (invocation, context) => {
  const [manager = '', ...rest] = invocation.words;
  const operands = operandsOf(rest, VALUED);
  const verb = rest.find((word) => INSTALL.test(word) || REMOVE.test(word) || word === 'module' || word === '--import') ?? ((manager === 'rpm' || manager === 'dpkg') ? rest.find((word) => /^-[a-zA-Z]*[iUe]/.test(word)) : undefined);
  const { sheet } = context;
  if (verb === undefined) return;
  if (verb === 'module') return readModule(operands, invocation, context);
  if (verb === '--import') {
    for (const url of operands) readVendor(url, context);
    return;
  }
  const names = operands.filter((word) => word !== verb);
  if (REMOVE.test(verb) || (manager === 'rpm' && /^-[a-z]*e/.test(verb))) {
    for (const name of names) {
      const match = findPackage(name);
      if (match) sheet.remove(match.id);
    }
    return;
  }
  if (/^(?:update|upgrade|-Syu)$/.test(verb) && names.length === 0) {
    if (manager !== 'apk' && (verb !== 'update' || !manager.startsWith('apt'))) sheet.boot('update', `the whole system is updated with ${manager}`, 1, invocation.line);
    return;
  }
  if (names.length > 0) sheet.boot('packages', `packages are installed with ${manager}`, 1, invocation.line);
  for (const name of names) installed(name, manager, invocation, context);
};

function installed(spec: string, manager: string, invocation: Invocation, context: CommandContext): void {
  const name = spec.replace(/^@/, '').replace(/\/(?:common|server|default|minimal|development)$/, '');
  if (/^https?:/.test(name) || /\.(?:deb|rpm|apk|snap)$/.test(name)) return readPackageFile(name, invocation, context);
  // `dnf install @nodejs:18` and the module's name alone.
  const stream = spec.startsWith('@') ? /^([\w.-]+):([\w.]+)$/.exec(name) : null;
  const match = findPackage(stream?.[1] ?? name) ?? (spec.startsWith('@') ? findPackage(`${stream?.[1] ?? name}-server`) : undefined);
  if (!match || isClientHere(name, manager)) return;
  const version = stream?.[2] ?? match.version;
  context.sheet.component(match.id, { source: 'package', text: `${manager} installs ${spec}`, line: invocation.line, version, conditional: invocation.conditional });
}

/** `postgresql` and `mysql` are clients with yum and servers, or nothing, with apt. */
function isClientHere(name: string, manager: string): boolean {
  return /^(?:yum|dnf|microdnf|tdnf|zypper)$/.test(manager) && /^(?:postgresql[\d.-]*|mysql)$/.test(name);
}

function readPackageFile(file: string, invocation: Invocation, context: CommandContext): void {
  const repository = findRepository(file);
  if (repository && !repository.installs) return readVendor(file, context);
  const match = repository ?? findArchive(file);
  if (!match || /release|repo(?:sitory)?[-_.]/.test(file.slice(file.lastIndexOf('/') + 1).replace(match.id, ''))) return readVendor(file, context);
  context.sheet.component(match.id, { source: 'download', text: lineText(invocation), line: invocation.line, version: match.version, conditional: invocation.conditional });
}

/** A URL of an upstream repository: it says in which version and on whose clock its packages come. */
export function readVendor(url: string, context: CommandContext): void {
  const repository = findRepository(url);
  if (!repository) return;
  context.sheet.vendor(repository.id);
  if (repository.version !== undefined) context.sheet.pin(repository.id, repository.version);
}

function readModule(operands: readonly string[], invocation: Invocation, context: CommandContext): void {
  const at = operands.indexOf('module');
  const verb = operands[at + 1];
  if (verb !== 'enable' && verb !== 'install' && verb !== 'switch-to') return;
  for (const spec of operands.slice(at + 2)) {
    const [name = '', stream = ''] = spec.split('/')[0]?.split(':') ?? [];
    const match = findPackage(name) ?? findPackage(`${name}-server`);
    if (!match) continue;
    const version = /(\d[\d.]*)/.exec(stream)?.[1];
    if (version !== undefined) context.sheet.pin(match.id, version);
    if (/remi/.test(stream)) context.sheet.vendor(match.id);
    if (verb === 'install') context.sheet.component(match.id, { source: 'package', text: lineText(invocation), line: invocation.line, version, conditional: invocation.conditional });
  }
}

/** `amazon-linux-extras install -y nginx1 php8.2=latest`, and `enable`, which only sets what yum will install. */
export const readExtras: CommandReader = (invocation, context) => {
  const [verb, ...topics] = operandsOf(invocation.words.slice(1));
  for (const topic of topics) {
    const match = findTopic(topic.replace(/=(?:latest|stable)$/, ''));
    if (!match) continue;
    if (match.version !== undefined) context.sheet.pin(match.id, match.version);
    if (verb !== 'install') continue;
    context.sheet.boot('packages', 'packages are installed with amazon-linux-extras', 1, invocation.line);
    context.sheet.component(match.id, { source: 'package', text: lineText(invocation), line: invocation.line, version: match.version, conditional: invocation.conditional });
    const lamp = /^lamp-mariadb([\d.]+)-php([\d.]+)$/.exec(topic);
    if (lamp) context.sheet.component('mariadb', { source: 'package', text: lineText(invocation), line: invocation.line, version: lamp[1], listens: false });
  }
};

/** `add-apt-repository`, `yum-config-manager --add-repo`, `apt-key`: only where packages come from. */
export const readRepository: CommandReader = (invocation, context) => {
  readVendor(invocation.words.join(' '), context);
};
