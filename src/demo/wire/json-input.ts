import { isObject } from '../json.ts';
import type { JsonObject } from '../json.ts';
import type { Member, Operation, Shape } from './shape.ts';
import { parseTimestamp } from './timestamp.ts';

/** Reads a JSON body into an input by its shape: wire names become member names, epoch seconds ISO 8601. */
export function parseJson(shape: Shape, body: unknown): JsonObject {
  const value = read(shape, body);
  return isObject(value) ? value : {};
}

/** Reads a REST request: path labels, query string, then the JSON body. */
export function parseRest(operation: Operation, labels: ReadonlyMap<string, string>, query: URLSearchParams, body: unknown): JsonObject {
  if (operation.input.kind !== 'struct') return {};
  const out: Record<string, unknown> = { ...parseJson(operation.input, body) };
  for (const member of operation.input.members) {
    const label = labels.get(member.name);
    if (label !== undefined) out[member.name] = label;
    const name = member.traits['httpQuery'];
    if (typeof name === 'string' && query.has(name)) out[member.name] = fromQuery(member, query.getAll(name));
  }
  return out;
}

function fromQuery(member: Member, values: readonly string[]): unknown {
  const { kind } = member.shape();
  const [first] = values;
  if (kind === 'list') return values;
  if (kind === 'number') return Number(first);
  if (kind === 'boolean') return first === 'true';
  return kind === 'timestamp' ? parseTimestamp(first) : first;
}

function read(shape: Shape, value: unknown): unknown {
  if (value === null) return undefined;
  if (shape.kind === 'struct') {
    if (!isObject(value)) return {};
    const out: Record<string, unknown> = {};
    for (const member of shape.members) {
      const name = typeof member.traits['jsonName'] === 'string' ? member.traits['jsonName'] : member.name;
      if (value[name] !== undefined) out[member.name] = read(member.shape(), value[name]);
    }
    return out;
  }
  if (shape.kind === 'list') {
    const item = shape.item.shape();
    return Array.isArray(value) ? value.map((one) => read(item, one)) : [];
  }
  return shape.kind === 'timestamp' ? parseTimestamp(value) : value;
}
