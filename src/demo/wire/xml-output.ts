import { isObject } from '../json.ts';
import type { Member, Shape } from './shape.ts';
import { formatTimestamp } from './timestamp.ts';

/** Writes the inside of an element. */
type Writer = (value: unknown) => string;

const writers = new WeakMap<Shape, Writer>();

/**
 * Writes a value as XML by its shape, for the EC2, Query and REST-XML protocols: they differ only in the names that the
 * traits give and in the envelope around this. A shape is compiled to closures once; fields that it does not name are left out.
 */
export function renderXml(shape: Shape, value: unknown): string {
  return writerOf(shape)(value);
}

function writerOf(shape: Shape): Writer {
  const known = writers.get(shape);
  if (known !== undefined) return known;
  const writer = compile(shape);
  writers.set(shape, writer);
  return writer;
}

function compile(shape: Shape): Writer {
  if (shape.kind === 'struct') {
    let fields: Map<string, Writer> | undefined;
    return (value) => {
      if (!isObject(value)) return '';
      fields ??= new Map(shape.members.map((member) => [member.name, element(member, tagOf(member))]));
      let out = '';
      for (const name in value) {
        const inside = value[name];
        if (inside !== undefined && inside !== null) out += fields.get(name)?.(inside) ?? '';
      }
      return out;
    };
  }
  if (shape.kind === 'list') {
    let item: Writer | undefined;
    return (value) => {
      if (!Array.isArray(value)) return '';
      item ??= element(shape.item, tagOf(shape.item));
      let out = '';
      for (const one of value) out += item(one);
      return out;
    };
  }
  if (shape.kind === 'map') {
    let key: Writer | undefined;
    let content: Writer | undefined;
    return (value) => {
      if (!isObject(value)) return '';
      key ??= element(shape.key, tagOf(shape.key));
      content ??= element(shape.value, tagOf(shape.value));
      let out = '';
      for (const name in value) out += `<entry>${key(name)}${content(value[name])}</entry>`;
      return out;
    };
  }
  if (shape.kind === 'timestamp') return (value) => String(formatTimestamp(value, shape.format ?? 'date-time'));
  if (shape.kind === 'number' || shape.kind === 'boolean') return String;
  return (value) => escapeXml(String(value));
}

function tagOf(member: Member): string {
  const name = member.traits['xmlName'];
  return typeof name === 'string' ? name : member.name;
}

/** A member with its tags. A flattened list repeats the member's tag; any other one wraps its items. */
function element(member: Member, tag: string): Writer {
  const shape = member.shape();
  const open = `<${tag}>`;
  const close = `</${tag}>`;
  if (shape.kind === 'list' && shape.flat) {
    const item = writerOf(shape.item.shape());
    return (value) => (Array.isArray(value) ? value.map((one) => open + item(one) + close).join('') : '');
  }
  const inside = writerOf(shape);
  return (value) => open + inside(value) + close;
}

const SPECIAL = /[&<>"'\p{Cc}]/u;
const ALL_SPECIAL = new RegExp(SPECIAL, 'gu');
/** Tab and newline are the control characters that XML text may hold as they are. */
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;', '\t': '\t', '\n': '\n' };

/** Escapes text; control characters (a hostile tag may hold ANSI escapes) become character references. */
export function escapeXml(text: string): string {
  if (!SPECIAL.test(text)) return text;
  return text.replace(ALL_SPECIAL, (character) => ENTITIES[character] ?? `&#${character.charCodeAt(0)};`);
}
