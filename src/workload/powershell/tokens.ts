import type { LinedText } from '../shell/text.ts';

/** A statement of PowerShell or of a batch file: its words with quotes taken off and known variables put in. */
export interface PowerShellStatement {
  readonly words: readonly string[];
  readonly line: number;
  /** The text of the statement as it stands. */
  readonly text: string;
  /** The value that comes down the pipe, where it is a literal: `@'…'@ | Set-Content x`. */
  readonly piped?: string | undefined;
}

/**
 * Cuts a script into statements. Light on purpose: strings, here-strings, comments, backtick line ends, `;`, `|`, braces as
 * separators, and variables that were assigned a literal. Unterminated strings end with the script.
 */
export function statementsOf(content: LinedText): PowerShellStatement[] {
  const source = content.text;
  const statements: PowerShellStatement[] = [];
  const variables = new Map<string, string>();
  let words: string[] = [];
  let word = '';
  let quoted = false;
  let localLine = 1;
  let startLine = 1;
  let startAt = 0;
  let piped: string | undefined;
  let parens = 0;
  const expand = (text: string): string => text.replaceAll(/\$(?:\{)?(?:env:|global:|script:)?([A-Za-z_]\w*)\}?/gi, (whole, name: string) => variables.get(name.toLowerCase()) ?? whole);
  const endWord = (): void => {
    if (word !== '' || quoted) words.push(word);
    word = '';
    quoted = false;
  };
  const endStatement = (at: number, pipe: boolean): void => {
    endWord();
    if (words.length > 0) {
      const assigned = /^\$(?:env:|global:|script:)?(\w+)$/i.exec(words[0] ?? '');
      if (assigned && words[1] === '=') {
        const rest = words.slice(2);
        if (rest.length === 1) variables.set((assigned[1] ?? '').toLowerCase(), rest[0] ?? '');
        else if (rest.every((item) => /^[\w.-]+,?$/.test(item))) variables.set((assigned[1] ?? '').toLowerCase(), rest.join(','));
      }
      statements.push({ words, line: content.lines[startLine - 1] ?? content.lines.at(-1) ?? 1, text: source.slice(startAt, at).trim(), ...(piped === undefined ? {} : { piped }) });
      piped = pipe && words.length === 1 ? words[0] : undefined;
    }
    words = [];
    startLine = localLine;
    startAt = at + 1;
  };
  for (let i = 0; i < source.length; i += 1) {
    const c = source[i] ?? '';
    if (words.length === 0 && word === '' && !quoted && /\S/.test(c)) startLine = localLine;
    if (c === '\n') {
      localLine += 1;
      if (parens === 0) endStatement(i, false);
      else endWord();
    } else if (c === '`' && source[i + 1] === '\n') {
      localLine += 1;
      i += 1;
      endWord();
    } else if (c === '<' && source[i + 1] === '#') {
      const end = source.indexOf('#>', i);
      localLine += count(source.slice(i, end < 0 ? source.length : end));
      i = end < 0 ? source.length : end + 1;
    } else if (c === '#' && word === '') {
      const end = source.indexOf('\n', i);
      i = (end < 0 ? source.length : end) - 1;
    } else if (c === '@' && (source[i + 1] === '"' || source[i + 1] === "'") && /^\s*\n/.test(source.slice(i + 2, i + 40))) {
      const close = `\n${source[i + 1] ?? ''}@`;
      const end = source.indexOf(close, i + 2);
      const body = source.slice(source.indexOf('\n', i) + 1, end < 0 ? source.length : end);
      localLine += count(source.slice(i, end < 0 ? source.length : end + 1));
      word += source[i + 1] === '"' ? expand(body) : body;
      quoted = true;
      i = end < 0 ? source.length : end + 2;
    } else if (c === '"' || c === "'") {
      let end = i + 1;
      while (end < source.length && source[end] !== c) end += c === '"' && source[end] === '`' ? 2 : 1;
      const body = source.slice(i + 1, end);
      localLine += count(body);
      word += c === '"' ? expand(body).replaceAll('`"', '"') : body;
      quoted = true;
      i = end;
    } else if (c === ';' || c === '|' || c === '{' || c === '}') {
      if (c === '{' && word.endsWith('$')) {
        const end = source.indexOf('}', i);
        word = expand(`${word}${source.slice(i, end < 0 ? source.length : end + 1)}`);
        i = end < 0 ? source.length : end;
      } else endStatement(i, c === '|');
    } else if (c === '(' || c === ')') {
      parens = Math.max(0, parens + (c === '(' ? 1 : -1));
      if (c === '(' && word !== '' && !word.endsWith('@')) word += c;
      endWord();
    } else if (c === ' ' || c === '\t' || c === '\r') endWord();
    else if (c === '=' && /^\$[\w:]+$/.test(word)) {
      endWord();
      words.push('=');
    } else if (c === '$') {
      const name = /^\$(?:env:|global:|script:)?[A-Za-z_]\w*/i.exec(source.slice(i, i + 80))?.[0];
      const isTarget = words.length === 0 && word === '' && /^\s*=(?!=)/.test(source.slice(i + (name?.length ?? 0), i + (name?.length ?? 0) + 20));
      word += name === undefined ? c : isTarget ? name : expand(name);
      i += (name?.length ?? 1) - 1;
    } else word += c;
  }
  endStatement(source.length, false);
  return statements;
}

function count(text: string): number {
  return text.split('\n').length - 1;
}
