import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');

/** Which folders a folder may import, besides itself, the model and errors.ts. What is not listed is not allowed. */
const ALLOWED: Record<string, readonly string[]> = {
  commands: ['src/app', 'src/base-command.ts'],
  'src/app': ['src/collect', 'src/baseline', 'src/benchmark', 'src/network', 'src/workload', 'src/rules', 'src/blueprints', 'src/plan', 'src/diagram', 'src/report', 'src/runs', 'src/demo', 'src/aws', 'src/host.ts', 'src/version.ts'],
  'src/model': [],
  'src/aws': [],
  'src/collect': ['src/aws'],
  'src/baseline': ['src/aws'],
  'src/benchmark': [],
  'src/network': [],
  'src/workload': [],
  'src/rules': ['src/network', 'src/workload'],
  'src/blueprints': [],
  'src/plan': [],
  'src/diagram': [],
  'src/report': ['src/diagram', 'src/rules'],
  'src/runs': [],
  'src/demo': [],
  src: ['src/*', 'src/runs'],
};

/** Folders whose code is a function of its input alone. */
const PURE = ['src/model', 'src/network', 'src/workload', 'src/rules', 'src/blueprints', 'src/plan', 'src/diagram'];
const IMPURE_MODULES = /^(?:node:(?:fs|fs\/promises|net|http|https|http2|tls|dns|child_process|worker_threads|timers|os)|undici|autocannon|@aws-sdk\/.*|@smithy\/.*)$/;
const IMPURE_GLOBALS = /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bprocess\.\w|\bfetch\(|\bperformance\.now\(/;

interface Source {
  readonly path: string;
  readonly folder: string;
  readonly text: string;
  readonly imports: readonly string[];
}

function sources(): Source[] {
  return ['src', 'commands'].flatMap((top) => readdirSync(join(ROOT, top), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => {
      const path = join(top, name);
      const text = readFileSync(join(ROOT, path), 'utf8');
      const imports = [...text.matchAll(/(?:^|\s)(?:import|export)\s[^'"`;]*?from\s+'([^']+)'|\bimport\('([^']+)'\)|^import\s+'([^']+)'/gm)].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
      return { path, folder: folderOf(path), text, imports };
    }));
}

function folderOf(path: string): string {
  const [top = '', second = ''] = path.split('/');
  if (top !== 'src') return top;
  return second.endsWith('.ts') ? 'src' : `src/${second}`;
}

function violation(source: Source, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) return undefined;
  const target = relative(ROOT, resolve(ROOT, dirname(source.path), specifier));
  if (target === 'package.json' || target === 'src/errors.ts') return undefined;
  const folder = folderOf(target);
  if (folder === source.folder || folder === 'src/model') return undefined;
  const allowed = ALLOWED[source.folder] ?? [];
  if (allowed.includes(folder === 'src' ? target : folder)) return undefined;
  return `${source.path} imports ${target}`;
}

const all = sources();

describe('import boundaries', () => {
  test('there is something to check', () => {
    expect(all.length).toBeGreaterThan(50);
    expect(all.flatMap((source) => source.imports).length).toBeGreaterThan(100);
  });

  test('arrows point one way', () => {
    expect(all.flatMap((source) => source.imports.map((specifier) => violation(source, specifier))).filter(Boolean)).toEqual([]);
  });

  test('a planted arrow against the direction is seen', () => {
    const planted = { path: 'src/rules/x.ts', folder: 'src/rules', text: '', imports: [] };
    expect(violation(planted, '../app/assess.ts')).toBe('src/rules/x.ts imports src/app/assess.ts');
    expect(violation(planted, '../network/index.ts')).toBeUndefined();
  });

  test('pure folders import nothing impure and read no clock', () => {
    const found = all.filter((source) => PURE.includes(source.folder)).flatMap((source) => [
      ...source.imports.filter((specifier) => IMPURE_MODULES.test(specifier)).map((specifier) => `${source.path} imports ${specifier}`),
      ...(IMPURE_GLOBALS.test(source.text) ? [`${source.path} uses ${IMPURE_GLOBALS.exec(source.text)?.[0] ?? ''}`] : []),
    ]);
    expect(found).toEqual([]);
  });

  test('only aws/ and demo/ take hold of an AWS client', () => {
    const found = all.filter((source) => !['src/aws', 'src/demo'].includes(source.folder))
      .flatMap((source) => source.imports.filter((specifier) => specifier.startsWith('@aws-sdk/')).map((specifier) => `${source.path} imports ${specifier}`));
    expect(found).toEqual([]);
  });

  test('no console and no exit outside the host and the bin', () => {
    const found = all.filter((source) => !['src/host.ts', 'src/bin.ts'].includes(source.path) && /\bconsole\.|process\.exit\(/.test(source.text)).map((source) => source.path);
    expect(found).toEqual([]);
  });
});
