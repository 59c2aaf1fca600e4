/** A part as it lies in the message: decoded from its transfer encoding, with the line of its first body line. */
export interface MimePart {
  readonly contentType: string;
  readonly body: Buffer;
  readonly line: number;
}

const MAX_PARTS = 200;

/** Whether a text is a MIME multipart message, as cloud-init looks for one. */
export function isMultipart(text: string): boolean {
  const head = text.slice(0, 2000);
  return /^content-type:\s*multipart\//im.test(head) && /^(?:content-type|mime-version|from )/i.test(head.trimStart());
}

/**
 * Splits a multipart message. Tolerant: a missing last boundary, a part without headers and an unknown transfer encoding
 * are read as they stand. Preamble and epilogue are dropped, as mail readers and cloud-init drop them.
 */
export function splitMultipart(text: string): MimePart[] {
  const lines = text.split('\n');
  const boundary = /boundary\s*=\s*(?:"([^"]+)"|'([^']+)'|([^\s;]+))/i.exec(unfold(headersOf(lines, 0).raw));
  const name = boundary?.[1] ?? boundary?.[2] ?? boundary?.[3];
  if (name === undefined) return [];
  const parts: MimePart[] = [];
  let start = -1;
  for (let i = 0; i <= lines.length && parts.length < MAX_PARTS; i += 1) {
    const line = lines[i]?.trimEnd();
    const closes = line === undefined || line === `--${name}--`;
    if (!closes && line !== `--${name}`) continue;
    if (start >= 0) parts.push(partOf(lines, start, i));
    start = closes ? -1 : i + 1;
    if (closes) break;
  }
  return parts;
}

function partOf(lines: readonly string[], start: number, end: number): MimePart {
  const headers = headersOf(lines, start);
  const raw = unfold(headers.raw);
  const contentType = /^content-type:\s*([\w.+-]+\/[\w.+-]+)/im.exec(raw)?.[1]?.toLowerCase() ?? 'text/plain';
  const boundary = /^content-type:\s*multipart\//im.test(raw);
  // A nested multipart needs its own header to be split again.
  const body = lines.slice(boundary ? start : headers.end, end).join('\n');
  const encoding = /^content-transfer-encoding:\s*(\S+)/im.exec(raw)?.[1]?.toLowerCase();
  const line = (boundary ? start : headers.end) + 1;
  if (encoding === 'base64') return { contentType, body: Buffer.from(body, 'base64'), line };
  if (encoding === 'quoted-printable') return { contentType, body: Buffer.from(unquote(body), 'latin1'), line };
  return { contentType, body: Buffer.from(body, 'utf8'), line };
}

/** The header lines from `start` and the index of the first body line; a part whose first line is no header has none. */
function headersOf(lines: readonly string[], start: number): { raw: string; end: number } {
  let end = start;
  while (end < lines.length && /^(?:[A-Za-z][\w-]*:|From |[ \t]+\S)/.test(lines[end] ?? '')) end += 1;
  const raw = lines.slice(start, end).join('\n');
  return { raw, end: (lines[end] ?? '').trim() === '' ? end + 1 : end };
}

function unfold(headers: string): string {
  return headers.replaceAll(/\n[ \t]+/g, ' ');
}

function unquote(body: string): string {
  return body.replaceAll(/=\r?\n/g, '').replaceAll(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
