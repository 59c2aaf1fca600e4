import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { publishedSchemas } from '../../src/model/json-schemas.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const scratch: string[] = [];
afterAll(async () => {
  for (const folder of scratch) await rm(folder, { recursive: true, force: true });
});

describe('what is generated is fresh', () => {
  test('JSON Schemas (npm run schemas)', () => {
    const fresh = publishedSchemas();
    const folder = join(ROOT, 'docs/schemas');
    expect(readdirSync(folder).toSorted()).toEqual(Object.keys(fresh).map((name) => `${name}.schema.json`).toSorted());
    for (const [name, schema] of Object.entries(fresh)) {
      const stored: unknown = JSON.parse(readFileSync(join(folder, `${name}.schema.json`), 'utf8'));
      expect(stored, `${name}: run npm run schemas`).toEqual(JSON.parse(JSON.stringify(schema)));
    }
  });

  test('oclif manifest (npm run manifest)', async () => {
    // oclif deletes the manifest of its working directory and writes into its root, so it gets a folder of its own.
    const root = await mkdtemp(join(tmpdir(), 'monolens-manifest-'));
    scratch.push(root);
    await writeFile(join(root, 'package.json'), readFileSync(join(ROOT, 'package.json')));
    await cp(join(ROOT, 'dist'), join(root, 'dist'), { recursive: true });
    execFileSync(process.execPath, [join(ROOT, 'node_modules/oclif/bin/run.js'), 'manifest'], { cwd: root, stdio: 'pipe' });
    const commandsOf = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
    expect(commandsOf(join(ROOT, 'oclif.manifest.json')), 'run npm run manifest').toEqual(commandsOf(join(root, 'oclif.manifest.json')));
  });
});
