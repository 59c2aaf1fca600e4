// Writes the sample account as a directory of AWS CLI JSON, so that `assess --from` can be tried without anything running.
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { sampleAccount, writeDump } from '../src/demo/index.ts';

const folder = fileURLToPath(new URL('../test/fixtures/classic', import.meta.url));
await rm(folder, { recursive: true, force: true });
await writeDump(sampleAccount('classic'), folder);
