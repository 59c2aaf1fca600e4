// Bundles the bin and every command into dist/, so that a start loads a few files instead of hundreds.
import { build } from 'esbuild';
import { chmod, readdir, rm, symlink } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);
await rm('dist', { recursive: true, force: true });

const commands = (await readdir('commands', { recursive: true })).filter((name) => name.endsWith('.ts'));
// A worker thread is started from a file of its own: src/<folder>/<name>-worker.ts becomes dist/<folder>/<name>-worker.js.
const workers = (await readdir('src', { recursive: true })).filter((name) => name.endsWith('-worker.ts'));
// Commands that ask nothing of AWS are bundled apart: code that is shared with the others would be loaded with all that it is
// bundled with, and these are the ones that people wait for.
const LIGHT = ['runs.ts', 'policy.ts', 'explain.ts'];
const entryOf = (name) => ({ in: `commands/${name}`, out: `commands/${stem(name)}` });

const shared = {
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node22.12',
  // The ES builds of packages: only they have named exports behind a dynamic import, and only they can be shaken.
  mainFields: ['module', 'main'],
  // oclif asks this package whether the machine is a WSL, only to name the platform; the answer costs a tenth of a short command's time.
  alias: { 'wsl-utils': './.ci/no-wsl.mjs' },
  legalComments: 'none',
  minifyWhitespace: true,
  minifySyntax: true,
  logLevel: 'warning',
  // Bundled CommonJS packages still ask for Node's own modules by require, and for their own place.
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; import { fileURLToPath as __fileURLToPath } from 'node:url'; const require = __createRequire(import.meta.url); const __filename = __fileURLToPath(import.meta.url); const __dirname = __fileURLToPath(new URL('.', import.meta.url));",
  },
};

await build({ ...shared, chunkNames: 'chunks/light/[name]-[hash]', entryPoints: [{ in: 'src/bin.ts', out: 'bin' }, ...LIGHT.map(entryOf)] });
await build({
  ...shared,
  chunkNames: 'chunks/[name]-[hash]',
  entryPoints: [
    ...commands.filter((name) => !LIGHT.includes(name)).map(entryOf),
    ...workers.map((name) => ({ in: `src/${name}`, out: stem(name) })),
  ],
});
await chmod('dist/bin.js', 0o755);
// In a checkout `npx monolens` then starts at once; without the link npx would first install the checkout into its own cache.
await rm('node_modules/.bin/monolens', { force: true });
await symlink('../../dist/bin.js', 'node_modules/.bin/monolens').catch(() => undefined);

function stem(name) {
  return name.slice(0, -'.ts'.length);
}
