#!/usr/bin/env node
// The first thing that runs, on every call: it answers what needs no command at once, and loads oclif for the rest.
import { enableCompileCache } from 'node:module';
import { processVersion } from './version.ts';

enableCompileCache();
const [first] = process.argv.slice(2);
if (first === '--version' || first === '-v') {
  process.stdout.write(`${processVersion()}\n`);
} else {
  const { start } = await import('./cli.ts');
  await start(import.meta.url, process.argv.slice(2));
}
