import { terminalLine } from './terminal.ts';

/**
 * Text for any inline place of GitHub Flavoured Markdown, table cells included. One line; no emphasis, link, image, code,
 * raw HTML, entity, autolink or heading comes out of it.
 */
export function markdownText(text: string): string {
  return terminalLine(text)
    .replace(/\s+/g, ' ')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/[\\`*_[\]|~$]/g, '\\$&')
    .replace(/(https?|ftp):(?=\/\/)/gi, '$1\\:')
    .replace(/\bwww\.(?=\S)/gi, 'www\\.')
    .replace(/@(?=\S)/g, '\\@')
    .replace(/^([#+\-=:])/, '\\$1')
    .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2');
}

/**
 * A code span, fenced by more backticks than the text has in a row. Text with a pipe cannot stand in a code span of a table
 * cell without changing, so it is given as plain text.
 */
export function markdownCode(text: string): string {
  const line = terminalLine(text).replace(/\s+/g, ' ');
  if (line === '') return '';
  if (line.includes('|')) return markdownText(line);
  const fence = '`'.repeat(longestRun(line) + 1);
  const pad = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${line}${pad}${fence}`;
}

/** A fenced block; newlines are kept. */
export function markdownFence(text: string, language = ''): string {
  const body = text.replace(/\r\n?/g, '\n').split('\n').map((line) => terminalLine(line)).join('\n');
  const fence = '`'.repeat(Math.max(3, longestRun(body) + 1));
  return `${fence}${language}\n${body}\n${fence}`;
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
}
