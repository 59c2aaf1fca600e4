import { type LinedText, textOnLine } from './text.ts';

export interface Printed {
  readonly output: LinedText | undefined;
  readonly files: readonly { readonly path: string; readonly content: LinedText; readonly append: boolean }[];
}

/** What a command that only passes text on would print and write: `echo`, `printf`, `cat`, `tee`, `envsubst`. */
export function printed(words: readonly string[], input: LinedText | undefined, line: number): Printed {
  let at = 0;
  while (at < words.length && (/^(?:sudo|command|builtin|env)$/.test(words[at] ?? '') || (at > 0 && /^-[A-Za-z]+$/.test(words[at] ?? '')))) at += 1;
  const name = (words[at] ?? '').replace(/^.*\//, '');
  const operands = words.slice(at + 1);
  switch (name) {
    case 'echo':
      return { output: textOnLine(escapes(operands.filter((word, index) => !(index === 0 && /^-[neE]+$/.test(word))).join(' ')), line), files: [] };
    case 'printf':
      return { output: textOnLine(format(operands), line), files: [] };
    case 'cat':
    case 'envsubst':
    case 'tr':
    case 'sed':
      return { output: name === 'sed' || name === 'tr' || operands.every((word) => word.startsWith('-')) || operands[0]?.startsWith('$') === true ? input : undefined, files: [] };
    case 'tee': {
      const append = operands.some((word) => word === '--append' || /^-[a-z]*a/.test(word));
      const paths = operands.filter((word) => !word.startsWith('-') && word !== '/dev/null');
      return { output: input, files: input ? paths.map((path) => ({ path, content: input, append })) : [] };
    }
    case 'base64': {
      const decoded = input && operands.some((word) => /^(?:-d|-D|--decode)$/.test(word)) ? Buffer.from(input.text, 'base64').toString('utf8') : undefined;
      return { output: decoded === undefined || decoded.includes('\uFFFD') ? undefined : textOnLine(decoded, input?.lines[0] ?? line), files: [] };
    }
    default:
      return { output: undefined, files: [] };
  }
}

function escapes(text: string): string {
  return text.replaceAll(String.raw`\n`, '\n').replaceAll(String.raw`\t`, '\t');
}

function format(words: readonly string[]): string {
  const [template = '', ...values] = words;
  let index = 0;
  return escapes(template).replaceAll(/%[sdib%]/g, (directive) => (directive === '%%' ? '%' : values[index++] ?? ''));
}
