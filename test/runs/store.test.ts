import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { RunStore } from '../../src/runs/index.ts';
import { tinyFinding, tinyRun } from '../support/tiny-run.ts';

let root: string;
let store: RunStore;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'monolens-store-'));
  store = new RunStore(join(root, 'reports'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

const older = tinyRun({ id: '20261119T120000Z-00000a', createdAt: '2026-11-19T12:00:00.000Z' });
const newer = tinyRun({ id: '20261120T120000Z-00000b', findings: [tinyFinding(), tinyFinding({ outcome: 'unknown' })] });
const html = [{ name: 'report.html', content: '<!doctype html>' }];

describe('a run store', () => {
  test('gives back what was saved, with its files and nothing hidden left', async () => {
    const { directory } = await store.save(newer, html);
    expect((await readdir(directory)).toSorted()).toEqual(['manifest.json', 'report.html', 'run.json']);
    expect((await store.open()).run).toEqual(newer);
    expect((await readdir(store.root)).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  test('lists oldest first and counts by severity', async () => {
    await store.save(newer, []);
    await store.save(older, []);
    const { runs } = await store.list();
    expect(runs.map((run) => run.id)).toEqual([older.id, newer.id]);
    expect(runs[1]?.findings).toMatchObject({ high: 1, unknown: 1 });
  });

  test.each([
    ['latest', '20261120T120000Z-00000b'],
    ['20261119', '20261119T120000Z-00000a'],
  ])('opens %s', async (name, id) => {
    await store.save(older, []);
    await store.save(newer, []);
    expect((await store.open(name)).run.id).toBe(id);
  });

  test('opens a directory and its run.json by path', async () => {
    const { directory } = await store.save(older, [], join(root, 'elsewhere'));
    expect((await store.open(directory)).run.id).toBe(older.id);
    expect((await store.open(join(directory, 'run.json'))).run.id).toBe(older.id);
  });

  test('keeps an earlier run of the same folder', async () => {
    const out = join(root, 'out');
    await store.save(older, html, out);
    const { kept } = await store.save(newer, html, out);
    expect(kept).toBe(`${out}.${older.id}`);
    expect((await store.open(out)).run.id).toBe(newer.id);
    expect((await store.open(kept ?? '')).run.id).toBe(older.id);
  });

  test('saves the same run again in place', async () => {
    await store.save(newer, []);
    await store.save(newer, html);
    const { runs } = await store.list();
    expect(runs).toHaveLength(1);
    expect(await readdir(runs[0]?.directory ?? '')).toContain('report.html');
  });

  test('does not touch a folder that holds anything else', async () => {
    const mine = join(root, 'mine');
    await mkdir(mine);
    await writeFile(join(mine, 'thesis.txt'), 'precious');
    await expect(store.save(newer, [], mine)).rejects.toMatchObject({ code: 'OUT_NOT_EMPTY', exit: 'usage' });
    expect(await readFile(join(mine, 'thesis.txt'), 'utf8')).toBe('precious');
  });

  test('names a folder that cannot be written and leaves nothing', async () => {
    await writeFile(join(root, 'file'), '');
    await expect(store.save(newer, [], join(root, 'file', 'run'))).rejects.toMatchObject({ code: 'OUT_UNWRITABLE', exit: 'usage' });
    expect(await readdir(root)).toEqual(['file']);
  });

  test('leaves a failed save without a trace, and the earlier run in place', async () => {
    await store.save(newer, []);
    const bad = { name: 'x', get content(): string { throw new Error('disk full'); } };
    await expect(store.save(newer, [bad])).rejects.toMatchObject({ code: 'OUT_UNWRITABLE' });
    expect((await store.open()).run).toEqual(newer);
    expect((await readdir(store.root)).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  test('sweeps what a killed process left, and nobody else\'s', async () => {
    await mkdir(join(store.root, '.old.999999999.partial'), { recursive: true });
    await mkdir(join(store.root, `.other.${process.pid}.partial`));
    await store.save(newer, []);
    expect((await readdir(store.root)).filter((name) => name.startsWith('.'))).toEqual([`.other.${process.pid}.partial`]);
  });

  test('a run whose file was cut short is called broken, not a run', async () => {
    const { directory } = await store.save(newer, []);
    const text = await readFile(join(directory, 'run.json'), 'utf8');
    await writeFile(join(directory, 'run.json'), text.slice(0, -20));
    expect(await store.list()).toEqual({ runs: [], broken: [directory] });
    await expect(store.open(directory)).rejects.toMatchObject({ code: 'RUN_BROKEN', next: 'monolens runs' });
  });

  test.each([
    [{ schemaVersion: 2 }, 'RUN_TOO_NEW'],
    [{ schemaVersion: 1 }, 'RUN_BROKEN'],
    [{}, 'RUN_BROKEN'],
    ['hello', 'RUN_BROKEN'],
  ])('refuses %j as %s', async (stored, code) => {
    const directory = join(root, 'other');
    await mkdir(directory);
    await writeFile(join(directory, 'run.json'), JSON.stringify(stored));
    await expect(store.open(directory)).rejects.toMatchObject({ code, exit: 'usage' });
  });

  test('says what to do where there is no run', async () => {
    await expect(store.open()).rejects.toMatchObject({ code: 'NO_RUN', next: expect.stringContaining('monolens demo') as string });
    await expect(store.open('2020')).rejects.toMatchObject({ code: 'NO_RUN' });
  });
});
