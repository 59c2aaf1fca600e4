// Bundles the bin and every command into dist/, so that a start loads a few files instead of hundreds.
import { build } from 'esbuild';
import { chmod, readdir, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);
await rm('dist', { recursive: true, force: true });

const commands = (await readdir('commands', { recursive: true })).filter((name) => name.endsWith('.ts'));
await build({
  entryPoints: [
    { in: 'src/bin.ts', out: 'bin' },
    ...commands.map((name) => ({ in: `commands/${name}`, out: `commands/${name.slice(0, -'.ts'.length)}` })),
  ],
  outdir: 'dist',
  chunkNames: 'chunks/[name]-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node22.12',
  packages: 'bundle',
  legalComments: 'none',
  minifyWhitespace: true,
  minifySyntax: true,
  logLevel: 'warning',
  // Bundled CommonJS packages still ask for Node's own modules by require.
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; import { fileURLToPath as __fileURLToPath } from 'node:url'; const require = __createRequire(import.meta.url); const __filename = __fileURLToPath(import.meta.url); const __dirname = __fileURLToPath(new URL('.', import.meta.url));",
  },
});
await chmod('dist/bin.js', 0o755);
