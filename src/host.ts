import type { ExitName } from './errors.ts';
import { EXIT } from './errors.ts';

/** Everything of the process that a command may touch. Tests hand in their own. */
export interface Host {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** Whether progress may be drawn in place (stderr is a terminal). */
  readonly interactive: boolean;
  /** Whether colour may be used on stdout and stderr. */
  readonly color: { readonly out: boolean; readonly err: boolean };
  /** Columns of the terminal, 80 where there is none. */
  readonly columns: number;
  /** Aborted by Ctrl-C and SIGTERM; a second Ctrl-C ends the process at once. */
  readonly signal: AbortSignal;
  now(): Date;
  /** Data, to stdout. Resolves when the stream has taken it. */
  out(text: string): Promise<void>;
  /** Progress, warnings and errors, to stderr. */
  err(text: string): void;
  /** One line from the terminal, or undefined where nobody can be asked. */
  ask(question: string): Promise<string | undefined>;
  /** The exit code that the process ends with; the most severe call wins only by being the last. */
  exitWith(name: ExitName): void;
}

export function processHost(): Host {
  const abort = new AbortController();
  const stop = (): void => {
    if (abort.signal.aborted) process.exit(EXIT.interrupted);
    process.exitCode = EXIT.interrupted;
    abort.abort(new DOMException('Interrupted', 'AbortError'));
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  // A reader that went away (`monolens … | head`) is not an error of ours.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(EXIT.ok);
    throw error;
  });

  const plain = (process.env['NO_COLOR'] ?? '') !== '' || process.env['TERM'] === 'dumb';
  return {
    env: process.env,
    cwd: process.cwd(),
    interactive: process.stderr.isTTY && process.env['CI'] === undefined,
    color: { out: process.stdout.isTTY && !plain, err: process.stderr.isTTY && !plain },
    columns: process.stderr.columns ?? process.stdout.columns ?? 80,
    signal: abort.signal,
    now: () => new Date(),
    out: (text) => new Promise((resolve) => {
      if (process.stdout.write(text)) resolve();
      else process.stdout.once('drain', () => resolve());
    }),
    err: (text) => void process.stderr.write(text),
    ask: async (question) => {
      if (!process.stdin.isTTY || !process.stderr.isTTY) return undefined;
      const { createInterface } = await import('node:readline/promises');
      const terminal = createInterface({ input: process.stdin, output: process.stderr });
      try {
        return await terminal.question(question, { signal: abort.signal });
      } finally {
        terminal.close();
      }
    },
    exitWith: (name) => {
      process.exitCode = EXIT[name];
    },
  };
}
