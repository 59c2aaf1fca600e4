import { isObject } from '../json.ts';

/**
 * The shapes that the SDK's clients export as nested arrays (`DescribeInstancesResult$`), decoded. Only what a wire protocol
 * needs is kept. The layout is the one of Smithy's static schemas: `[kind, namespace, name, traits, …]`, a member is
 * `[schema, traits]`, a small number stands for a simple type, and a function defers a reference.
 */
export type Shape =
  | { readonly kind: 'struct'; readonly name: string; readonly members: readonly Member[] }
  | { readonly kind: 'list'; readonly flat: boolean; readonly item: Member }
  | { readonly kind: 'map'; readonly flat: boolean; readonly key: Member; readonly value: Member }
  | { readonly kind: 'timestamp'; readonly format: TimestampFormat | undefined }
  | { readonly kind: 'string' | 'number' | 'boolean' | 'blob' | 'document' };

export type TimestampFormat = 'date-time' | 'http-date' | 'epoch-seconds';

/** A member of a structure, list or map. Its shape is resolved on first use: schemas are recursive. */
export interface Member {
  readonly name: string;
  readonly traits: Traits;
  shape(): Shape;
}

/** `xmlName`, `ec2QueryName`, `jsonName`, `httpQuery`, … and 1 for those without a value. */
export type Traits = Readonly<Record<string, unknown>>;

export interface Operation {
  readonly name: string;
  readonly input: Shape;
  readonly output: Shape;
  /** Method, path template and status of a REST operation. */
  readonly http: { readonly method: string; readonly path: string } | undefined;
}

const KIND = { simple: 0, list: 1, map: 2, struct: 3, union: 4, operation: 9, error: -3 } as const;
/** Traits that Smithy packs into a bit mask, lowest bit first. */
const PACKED_TRAITS = ['httpLabel', 'idempotent', 'idempotencyToken', 'sensitive', 'httpPayload', 'httpResponseCode', 'httpQueryParams'];
const EMPTY: Shape = { kind: 'struct', name: 'Unit', members: [] };

const shapes = new WeakMap<object, Shape>();

/** Decodes an exported operation (`DescribeInstances$`); nothing where the value is not one. */
export function operationOf(schema: unknown): Operation | undefined {
  if (!Array.isArray(schema) || schema[0] !== KIND.operation || typeof schema[2] !== 'string') return undefined;
  const http: unknown = traitsOf(schema[3])['http'];
  return {
    name: schema[2],
    input: shapeOf(schema[4]),
    output: shapeOf(schema[5]),
    http: Array.isArray(http) ? { method: String(http[0]), path: String(http[1]) } : undefined,
  };
}

/** Decodes any schema reference. Throws where the SDK uses a kind of schema that this reader does not know. */
export function shapeOf(reference: unknown): Shape {
  const schema = dereference(reference);
  if (schema === 'unit') return EMPTY;
  if (typeof schema === 'number') return simple(schema);
  if (!Array.isArray(schema)) throw new Error(`not a schema: ${String(schema)}`);
  const known = shapes.get(schema);
  if (known !== undefined) return known;
  const shape = decode(schema);
  shapes.set(schema, shape);
  return shape;
}

function decode(schema: readonly unknown[]): Shape {
  const traits = traitsOf(schema[3]);
  switch (schema[0]) {
    case KIND.simple:
      return shapeOf(schema[4]);
    case KIND.list:
      return { kind: 'list', flat: traits['xmlFlattened'] !== undefined, item: member('member', schema[4]) };
    case KIND.map:
      return { kind: 'map', flat: traits['xmlFlattened'] !== undefined, key: member('key', schema[4]), value: member('value', schema[5]) };
    case KIND.struct:
    case KIND.union:
    case KIND.error: {
      const names = schema[4];
      const types = schema[5];
      if (!Array.isArray(names) || !Array.isArray(types)) throw new Error(`structure without members: ${String(schema[2])}`);
      return { kind: 'struct', name: String(schema[2]), members: names.map((name, at) => member(String(name), types[at])) };
    }
    default:
      throw new Error(`unknown kind of schema: ${String(schema[0])}`);
  }
}

function member(name: string, reference: unknown): Member {
  let target = reference;
  let traits: Traits = {};
  while (Array.isArray(target) && target.length === 2) {
    traits = { ...traitsOf(target[1]), ...traits };
    target = dereference(target[0]);
  }
  let shape: Shape | undefined;
  return { name, traits, shape: () => (shape ??= withMemberTraits(shapeOf(target), traits)) };
}

/** A member's own traits win over those of its target: a list may be flattened, a timestamp formatted, only there. */
function withMemberTraits(shape: Shape, traits: Traits): Shape {
  if ((shape.kind === 'list' || shape.kind === 'map') && traits['xmlFlattened'] !== undefined) return { ...shape, flat: true };
  return shape;
}

/** Simple types are numbers; 64 and 128 are added for a list or a map of one (`64 | 0`: a list of strings). */
function simple(code: number): Shape {
  if (code >= 128) return { kind: 'map', flat: false, key: member('key', 0), value: member('value', code - 128) };
  if (code >= 64) return { kind: 'list', flat: false, item: member('member', code - 64) };
  switch (code) {
    case 0: return { kind: 'string' };
    case 1: case 17: case 19: return { kind: 'number' };
    case 2: return { kind: 'boolean' };
    case 4: return { kind: 'timestamp', format: undefined };
    case 5: return { kind: 'timestamp', format: 'date-time' };
    case 6: return { kind: 'timestamp', format: 'http-date' };
    case 7: return { kind: 'timestamp', format: 'epoch-seconds' };
    case 15: return { kind: 'document' };
    case 21: case 42: return { kind: 'blob' };
    default: throw new Error(`unknown simple type: ${code}`);
  }
}

function traitsOf(traits: unknown): Traits {
  if (isObject(traits)) return traits;
  if (typeof traits !== 'number' || traits === 0) return {};
  return Object.fromEntries(PACKED_TRAITS.flatMap((name, bit) => (((traits >> bit) & 1) === 1 ? [[name, 1]] : [])));
}

function dereference(reference: unknown): unknown {
  return typeof reference === 'function' ? dereference(reference()) : reference;
}
