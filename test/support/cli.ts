import { spawn, type ChildProcess } from 'node:child_process';
import { resolve } from 'node:path';

const BIN = resolve(import.meta.dirname, '../../dist/bin.js');

export interface CliResult {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the built command line as a user would: a process of its own, with nothing of this machine's AWS set-up in its environment. */
export async function cli(args: readonly string[], options: { cwd: string; env?: Record<string, string>; onStart?: (child: ChildProcess) => void }): Promise<CliResult> {
  const child = spawn(process.execPath, [BIN, ...args], { cwd: options.cwd, env: { ...bareEnvironment(options.cwd), ...options.env }, stdio: ['ignore', 'pipe', 'pipe'] });
  options.onStart?.(child);
  const text = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => { text.out += chunk; });
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => { text.err += chunk; });
  const code = await new Promise<number | null>((done, failed) => {
    child.on('error', failed);
    child.on('close', done);
  });
  return { code, ...text };
}

function bareEnvironment(home: string): Record<string, string> {
  return {
    PATH: process.env['PATH'] ?? '', HOME: home, NO_COLOR: '1', AWS_EC2_METADATA_DISABLED: 'true',
    AWS_CONFIG_FILE: '/dev/null', AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
  };
}
