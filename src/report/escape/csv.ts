/**
 * What a spreadsheet would take for a formula: OWASP ASVS 5 item 1.2.10 and CWE-1236, plus the full-width forms that some
 * spreadsheets fold.
 */
const FORMULA = /^[=+\-@\t\r\0\uFF1D\uFF0B\uFF0D\uFF20]/; // oxlint-disable-line no-control-regex

/** One field of a CSV row: RFC 4180 quoting, and a leading quote before text that would run. Numbers stay numbers. */
export function csvField(value: string | number | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  const text = (FORMULA.test(value) ? `'${value}` : value).replaceAll('\0', '');
  return /["',;\r\n\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A whole CSV file with a header row; lines end with CRLF as RFC 4180 has it. */
export function csvFile(header: readonly string[], rows: readonly (readonly (string | number | undefined)[])[]): string {
  return [header, ...rows].map((row) => `${row.map(csvField).join(',')}\r\n`).join('');
}
