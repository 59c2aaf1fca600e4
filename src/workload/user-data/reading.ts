import { readCommand } from '../commands/index.ts';
import { readFile } from '../configuration/index.ts';
import { readSetting } from '../configuration/settings.ts';
import { Scope } from '../shell/scope.ts';
import { joinTexts, type LinedText, textOnLine } from '../shell/text.ts';
import { type Invocation, type ShellHost, ShellWalk } from '../shell/walk.ts';
import type { FactSheet } from './facts.ts';

const MAX_COMMANDS = 4000;
const MAX_NESTING = 6;
const MAX_FILES = 400;

/** One script being read: what its parts have in common. Scripts inside scripts are read by the same one. */
export class Reading implements ShellHost {
  readonly #sheet: FactSheet;
  readonly #files = new Map<string, LinedText>();
  #left = MAX_COMMANDS;
  #nesting = 0;

  constructor(sheet: FactSheet) {
    this.#sheet = sheet;
  }

  shell(text: LinedText, scope = new Scope(), conditional = false): void {
    if (this.#nesting >= MAX_NESTING) return;
    this.#nesting += 1;
    new ShellWalk(this, text).run(scope, conditional);
    this.#nesting -= 1;
  }

  get exhausted(): boolean {
    return this.#left <= 0;
  }

  spend(): boolean {
    this.#left -= 1;
    return this.#left > 0;
  }

  command(invocation: Invocation, scope: Scope = new Scope()): void {
    readCommand(invocation, {
      sheet: this.#sheet,
      scope,
      runShell: (text, conditional) => this.shell(text, scope.fork(), conditional),
      run: (inner) => this.command(inner, scope),
      write: (path, content, append) => this.write(path, content, append),
      setting: (name, value, line) => this.setting(name, value, line),
    });
  }

  write(path: string, content: LinedText, append: boolean): void {
    if (path === '/dev/null' || path.startsWith('/dev/std') || (this.#files.size >= MAX_FILES && !this.#files.has(path))) return;
    const known = this.#files.get(path);
    this.#files.set(path, known && append ? joinTexts([known, content]) : content);
  }

  setting(name: string, value: string, line: number): void {
    readSetting(this.#sheet, name, value, line);
  }

  /** Reads the files that were written, and those that reading them wrote. */
  finish(): void {
    for (let round = 0; round < MAX_NESTING && this.#files.size > 0; round += 1) {
      const files = [...this.#files];
      this.#files.clear();
      for (const [path, content] of files) {
        readFile({
          path,
          content,
          sheet: this.#sheet,
          run: (words, line, background = false) => this.command({ words, line, conditional: false, background }),
          runShell: (text) => this.shell(text),
          setting: (name, value, line) => this.setting(name, value, line),
          command: (invocation) => this.command(invocation),
        });
      }
    }
  }

  /** A command line as cloud-config and others give it: one string for a shell. */
  line(text: string, line: number): void {
    this.shell(textOnLine(text, line));
  }
}
