/* oxlint-disable no-control-regex -- control characters are what this file is about */

/** ANSI sequences whole (CSI, OSC with its text, and two-byte escapes), so that no `[31m` stays behind. */
const ANSI = /\u001B\[[0-?]*[ -/]*[@-~]|\u009B[0-?]*[ -/]*[@-~]|(?:\u001B\]|\u009D)[^\u0007\u001B\u009C]*(?:\u0007|\u001B\\|\u009C)?|\u001B[PX^_][^\u001B\u009C]*(?:\u001B\\|\u009C)?|\u001B[ -/]*[0-~]/g;

/** C0 except newline and tab, DEL, C1, and the bidirectional controls (U+061C, U+200E/F, U+202A–E, U+2066–9). */
const CONTROLS = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;

/** U+2028/9 are line breaks to some programs and none to others. */
const BREAKS = /[\t\n\r\u2028\u2029]+/g;

/**
 * Text that cannot drive a terminal (CWE-150) nor reorder what a reader sees: escape sequences, control characters and
 * bidirectional controls are dropped, newlines are kept.
 */
export function terminalText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(ANSI, '').replace(CONTROLS, '');
}

/** `terminalText` on one line: runs of tabs and newlines become one space. */
export function terminalLine(text: string): string {
  return terminalText(text.replace(BREAKS, ' ')).trim();
}
