import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import { publishedPorts } from '../commands/containers.ts';
import { findImage } from '../components/lookup.ts';
import { type FileReader, type WrittenFile } from './file.ts';
import { lineOf } from '../shell/text.ts';

/** A compose file: an image, its published ports and its environment for each service. */
export const readComposeFile: FileReader = (file) => {
  const counter = new LineCounter();
  const document = parseDocument(file.content.text, { lineCounter: counter, uniqueKeys: false, logLevel: 'silent' });
  const services = document.get('services') ?? document.contents;
  if (!isMap(services)) return;
  file.sheet.component('docker', { source: 'configuration', text: `compose file ${file.path}`, line: lineOf(file.content, 1) });
  for (const pair of services.items) {
    const service = pair.value;
    if (!isMap(service)) continue;
    const line = lineOf(file.content, counter.linePos(service.range?.[0] ?? 0).line);
    if (isScalar(pair.key) && typeof pair.key.value === 'string') file.sheet.localName(pair.key.value);
    readService(file, service.toJSON() as unknown, line);
  }
};

function readService(file: WrittenFile, service: unknown, line: number): void {
  if (typeof service !== 'object' || service === null) return;
  const field = (name: string): unknown => (service as Record<string, unknown>)[name];
  const published = listOf(field('ports')).flatMap(portSpec);
  for (const { host, container } of published) {
    if (host !== undefined) file.sheet.port(host);
    file.sheet.port(container);
  }
  for (const [name, value] of pairsOf(field('environment'))) if (!/(?:^|_)PORT$/.test(name)) file.setting(name, value, line);
  for (const volume of listOf(field('volumes'))) {
    if (typeof volume === 'string' && /:\/var\/lib\/(?:mysql|postgresql)|\/data\/db/.test(volume)) file.sheet.state('database', volume, line);
    if (typeof volume === 'string' && /uploads?|media|wp-content/.test(volume)) file.sheet.state('uploads', volume, line);
  }
  const image = field('image');
  if (field('build') !== undefined) file.sheet.boot('build-image', 'a container image is built', 2, line);
  const match = typeof image === 'string' ? findImage(image.replace(/\$\{\w+:?-([^}]*)\}/, '$1')) : undefined;
  if (!match) return;
  file.sheet.component(match.id, { source: 'container', text: `compose service with image ${String(image)}`, line, version: match.version, ports: published.map((port) => port.host ?? port.container), listens: false });
}

function portSpec(spec: unknown): { host?: number; container: number }[] {
  if (typeof spec === 'number') return [{ container: spec }];
  if (typeof spec === 'string') return publishedPorts(spec.replace(/\$\{\w+:?-([^}]*)\}/g, '$1'));
  if (typeof spec !== 'object' || spec === null) return [];
  const { published, target } = spec as { published?: unknown; target?: unknown };
  return Number(target) > 0 ? [Number(published) > 0 ? { host: Number(published), container: Number(target) } : { container: Number(target) }] : [];
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value as readonly unknown[] : [];
}

function pairsOf(value: unknown): [string, string][] {
  if (Array.isArray(value)) return value.filter((item) => typeof item === 'string').map((item) => [item.slice(0, Math.max(item.indexOf('='), 0)), item.slice(item.indexOf('=') + 1)]);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).map(([name, item]) => [name, typeof item === 'string' || typeof item === 'number' ? String(item) : '']);
}

/** Whether a text is a compose file: services with images or builds. */
export function isCompose(text: string): boolean {
  return /^services:\s*$/m.test(text) && /^\s+(?:image|build):/m.test(text) || (/^\s{2,}image:\s*\S/m.test(text) && /^\s{2,}ports:/m.test(text) && !/^kind:/m.test(text));
}
