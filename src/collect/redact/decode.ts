import { constants, gunzipSync } from 'node:zlib';
import { isMultipart, splitMultipart } from './mime.ts';

/** One MIME part, or the whole text as one part. `line` is where its first line lies in the decoded text, from 1. */
export interface DecodedPart {
  readonly contentType: string;
  readonly text: string;
  readonly line: number;
}

/** User data as the instance's cloud-init or EC2Launch would see it. Not redacted: it must not leave the collector. */
export interface DecodedUserData {
  readonly encoding: 'plain' | 'gzip' | 'binary' | 'empty';
  /** Bytes after base64 and gzip. */
  readonly size: number;
  readonly parts: readonly DecodedPart[];
  /** Every decoded byte, for the fingerprint. */
  readonly bytes: Buffer;
  /** What kept a part of it from being read. */
  readonly note?: string;
}

/** Unpacked user data larger than this is refused. EC2 takes 16 KiB before gzip; 8 MiB is far beyond what that packs in earnest. */
const MAX_UNPACKED_BYTES = 8 * 1024 * 1024;
const MAX_NESTING = 3;

/**
 * Decodes what the EC2 API gives for user data: base64, then gzip where it starts with 1f 8b, then MIME multipart.
 * Never throws: what cannot be read has encoding `binary`, a `note`, and the parts that could be read.
 */
export function decodeUserData(base64: string): DecodedUserData {
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length === 0 && base64.trim() !== '') return finish('binary', bytes, [], 'not base64');
  return decodeBytes(bytes);
}

/** As `decodeUserData`, for the bytes of a file: a script as it is, gzipped, MIME, or still in base64. */
export function decodeFile(content: Buffer | string): DecodedUserData {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  return decodeBytes(unwrapBase64(bytes) ?? bytes);
}

function decodeBytes(packed: Buffer): DecodedUserData {
  let bytes = packed;
  let encoding: DecodedUserData['encoding'] = 'plain';
  let note: string | undefined;
  for (let depth = 0; depth < MAX_NESTING && isGzip(bytes); depth += 1) {
    const unpacked = gunzip(bytes);
    bytes = unpacked.bytes;
    note ??= unpacked.note;
    encoding = unpacked.note ? 'binary' : 'gzip';
  }
  if (bytes.length === 0) return finish(packed.length === 0 ? 'empty' : 'binary', bytes, [], note);
  const text = textOf(bytes);
  if (text === undefined) return finish('binary', bytes, [], note ?? 'not text');
  if (text.trim() === '' && !note) return finish('empty', bytes, [], undefined);
  const parts = isMultipart(text) ? splitMultipart(text).flatMap(readPart) : [{ contentType: contentTypeOf(text), text, line: 1 }];
  return finish(encoding, bytes, parts, note);
}

function finish(encoding: DecodedUserData['encoding'], bytes: Buffer, parts: readonly DecodedPart[], note: string | undefined): DecodedUserData {
  return { encoding, size: bytes.length, parts, bytes, ...(note === undefined ? {} : { note }) };
}

function readPart(part: { contentType: string; body: Buffer; line: number }): DecodedPart[] {
  let bytes = part.body;
  if (isGzip(bytes)) bytes = gunzip(bytes).bytes;
  const text = textOf(bytes);
  if (text === undefined) return [{ contentType: part.contentType, text: '', line: part.line }];
  if (isMultipart(text)) return splitMultipart(text).flatMap((inner) => readPart({ ...inner, line: part.line + inner.line - 1 }));
  // Cloud-init believes the first line over a type that says nothing.
  const contentType = /^text\/plain$|^application\/octet-stream$|gzip/.test(part.contentType) ? contentTypeOf(text) : part.contentType;
  return [{ contentType, text, line: part.line }];
}

/** The content type that cloud-init and EC2Launch conclude from the first characters. */
export function contentTypeOf(text: string): string {
  const start = text.trimStart();
  if (start.startsWith('#cloud-config-archive')) return 'text/cloud-config-archive';
  if (start.startsWith('#cloud-config')) return 'text/cloud-config';
  if (start.startsWith('## template: jinja')) return 'text/jinja2';
  if (start.startsWith('#cloud-boothook')) return 'text/cloud-boothook';
  if (start.startsWith('#include')) return 'text/x-include-url';
  if (start.startsWith('#!')) return 'text/x-shellscript';
  if (/<(?:powershell|script)>/i.test(text) || /^version:\s*1\.\d+\s*(?:#.*)?\r?\ntasks:/m.test(text)) return 'text/x-powershell';
  return 'text/plain';
}

function isGzip(bytes: Buffer): boolean {
  return bytes.length > 2 && bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/** Unpacks; of a broken stream, the longest beginning that still unpacks. */
function gunzip(bytes: Buffer): { bytes: Buffer; note?: string } {
  const attempt = (length: number, finishFlush: number): Buffer | undefined => {
    try {
      return gunzipSync(bytes.subarray(0, length), { maxOutputLength: MAX_UNPACKED_BYTES, finishFlush });
    } catch {
      return undefined;
    }
  };
  const whole = attempt(bytes.length, constants.Z_FINISH);
  if (whole) return { bytes: whole };
  let readable = 0;
  let broken = bytes.length + 1;
  while (broken - readable > 1) {
    const middle = (readable + broken) >> 1;
    if (attempt(middle, constants.Z_SYNC_FLUSH)) readable = middle;
    else broken = middle;
  }
  return { bytes: attempt(readable, constants.Z_SYNC_FLUSH) ?? Buffer.alloc(0), note: `gzip is broken or too large: ${readable} of ${bytes.length} bytes were read` };
}

/** The text, or undefined where the bytes are none: a NUL, or more than one byte in ten that no text holds. */
function textOf(bytes: Buffer): string | undefined {
  if (bytes.length >= 2 && bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.subarray(2).toString('utf16le').replaceAll('\r\n', '\n');
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  let odd = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code === 0) return undefined;
    if ((code < 32 && code !== 9 && code !== 10 && code !== 13 && code !== 12 && code !== 27) || code === 0xfffd) odd += 1;
  }
  return odd * 10 > text.length ? undefined : text;
}

/** The bytes inside, where a file is nothing but the base64 of user data. */
function unwrapBase64(bytes: Buffer): Buffer | undefined {
  const text = bytes.toString('latin1').trim();
  if (text.length < 8 || text.length % 4 === 1 || !/^[A-Za-z0-9+/\r\n]+={0,2}$/.test(text)) return undefined;
  const inner = Buffer.from(text, 'base64');
  if (isGzip(inner)) return inner;
  const plain = textOf(inner);
  return plain !== undefined && /^\s*(?:#|<|Content-Type:|MIME-Version:|From )/i.test(plain) ? inner : undefined;
}
