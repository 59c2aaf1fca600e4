const NAMED: Readonly<Record<string, string>> = {
  '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;', '\n': '&#10;', '\r': '&#13;', '\t': '&#9;',
};

/** What XML 1.0 does not allow, lone surrogates, C1, and controls that reorder text. */
// oxlint-disable-next-line no-control-regex
const ILLEGAL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** Text for XML content and quoted attributes alike; code points that XML 1.0 does not allow are dropped. */
export function escapeXml(text: string): string {
  return text.replace(ILLEGAL, '').replace(/[&<>"'\n\r\t]/g, (character) => NAMED[character] ?? '');
}
