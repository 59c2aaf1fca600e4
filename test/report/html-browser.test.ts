import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { renderReport } from '../../src/report/index.ts';
import { hostileRun } from './hostile-run.ts';
import { sampleRun } from './sample-run.ts';

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path));
if (CHROMIUM === undefined) process.stderr.write('html-browser.test.ts: no Chromium on this machine, so the report was not opened in a browser\n');

describe.skipIf(CHROMIUM === undefined)('the HTML report in a browser', () => {
  let browser: Browser;
  let directory: string;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: CHROMIUM ?? '', args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'] });
    directory = await mkdtemp(join(tmpdir(), 'monolens-report-'));
    for (const [name, run] of [['hostile', hostileRun()], ['sample', sampleRun()]] as const) {
      const [file] = await renderReport(run, 'html');
      await writeFile(join(directory, `${name}.html`), file?.content ?? '');
    }
  });
  afterAll(async () => {
    await browser.close();
    await rm(directory, { recursive: true });
  });

  const open = async (name: string, width: number, colorScheme: 'light' | 'dark') => {
    const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
    const trouble: string[] = [];
    page.on('console', (message) => trouble.push(`console ${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => trouble.push(`error: ${error.message}`));
    page.on('dialog', (dialog) => {
      trouble.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('request', (request) => {
      if (request.url() !== pathToFileURL(join(directory, `${name}.html`)).href) trouble.push(`request: ${request.url()}`);
    });
    await page.goto(pathToFileURL(join(directory, `${name}.html`)).href, { waitUntil: 'load' });
    return { page, trouble };
  };

  test('hostile names run nothing, load nothing, and log nothing', async () => {
    const { page, trouble } = await open('hostile', 1280, 'light');
    await page.mouse.move(300, 300);
    for (const summary of await page.locator('summary').all()) await summary.click();
    const found = await page.evaluate<object>(`({
      active: document.querySelectorAll('script, img, iframe, object, embed, link, form, svg a, foreignObject').length,
      handlers: [...document.querySelectorAll('*')].filter((element) => element.getAttributeNames().some((name) => name.startsWith('on'))).length,
      links: [...document.querySelectorAll('a')].map((link) => link.getAttribute('href') ?? '').filter((href) => !/^#[a-z0-9-]+$/.test(href)),
      duplicates: [...document.querySelectorAll('[id]')].map((element) => element.id).filter((id, index, ids) => ids.indexOf(id) !== index),
      shown: document.body.textContent.includes('<img src=x onerror=alert(1)>'),
    })`);
    expect(found).toEqual({ active: 0, handlers: 0, links: [], duplicates: [], shown: true });
    expect(trouble).toEqual([]);
    await page.close();
  });

  test.each([360, 768, 1280, 1600])('at %i px nothing makes the page itself scroll sideways', async (width) => {
    for (const name of ['sample', 'hostile']) {
      const { page } = await open(name, width, 'light');
      const over = await page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth');
      expect({ name, over: Math.max(0, over) }).toEqual({ name, over: 0 });
      await page.close();
    }
  });

  test.each(['light', 'dark'] as const)('%s: every text has a contrast of 4.5 or more (3 where it is large)', async (scheme) => {
    const { page } = await open('sample', 1280, scheme);
    const weak = await page.evaluate<string[]>(CONTRAST);
    expect(weak).toEqual([]);
    await page.close();
  });
});

/** Runs in the page: WCAG 2's contrast of every element that has text of its own; gives those that fall short. */
const CONTRAST = `(() => {
  const channel = (value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  const parse = (color) => (color.match(/[\\d.]+/g) ?? []).map(Number);
  const luminance = ([r = 0, g = 0, b = 0]) => 0.2126 * channel(r / 255) + 0.7152 * channel(g / 255) + 0.0722 * channel(b / 255);
  const ground = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const color = parse(getComputedStyle(at).backgroundColor);
      if ((color[3] ?? 1) === 1 && color.length >= 3) return color;
    }
    return [255, 255, 255];
  };
  return [...document.querySelectorAll('main *:not(svg *), header *, nav *')].flatMap((element) => {
    const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim() !== '');
    if (!own) return [];
    const style = getComputedStyle(element);
    const [light, dark] = [luminance(parse(style.color)), luminance(ground(element))].sort((a, b) => b - a);
    const ratio = (light + 0.05) / (dark + 0.05) * Number(style.opacity);
    const large = Number.parseFloat(style.fontSize) >= 24;
    return ratio < (large ? 3 : 4.5) ? [element.className + ' ' + element.textContent.slice(0, 30) + ' ' + ratio.toFixed(2)] : [];
  });
})()`;
