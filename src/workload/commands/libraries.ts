import { findLibrary, findWindowsFeature, findWindowsPackage, upstreamVersion } from '../components/lookup.ts';
import { type CommandReader, lineText, operandsOf, optionOf } from './context.ts';

const PIP_VALUED = new Set(['-r', '--requirement', '-c', '--constraint', '-i', '--index-url', '--extra-index-url', '-f', '--find-links', '-t', '--target', '--trusted-host', '--prefix', '--python-version', '--root']);
const NPM_VALUED = new Set(['--prefix', '-C', '--registry', '--cwd', '--cache', '--userconfig']);

/** pip, pipx, poetry, conda. */
export const readPip: CommandReader = (invocation, context) => {
  const [, ...rest] = invocation.words;
  const operands = operandsOf(rest, PIP_VALUED);
  const verb = operands[0];
  if (!/^(?:install|add|sync)$/.test(verb ?? '')) return;
  const { line, conditional } = invocation;
  if (rest.some((word) => /^(?:-r|--requirement)/.test(word)) || operands.length === 1 || operands.includes('.')) {
    context.sheet.component('python', { source: 'command', text: lineText(invocation), line, conditional, listens: false });
    context.sheet.boot('dependencies-python', 'Python dependencies are installed', 2, line);
  }
  let server = false;
  for (const spec of operands.slice(1)) {
    const [, name = '', version] = /^([A-Za-z0-9_.-]+)(?:\[[^\]]*\])?(?:[=~><!]=?=?\s*v?([\d.]+))?/.exec(spec) ?? [];
    const match = findLibrary('pip', name);
    if (!match) continue;
    server = true;
    context.sheet.component(match.id, { source: 'library', text: lineText(invocation), line, version, conditional, listens: false });
  }
  if (server) context.sheet.component('python', { source: 'command', text: lineText(invocation), line, conditional, listens: false });
  if (operands.length > 1) context.sheet.boot('packages-pip', 'Python packages are installed with pip', 1, line);
};

/** npm, yarn, pnpm. */
export const readNpm: CommandReader = (invocation, context) => {
  const [manager = '', ...rest] = invocation.words;
  const operands = operandsOf(rest, NPM_VALUED);
  const verb = operands[0] ?? (manager === 'yarn' ? 'install' : '');
  const { line, conditional } = invocation;
  const node = (): void => context.sheet.component('nodejs', { source: 'command', text: lineText(invocation), line, conditional, listens: false });
  if (verb === 'start' || verb === 'run' || verb === 'run-script' || verb === 'serve' || verb === 'dev' || verb === 'build') {
    node();
    if (/build/.test(operands.slice(0, 2).join(' '))) context.sheet.boot('build-node', 'a JavaScript application is built', 2, line);
    return;
  }
  if (!/^(?:install|i|ci|add|global)$/.test(verb)) return;
  const names = operands.slice(1).filter((name) => name !== 'add' && name !== '.');
  if (names.length === 0) {
    node();
    context.sheet.boot('dependencies-node', 'JavaScript dependencies are installed', 2, line);
    return;
  }
  context.sheet.boot('packages-npm', `JavaScript packages are installed with ${manager}`, 1, line);
  for (const spec of names) {
    const [, name = '', version] = /^(@?[^@]+)(?:@[~^v]?(\d[\w.-]*|\w+))?$/.exec(spec) ?? [];
    const match = findLibrary('npm', name);
    if (!match) continue;
    context.sheet.component(match.id, { source: 'library', text: lineText(invocation), line, version, conditional, listens: false });
    node();
  }
};

export const readGem: CommandReader = (invocation, context) => {
  const [, ...rest] = invocation.words;
  const operands = operandsOf(rest, new Set(['-v', '--version', '-i', '--install-dir', '-n']));
  if (operands[0] !== 'install') return;
  for (const spec of operands.slice(1)) {
    const [name = '', pinned] = spec.split(':');
    const match = findLibrary('gem', name);
    if (!match) continue;
    const version = pinned ?? optionOf(rest, '-v', '--version');
    context.sheet.component(match.id, { source: 'library', text: lineText(invocation), line: invocation.line, version, conditional: invocation.conditional, listens: false });
    if (match.id !== 'fluentd') context.sheet.component('ruby', { source: 'command', text: lineText(invocation), line: invocation.line, conditional: invocation.conditional, listens: false });
  }
};

export const readComposer: CommandReader = (invocation, context) => {
  const operands = operandsOf(invocation.words.slice(1), new Set(['-d', '--working-dir']));
  const { line, conditional } = invocation;
  const verb = operands.find((word) => /^(?:install|update|create-project|require)$/.test(word));
  if (verb === undefined) return;
  context.sheet.component('php', { source: 'command', text: lineText(invocation), line, conditional, listens: false });
  context.sheet.boot('dependencies-php', 'PHP dependencies are installed', 2, line);
  operands.forEach((spec, index) => {
    const [name = '', inline] = spec.split(':');
    const match = findLibrary('composer', name);
    if (!match) return;
    const version = inline ?? upstreamVersion((operands[index + 2] ?? '').replace(/^[\^~]/, ''));
    context.sheet.component(match.id, { source: 'library', text: lineText(invocation), line, version, conditional, listens: false });
  });
};

/** Chocolatey, winget and scoop. */
export const readChocolatey: CommandReader = (invocation, context) => {
  const operands = operandsOf(invocation.words.slice(1), new Set(['--version', '--params', '--source', '-s', '--id', '--package-parameters']));
  if (!/^(?:install|upgrade)$/.test(operands[0] ?? '') && invocation.words[0] !== 'cinst') return;
  const id = optionOf(invocation.words, '--id');
  for (const name of [...operands, ...(id === undefined ? [] : [id.split('.').at(-1) ?? ''])]) {
    const match = findWindowsPackage(name);
    if (!match) continue;
    const version = operands.length === 2 ? optionOf(invocation.words, '--version') ?? match.version : match.version;
    context.sheet.component(match.id, { source: 'package', text: lineText(invocation), line: invocation.line, version, conditional: invocation.conditional });
  }
  context.sheet.boot('packages', 'packages are installed with Chocolatey', 1, invocation.line);
};

/** `Install-WindowsFeature -Name Web-Server, Web-Asp-Net45`, `Enable-WindowsOptionalFeature -FeatureName IIS-WebServer`, dism. */
export const readWindowsFeature: CommandReader = (invocation, context) => {
  for (const word of invocation.words.slice(1).flatMap((text) => text.split(/[,:]/))) {
    const match = findWindowsFeature(word.trim());
    if (!match) continue;
    const isAspNet = match.id === 'iis' && /asp-net/i.test(word);
    context.sheet.component(match.id, { source: 'feature', text: lineText(invocation), line: invocation.line, conditional: invocation.conditional, listens: !isAspNet });
  }
  context.sheet.boot('features', 'Windows features are installed', 1, invocation.line);
};
