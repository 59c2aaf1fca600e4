/** A piece of text with the line of the whole document that each of its lines comes from. */
export interface LinedText {
  readonly text: string;
  readonly lines: readonly number[];
}

export function linedText(text: string, firstLine: number): LinedText {
  return { text, lines: text.split('\n').map((_, index) => firstLine + index) };
}

/** A text that all stands on one line of the document, such as the argument of `echo`. */
export function textOnLine(text: string, line: number): LinedText {
  return { text, lines: text.split('\n').map(() => line) };
}

export function joinTexts(texts: readonly LinedText[]): LinedText {
  return {
    text: texts.map((piece) => piece.text.replace(/\n$/, '')).join('\n'),
    lines: texts.flatMap((piece) => piece.lines.slice(0, piece.text.replace(/\n$/, '').split('\n').length)),
  };
}

/** The document line of a line of the text, both from 1. */
export function lineOf(piece: LinedText, line: number): number {
  return piece.lines[Math.min(Math.max(line, 1), piece.lines.length) - 1] ?? 1;
}
