import type { Scope } from '../shell/scope.ts';
import type { LinedText } from '../shell/text.ts';
import type { Invocation } from '../shell/walk.ts';
import type { FactSheet } from '../user-data/facts.ts';

/** What the reader of one command may use. */
export interface CommandContext {
  readonly sheet: FactSheet;
  readonly scope: Scope;
  /** Reads a nested script: `bash -c`, a here-document given to a shell. */
  runShell(text: LinedText, conditional: boolean): void;
  /** Reads another command in place of this one: what `sudo` or `bundle exec` runs. */
  run(invocation: Invocation): void;
  write(path: string, content: LinedText, append: boolean): void;
  setting(name: string, value: string, line: number): void;
}

/** Reads one kind of command. `words[0]` is its name without its directory. */
export type CommandReader = (invocation: Invocation, context: CommandContext) => void;

/** The words that are no options; options that take a value take it with them. */
export function operandsOf(words: readonly string[], valued: ReadonlySet<string> = new Set()): string[] {
  const operands: string[] = [];
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i] ?? '';
    if (word.startsWith('-') && word.length > 1) {
      if (valued.has(word)) i += 1;
    } else operands.push(word);
  }
  return operands;
}

/** The value of `--name value`, `--name=value`, `-n value` or `-nvalue`, of the first name that is there. */
export function optionOf(words: readonly string[], ...names: readonly string[]): string | undefined {
  return optionsOf(words, ...names)[0];
}

export function optionsOf(words: readonly string[], ...names: readonly string[]): string[] {
  const values: string[] = [];
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i] ?? '';
    for (const name of names) {
      const next = words[i + 1];
      if (word === name && next !== undefined) values.push(next);
      else if (word.startsWith(`${name}=`)) values.push(word.slice(name.length + 1));
      else if (/^-[A-Za-z]$/.test(name) && word.startsWith(name) && word.length > 2) values.push(word.slice(2).replace(/^=/, ''));
    }
  }
  return values;
}

/** The command as one line, for evidence. */
export function lineText(invocation: Invocation): string {
  return invocation.words.join(' ');
}
