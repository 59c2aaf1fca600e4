import type { LinedText } from '../shell/text.ts';
import type { FactSheet } from '../user-data/facts.ts';
import type { Invocation } from '../shell/walk.ts';

/** A file that a script writes, with what its reader may use. */
export interface WrittenFile {
  readonly path: string;
  readonly content: LinedText;
  readonly sheet: FactSheet;
  /** Reads a command that the file starts: `ExecStart=`, a cron job, a compose service. */
  run(words: readonly string[], line: number, background?: boolean): void;
  runShell(text: LinedText): void;
  setting(name: string, value: string, line: number): void;
  command(invocation: Invocation): void;
}

export type FileReader = (file: WrittenFile) => void;

/** The lines of a file with the document line of each; comments of `#` and `;` are left out where `comments` says so. */
export function linesOf(file: WrittenFile, comments: RegExp = /^\s*[#;]/): { text: string; line: number }[] {
  return file.content.text.split('\n').map((text, index) => ({ text, line: file.content.lines[index] ?? file.content.lines.at(-1) ?? 1 }))
    .filter(({ text }) => text.trim() !== '' && !comments.test(text));
}

/** A command line as words; quotes are taken off, nothing is expanded. */
export function wordsOf(command: string): string[] {
  return [...command.matchAll(/"((?:[^"\\]|\\.)*)"|'([^']*)'|((?:[^\s"'\\]|\\.|"[^"]*"|'[^']*')+)/g)].map((match) => match[1] ?? match[2] ?? (match[3] ?? '').replaceAll(/["']/g, ''));
}

const LOCAL = /^(?:localhost|127(?:\.\d+){3}|\[?::1\]?|0\.0\.0\.0|\*)$/i;

/** A host and port that a proxy forwards to: a port here, an endpoint elsewhere. */
export function forwardsTo(file: WrittenFile, host: string, port: number | undefined, line: number): void {
  if (LOCAL.test(host)) {
    if (port !== undefined) file.sheet.port(port);
    return;
  }
  if (!/^[A-Za-z0-9][\w.-]*$/.test(host) || (!host.includes('.') && port === undefined)) return;
  file.sheet.endpoint({ host, kind: 'upstream', line, ...(port === undefined ? {} : { port }) });
}
