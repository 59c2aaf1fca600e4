import { isObject } from '../json.ts';
import type { JsonObject } from '../json.ts';
import type { Member, Shape } from './shape.ts';
import { formatTimestamp } from './timestamp.ts';

/**
 * Turns AWS CLI JSON into what a JSON protocol sends: instants as epoch seconds, members under their wire names, fields that
 * the shape does not name left out, and so members that REST puts into headers.
 */
export function renderJson(shape: Shape, value: unknown): unknown {
  if (value === undefined || value === null) return undefined;
  if (shape.kind === 'struct') {
    if (!isObject(value)) return {};
    const out: Record<string, unknown> = {};
    for (const member of shape.members) {
      if (value[member.name] !== undefined && !isHeader(member)) out[wireName(member)] = renderJson(member.shape(), value[member.name]);
    }
    return out;
  }
  if (shape.kind === 'list') {
    const item = shape.item.shape();
    if (!Array.isArray(value)) return [];
    return item.kind === 'string' || item.kind === 'number' ? value : value.map((one) => renderJson(item, one));
  }
  if (shape.kind === 'map') {
    const item = shape.value.shape();
    return isObject(value) ? mapValues(value, (one) => renderJson(item, one)) : {};
  }
  return shape.kind === 'timestamp' ? formatTimestamp(value, shape.format ?? 'epoch-seconds') : value;
}

function isHeader(member: Member): boolean {
  return member.traits['httpHeader'] !== undefined || member.traits['httpResponseCode'] !== undefined;
}

function wireName(member: Member): string {
  const name = member.traits['jsonName'];
  return typeof name === 'string' ? name : member.name;
}

function mapValues(value: JsonObject, change: (one: unknown) => unknown): JsonObject {
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, change(one)]));
}
