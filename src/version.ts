import pkg from '../package.json' with { type: 'json' };

export const VERSION: string = pkg.version;

/** `monolens/0.1.0 linux-x64 node-v24.1.0`, the form that oclif's own commands print. */
export function processVersion(): string {
  return `monolens/${VERSION} ${process.platform}-${process.arch} node-${process.version}`;
}
