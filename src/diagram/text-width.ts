/** Widths in thousandths of the font size, on the wide side of common sans-serif faces. */
const NARROW = new Set("iIl.,:;'|!()[]{}jtfr ".split(''));
const WIDE = new Set('mwMW@%—'.split(''));

/** Pixels that `text` takes at `size`, rather too many than too few. Anything beyond Latin counts as a full square. */
export function textWidth(text: string, size: number): number {
  let thousandths = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    if (point > 0x24f) thousandths += 1000;
    else if (NARROW.has(character)) thousandths += 360;
    else if (WIDE.has(character)) thousandths += 930;
    else if (/[A-Z0-9]/.test(character)) thousandths += 680;
    else thousandths += 580;
  }
  return (thousandths / 1000) * size;
}

/** The text, cut with an ellipsis where it would not fit. Never cuts inside a surrogate pair. */
export function fitText(text: string, size: number, width: number): string {
  if (textWidth(text, size) <= width) return text;
  const characters = Array.from(text);
  let low = 0;
  let high = characters.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (textWidth(`${characters.slice(0, middle).join('')}…`, size) <= width) low = middle;
    else high = middle - 1;
  }
  return `${characters.slice(0, low).join('').trimEnd()}…`;
}
