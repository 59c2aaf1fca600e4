import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sampleAccount, startEndpoint, type Endpoint, type SampleAccount } from '../../src/demo/index.ts';
import { cli } from '../support/cli.ts';

const CHROMIUM = '/usr/bin/chromium';
if (!existsSync(CHROMIUM)) process.stderr.write('hostile.test.ts: no Chromium on this machine, so the report was not opened in a browser (apt-get install chromium)\n');
const HOSTILE = [
  '"><img src=x onerror=alert(1)>', '</script><script>alert(2)</script>', '| # [x](javascript:1) `code`', '\u001B[31mred\u001B[0m\u001B]8;;http://evil.example\u0007',
  '{{constructor.constructor("alert(3)")()}}', "' onmouseover=alert(4) '", '=cmd|/C calc!A0', '\u202Egnp.exe',
];

let cwd: string;
let endpoint: Endpoint;
let nth = 0;
const next = (): string => HOSTILE[nth++ % HOSTILE.length] ?? '';

function hostile(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(hostile);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => {
    if (key === 'Tags' && Array.isArray(item)) return [key, [{ Key: 'Name', Value: next() }, { Key: 'x"><svg onload=alert(5)>', Value: next() }]];
    if ((key === 'Description' || key === 'GroupName') && typeof item === 'string') return [key, next()];
    return [key, hostile(item)];
  }));
}

/** Control characters, but for the line feed, and what turns the direction of text. */
function isUnsafe(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  return (code < 0x20 && code !== 0x0a) || (code >= 0x7f && code <= 0x9f) || (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);
}

beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'monolens-hostile-'));
  const account = sampleAccount('classic');
  endpoint = await startEndpoint({ accounts: [{ ...account, answers: Object.fromEntries(Object.entries(account.answers).map(([key, answer]) => [key, hostile(answer) as SampleAccount['answers'][string]])) }] });
});
afterAll(async () => {
  await endpoint.close();
  await rm(cwd, { recursive: true, force: true });
});

test('an account full of hostile names gives a terminal no escape sequence', async () => {
  const { code, out, err } = await cli(['assess', '--no-cost', '--no-metrics', '--out', 'run'], { cwd, env: { ...endpoint.env } });
  expect(code).toBe(0);
  expect([out, err].flatMap((text) => Array.from(text).filter(isUnsafe))).toEqual([]);
}, 60_000);

test.skipIf(!existsSync(CHROMIUM))('its report runs no script, opens no dialog and asks for nothing', async () => {
  const { chromium } = await import('playwright-core');
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'] });
  try {
    const page = await browser.newPage();
    const seen: string[] = [];
    page.on('console', (message) => seen.push(`console: ${message.text()}`));
    page.on('pageerror', (error) => seen.push(`error: ${error.message}`));
    page.on('dialog', (dialog) => {
      seen.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('request', (request) => {
      if (!request.url().endsWith('report.html')) seen.push(`request: ${request.url()}`);
    });
    await page.goto(pathToFileURL(join(cwd, 'run/report.html')).href);
    expect(await page.locator('script, [onerror], [onload], [onmouseover], a[href^="javascript:"]').count()).toBe(0);
    expect(await page.locator('body').innerText()).toContain('onerror=alert(1)');
    expect(seen).toEqual([]);
  } finally {
    await browser.close();
  }
}, 60_000);
