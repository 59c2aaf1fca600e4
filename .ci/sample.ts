// Runs the demo, puts its run into reports/sample, and takes the picture of its report for the README.
import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const sample = join(root, 'reports', 'sample');
const work = await mkdtemp(join(tmpdir(), 'monolens-sample-'));
const { status } = spawnSync(process.execPath, [join(root, 'dist/bin.js'), 'demo', '--out', join(work, 'run')], { cwd: work, stdio: 'inherit' });
if (status !== 0) process.exit(status ?? 1);
await rm(sample, { recursive: true, force: true });
await cp(join(work, 'run'), sample, { recursive: true });
await rm(work, { recursive: true, force: true });

const chromium = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path));
if (chromium === undefined) {
  console.log('No Chromium here: docs/report.png is left as it was.');
} else {
  const { chromium: driver } = await import('playwright-core');
  const browser = await driver.launch({ executablePath: chromium, args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'] });
  const page = await browser.newPage({ viewport: { width: 1280, height: 960 }, colorScheme: 'light' });
  await page.goto(pathToFileURL(join(sample, 'report.html')).href);
  await page.screenshot({ path: join(root, 'docs', 'report.png') });
  await browser.close();
}
