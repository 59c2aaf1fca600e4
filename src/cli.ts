import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Config, flush, handle, run } from '@oclif/core';
import pkg from '../package.json' with { type: 'json' };

/**
 * Hands the command line to oclif. A call of one of our own commands needs none of oclif's plugins (help, completion,
 * did-you-mean) and is spared loading them; everything else gets them.
 * @param entry URL of the bin, which lies beside the folder of the commands
 */
export async function start(entry: string, argv: readonly string[]): Promise<void> {
  try {
    const dist = fileURLToPath(new URL('.', entry));
    const plugins = isOwnCommand(join(dist, 'commands'), argv) ? [] : pkg.oclif.plugins;
    const root = fileURLToPath(new URL('..', entry));
    const config = await Config.load({ root, pjson: { ...pkg, oclif: { ...pkg.oclif, topicSeparator: ' ', plugins } }, userPlugins: false, devPlugins: false });
    await run([...argv], config);
    await flush();
  } catch (error) {
    await handle(error instanceof Error ? error : new Error(String(error)));
  }
}

function isOwnCommand(commands: string, argv: readonly string[]): boolean {
  // An import of node:fs would load its streams too, for nothing: they cost a short command a tenth of its time.
  const { existsSync } = process.getBuiltinModule('node:fs');
  const [first, second] = argv;
  if (first === undefined || !/^[a-z-]+$/.test(first)) return false;
  if (existsSync(join(commands, `${first}.js`))) return true;
  return second !== undefined && /^[a-z-]+$/.test(second) && existsSync(join(commands, first, `${second}.js`));
}
