import { COMPONENTS, type ComponentRow } from './index.ts';

export interface Match {
  readonly id: string;
  readonly version?: string;
}

type NamesOf = (row: ComponentRow) => readonly string[] | undefined;

/** Finds a component by one kind of name, exact names first, then names that hold a version. Built once, at load. */
class NameIndex {
  readonly #exact = new Map<string, Match>();
  readonly #patterns = new Map<string, { readonly id: string; readonly pattern: RegExp; readonly digits: number }[]>();

  constructor(namesOf: NamesOf) {
    for (const row of COMPONENTS) {
      for (const name of namesOf(row) ?? []) {
        if (!/[#~]/.test(name)) {
          if (!this.#exact.has(name)) this.#exact.set(name, { id: row.id });
          continue;
        }
        const key = name.slice(0, 2);
        const bucket = this.#patterns.get(key) ?? [];
        bucket.push(versioned(row.id, name));
        this.#patterns.set(key, bucket);
      }
    }
  }

  find(rawName: string): Match | undefined {
    const name = rawName.toLowerCase();
    const exact = this.#exact.get(name);
    if (exact) return exact;
    for (const { id, pattern, digits } of this.#patterns.get(name.slice(0, 2)) ?? []) {
      const found = pattern.exec(name);
      if (found?.[1] !== undefined) return { id, version: dotted(found[1], digits) };
    }
    return undefined;
  }
}

/** `digits`: how many digits stand before the dot that was left out; 0 where the version is written in full. */
function versioned(id: string, name: string): { id: string; pattern: RegExp; digits: number } {
  const digits = name.includes('~~') ? 2 : name.includes('~') ? 1 : 0;
  const source = name.replaceAll(/[.*+?^${}()|[\]\\@]/g, String.raw`\$&`)
    .replace('~~', String.raw`(\d{2}\.?\d{1,2})`).replace('~', String.raw`(\d\.?\d{1,2})`).replace('#', String.raw`(\d+(?:\.\d+)*)`);
  return { id, pattern: new RegExp(`^${source}$`), digits };
}

function dotted(version: string, digits: number): string {
  return digits === 0 || version.includes('.') ? version : `${version.slice(0, digits)}.${version.slice(digits)}`;
}

const packages = new NameIndex((row) => row.packages);
const topics = new NameIndex((row) => row.topics);
const services = new NameIndex((row) => row.services);
const images = new NameIndex((row) => row.images);
const chocolatey = new NameIndex((row) => row.choco);
const features = new NameIndex((row) => row.features);
const commands = new NameIndex((row) => row.commands);
const libraries = {
  pip: new NameIndex((row) => row.pip), npm: new NameIndex((row) => row.npm), gem: new NameIndex((row) => row.gem), composer: new NameIndex((row) => row.composer),
};

/** A package of the operating system, with or without its version: `nginx`, `nginx-1.20.1-1.el7`, `nginx=1.18.0-0ubuntu1`. */
export function findPackage(spec: string): Match | undefined {
  const name = spec.replace(/\.(?:x86_64|aarch64|noarch|amd64|arm64|i\d86)$/, '').replace(/:(?:amd64|arm64|any)$/, '');
  const whole = packages.find(name);
  if (whole) return whole;
  const pinned = /^([^=@]+?)(?:=|@)v?(\d[\w.:~+-]*|\d+)$/.exec(name) ?? /^(.+?)[-_](?:\d+:)?(\d[\w.:~+*-]*)$/.exec(name);
  if (!pinned) return undefined;
  const match = packages.find(pinned[1] ?? '');
  return match ? { id: match.id, version: upstreamVersion(pinned[2] ?? '') ?? match.version ?? '' } : undefined;
}

export function findTopic(name: string): Match | undefined {
  const [topic, pinned] = name.split('=');
  const match = topics.find(topic ?? '');
  return match && pinned !== undefined ? { id: match.id, version: pinned } : match;
}

export function findService(name: string): Match | undefined {
  return services.find(name.replace(/\.(?:service|socket)$/, ''));
}

/** A start command: its base name, and with its first argument where the base name alone is also a client. */
export function findCommand(name: string, firstArgument: string | undefined): Match | undefined {
  return commands.find(name) ?? (firstArgument === undefined ? undefined : commands.find(`${name} ${firstArgument}`));
}

export function findLibrary(manager: keyof typeof libraries, name: string): Match | undefined {
  return libraries[manager].find(name);
}

export function findWindowsPackage(name: string): Match | undefined {
  return chocolatey.find(name);
}

export function findWindowsFeature(name: string): Match | undefined {
  return features.find(name);
}

/** Namespaces whose images are plain repackagings of the program that the image is named after. */
const REPACKAGERS = new Set(['library', 'bitnami', 'bitnamilegacy', 'cimg', 'circleci', 'docker', 'amd64', 'arm64v8', 'ubuntu', 'rhscl', 'centos', 'rapidfort', 'chainguard', 'linuxserver']);

/** A container image by its reference; the tag's leading number is the version. */
export function findImage(reference: string): Match | undefined {
  const [withoutDigest = ''] = reference.toLowerCase().split('@');
  const colon = withoutDigest.lastIndexOf(':');
  const tag = colon > withoutDigest.lastIndexOf('/') ? withoutDigest.slice(colon + 1) : '';
  const path = (tag === '' ? withoutDigest.replace(/:$/, '') : withoutDigest.slice(0, colon)).split('/');
  const registry = path.length > 1 && /[.:]|^localhost$/.test(path[0] ?? '') ? path.shift() ?? '' : '';
  if (/\.dkr\.ecr\./.test(registry) && path.length < 2) return undefined;
  if (registry === 'public.ecr.aws' && path[0] === 'docker') path.shift();
  const name = path.join('/');
  const namespace = path.at(-2);
  const match = images.find(name)
    ?? (namespace === undefined || !REPACKAGERS.has(namespace) ? undefined : images.find(path.at(-1) ?? ''))
    ?? (namespace === undefined ? undefined : images.find(`${namespace}/${path.at(-1) ?? ''}`));
  if (!match) return undefined;
  const version = /^(?:v|rel-|apache-|fpm-|php)?(\d+(?:\.\d+)*)/.exec(tag)?.[1] ?? match.version;
  return version === undefined ? { id: match.id } : { id: match.id, version };
}

const paths = COMPONENTS.flatMap((row) => (row.paths ?? []).map((path) => ({ id: row.id, path })));

/** The component whose configuration lies at a path; the most specific where several match. */
export function findPath(path: string): Match | undefined {
  const lower = path.toLowerCase().replaceAll('\\', '/');
  let best: { id: string; path: string } | undefined;
  for (const candidate of paths) {
    if (lower.startsWith(candidate.path) && candidate.path.length > (best?.path.length ?? 0)) best = candidate;
  }
  return best ? { id: best.id } : undefined;
}

const archives = COMPONENTS.flatMap((row) => (row.archives ?? []).filter((name) => !/[#~]/.test(name)).map((name) => ({
  id: row.id,
  name,
  pattern: new RegExp(String.raw`(?:^|/)${name.replaceAll('.', String.raw`\.`)}(?:[-_](?:linux-|community-|enterprise-|oss-|server-|release-)?v?(\d+(?:\.\d+)*))?[^/]*\.(?:tar\.?\w*|tgz|zip|deb|rpm|jar|war|msi|exe|bin|run|gz|xz|bz2|7z|pkg)$`),
  bare: new RegExp(String.raw`(?:^|/)${name.replaceAll('.', String.raw`\.`)}(?:[-_]v?(\d+(?:\.\d+)+))?[-_](?:\w+[-_])?(?:linux|windows|amd64|x86_64)[-_.\w]*$`),
})));

/** A release archive, package file or bare binary by its URL or file name. */
export function findArchive(url: string): Match | undefined {
  const path = url.toLowerCase().replace(/[?#].*$/, '').replace(/^[a-z0-9+]+:\/\/[^/]*/, '');
  const file = path.slice(path.lastIndexOf('/') + 1);
  for (const { id, name, pattern, bare } of archives) {
    if (!file.startsWith(name)) continue;
    const found = pattern.exec(file) ?? bare.exec(file);
    if (!found) continue;
    const version = found[1] ?? /\/v?(\d+\.\d+(?:\.\d+)*)\//.exec(path)?.[1];
    // `redis-tools_6.deb` is not Redis: after the name comes a version or a platform.
    const rest = file.slice(name.length);
    if (!/^(?:[-_.]?v?\d|[-_](?:latest|linux|windows|amd64|x86|x64|current|stable|server|community|enterprise|noarch|release|tarball)|\.(?:tar|tgz|zip|deb|rpm|jar|war|msi|exe|run|gz)|_amd64)/.test(rest)) continue;
    return version === undefined ? { id } : { id, version };
  }
  return undefined;
}

/** The upstream part of a package version: without epoch, distribution suffix and wildcard. */
export function upstreamVersion(version: string): string | undefined {
  return /^(?:\d+:)?v?(\d+(?:\.\d+)*)/.exec(version)?.[1];
}
