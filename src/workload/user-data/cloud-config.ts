import { gunzipSync } from 'node:zlib';
import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Document, type Node } from 'yaml';
import { readVendor } from '../commands/packages.ts';
import { type LinedText, lineOf, textOnLine } from '../shell/text.ts';
import type { FactSheet } from './facts.ts';
import type { Reading } from './reading.ts';
import { Scope } from '../shell/scope.ts';

const MAX_UNPACKED_BYTES = 1024 * 1024;

/**
 * Reads cloud-config: packages, commands, files, repositories, mounts, configuration management. Broken YAML is read as far as
 * the parser gets; where nothing is left of it, as lines.
 */
export function readCloudConfig(content: LinedText, sheet: FactSheet, reading: Reading): void {
  const counter = new LineCounter();
  const document = parseYaml(content.text, counter);
  const root = document?.contents;
  if (!isMap(root)) return readLines(content, reading);
  const at = (node: unknown): number => lineOf(content, counter.linePos((node as Node | null)?.range?.[0] ?? 0).line);
  for (const pair of root.items) {
    const key = isScalar(pair.key) ? String(pair.key.value) : '';
    const { value } = pair;
    if (key === 'packages' && isSeq(value)) value.items.forEach((item) => readPackage(item, at(item), reading));
    else if (key === 'package_upgrade' && isScalar(value) && value.value === true) sheet.boot('update', 'the whole system is updated', 1, at(pair.key));
    else if ((key === 'runcmd' || key === 'bootcmd') && isSeq(value)) readCommands(value.items, at, content, counter, reading);
    else if (key === 'write_files' && isSeq(value)) value.items.forEach((item) => readWrittenFile(item, at(item), content, counter, reading));
    else if ((key === 'apt' || key === 'apt_sources' || key === 'yum_repos' || key === 'zypper') && value) readVendors(JSON.stringify(toJson(value)), sheet, reading);
    else if (key === 'mounts' && isSeq(value)) value.items.forEach((item) => reading.write('/etc/fstab', textOnLine(scalars(item).join(' '), at(item)), true));
    else if (key === 'snap' && isMap(value)) readCommands(commandsOf(value.get('commands', true)), at, content, counter, reading);
    const managed = { chef: 'chef-infra-client', puppet: 'puppet', salt_minion: 'salt', ansible: 'ansible' }[key];
    if (managed !== undefined) sheet.component(managed, { source: 'configuration', text: `cloud-config ${key}`, line: at(pair.key) });
  }
  if (document && document.errors.length > 0) readLines(content, reading);
}

function parseYaml(text: string, lineCounter: LineCounter): Document | undefined {
  try {
    return parseDocument(text, { lineCounter, uniqueKeys: false, logLevel: 'silent', strict: false });
  } catch {
    return undefined; // the parser's own limits; the lines are read instead
  }
}

function toJson(node: unknown): unknown {
  try {
    return (node as Node).toJSON() as unknown;
  } catch {
    return undefined; // aliases that lead nowhere
  }
}

function scalars(node: unknown): string[] {
  if (isScalar(node)) return textOf(node.value);
  return isSeq(node) ? node.items.flatMap(scalars) : [];
}

function textOf(value: unknown): string[] {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? [String(value)] : [];
}

function commandsOf(node: unknown): readonly unknown[] {
  if (isSeq(node)) return node.items;
  return isMap(node) ? node.items.map((pair) => pair.value) : [];
}

/** `nginx`, `[nginx, 1.18.0]`, `{apt: [nginx], snap: [x]}`. */
function readPackage(item: unknown, line: number, reading: Reading): void {
  if (isMap(item)) {
    for (const pair of item.items) for (const name of scalars(pair.value)) install(name, line, reading, isScalar(pair.key) && pair.key.value === 'snap' ? 'snap' : 'apt-get');
    return;
  }
  const [name, version] = scalars(item);
  if (name !== undefined) for (const word of name.split(/\s+/)) install(isSeq(item) && version !== undefined ? `${word}=${version}` : word, line, reading, 'apt-get');
}

function install(name: string, line: number, reading: Reading, manager: string): void {
  reading.command({ words: [manager, 'install', '-y', name], line, conditional: false, background: false });
}

/** Commands share a shell's variables as little as cloud-init lets them: all strings are one script. */
function readCommands(items: readonly unknown[], at: (node: unknown) => number, content: LinedText, counter: LineCounter, reading: Reading): void {
  const scope = new Scope();
  for (const item of items) {
    if (isSeq(item)) {
      const words = scalars(item);
      reading.command({ words, line: at(item), conditional: false, background: false }, scope);
    } else if (isScalar(item) && typeof item.value === 'string') {
      reading.shell(blockText(item.value, item, content, counter), scope);
    }
  }
}

/** The text of a scalar with its lines: a block's text begins on the line after its `|`. */
function blockText(text: string, node: Node, content: LinedText, counter: LineCounter): LinedText {
  const first = counter.linePos(node.range?.[0] ?? 0).line;
  const block = 'type' in node && (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED');
  return { text, lines: text.split('\n').map((_, index) => lineOf(content, block ? first + 1 + index : first)) };
}

function readWrittenFile(item: unknown, line: number, content: LinedText, counter: LineCounter, reading: Reading): void {
  if (!isMap(item)) return;
  const path = scalars(item.get('path', true))[0];
  const node = item.get('content', true);
  const raw = isScalar(node) ? String(node.value) : undefined;
  if (path === undefined || raw === undefined || !isScalar(node)) return;
  const encoding = scalars(item.get('encoding', true))[0] ?? '';
  const append = scalars(item.get('append', true))[0] === 'true';
  if (/b(?:ase)?64/.test(encoding)) {
    reading.write(path, textOnLine(unpacked(Buffer.from(raw, 'base64')), line), append);
    return;
  }
  reading.write(path, blockText(raw, node, content, counter), append);
}

/** Content under `gz+b64`; what cannot be unpacked is empty. */
function unpacked(bytes: Buffer): string {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes.toString('utf8');
  try {
    return gunzipSync(bytes, { maxOutputLength: MAX_UNPACKED_BYTES }).toString('utf8');
  } catch {
    return '';
  }
}

/** Repositories named in `apt` and `yum_repos`. */
function readVendors(text: string, sheet: FactSheet, reading: Reading): void {
  for (const url of text.match(/(?:https?:\/\/|ppa:)[^"\s\\]+/g) ?? []) {
    readVendor(url, { sheet, scope: new Scope(), runShell: () => {}, run: () => {}, write: (path, body, append) => reading.write(path, body, append), setting: () => {} });
  }
}

/** The last resort for broken YAML: list items under `packages` and `runcmd`, line by line. */
function readLines(content: LinedText, reading: Reading): void {
  let key = '';
  content.text.split('\n').forEach((text, index) => {
    key = /^([a-z_]+):/.exec(text)?.[1] ?? key;
    const item = /^\s*-\s+["']?(.+?)["']?\s*$/.exec(text)?.[1];
    if (item === undefined) return;
    const line = content.lines[index] ?? 1;
    if (key === 'packages') install(item, line, reading, 'apt-get');
    else if (key === 'runcmd' || key === 'bootcmd') reading.line(item.replace(/^\[\s*(.*?)\s*\]$/, (_, list: string) => list.split(',').map((word) => word.trim().replaceAll(/^["']|["']$/g, '')).join(' ')), line);
  });
}
