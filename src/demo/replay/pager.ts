import { createHash } from 'node:crypto';
import type { JsonObject } from '../json.ts';
import type { Shape } from '../wire/shape.ts';
import type { Call } from './call.ts';
import { pageLimitsOf } from './page-limits.ts';

const INPUT_TOKENS = ['NextToken', 'NextPageToken', 'Marker', 'nextToken'];
const OUTPUT_TOKENS = ['NextToken', 'NextPageToken', 'NextMarker', 'nextToken', 'Marker'];
const LIMITS = ['MaxResults', 'MaxRecords', 'PageSize', 'MaxItems', 'Limit', 'maxResults'];
/** Members of an input that steer paging and are no part of what is asked. */
export const PAGING_MEMBERS: readonly string[] = [...INPUT_TOKENS, ...LIMITS];

interface Token {
  readonly digest: string;
  readonly offset: number;
  readonly page: number;
}

/**
 * Cuts a whole answer into the page that was asked for. The names of token and limit come from the operation's schema. A token
 * is opaque and bound to operation, region, account and parameters; a foreign, changed or expired one is refused.
 */
export function pageOf(call: Call, whole: JsonObject): JsonObject {
  const inputToken = memberIn(call.operation.input, INPUT_TOKENS);
  const outputToken = memberIn(call.operation.output, OUTPUT_TOKENS);
  if (inputToken === undefined || outputToken === undefined) return whole;
  const list = longestList(whole);
  if (list === undefined) return whole;
  const size = pageSizeOf(call);
  const page = startOf(call, inputToken);
  const end = page.offset + size;
  const more = end < list.items.length;
  // Lists that travel beside the paged one are sent with the first page only.
  const rest = page.offset === 0 ? whole : Object.fromEntries(Object.entries(whole).map(([name, value]) => [name, Array.isArray(value) ? [] : value]));
  return {
    ...rest,
    [list.name]: list.items.slice(page.offset, end),
    ...(memberIn(call.operation.output, ['IsTruncated']) === undefined ? {} : { IsTruncated: more }),
    ...(more ? { [outputToken]: encodeToken({ digest: digestOf(call), offset: end, page: page.page + 1 }) } : {}),
  };
}

/** Where the page that a call asks for begins. Throws the service's error for a token that is not (or no longer) good. */
export function startOf(call: Call, inputToken: string): { offset: number; page: number } {
  const text = call.input[inputToken];
  if (text === undefined || text === '') return { offset: 0, page: 0 };
  const token = decodeToken(text);
  if (token === undefined) throw call.fault('invalid-token', `The token ${JSON.stringify(text)} is invalid.`);
  if (token.digest !== digestOf(call)) throw call.fault('changed-request', 'The token belongs to a request with other parameters.');
  if (call.tokenLifetime !== undefined && token.page >= call.tokenLifetime) throw call.fault('expired-token', 'The token has expired.');
  return token;
}

/** The token for the page that begins at `offset`. */
export function tokenFor(call: Call, offset: number, page: number): string {
  return encodeToken({ digest: digestOf(call), offset, page });
}

function pageSizeOf(call: Call): number {
  const limits = pageLimitsOf(call.service, call.operation.name);
  const name = memberIn(call.operation.input, LIMITS);
  const asked = name === undefined || call.input[name] === undefined ? limits.default : Number(call.input[name]);
  if (!(asked >= limits.min && (asked <= limits.max || !limits.strict))) {
    throw call.fault('invalid-parameter', `Value ( ${asked} ) for parameter ${name} is invalid. Expecting a value between ${limits.min} and ${limits.max}.`);
  }
  return Math.min(asked, limits.max, call.pageSize ?? Infinity);
}

function memberIn(shape: Shape, names: readonly string[]): string | undefined {
  if (shape.kind !== 'struct') return undefined;
  return names.find((name) => shape.members.some((member) => member.name === name));
}

function longestList(whole: JsonObject): { name: string; items: readonly unknown[] } | undefined {
  let longest: { name: string; items: readonly unknown[] } | undefined;
  for (const [name, value] of Object.entries(whole)) {
    if (Array.isArray(value) && (longest === undefined || value.length > longest.items.length)) longest = { name, items: value };
  }
  return longest;
}

function digestOf(call: Call): string {
  const asked = Object.entries(call.input).filter(([name]) => !PAGING_MEMBERS.includes(name));
  return createHash('sha256').update(JSON.stringify([call.service, call.operation.name, call.region, call.account.id, asked])).digest('base64url').slice(0, 16);
}

function encodeToken(token: Token): string {
  return Buffer.from(`${token.digest}.${token.offset}.${token.page}`).toString('base64url');
}

function decodeToken(text: unknown): Token | undefined {
  const match = /^([\w-]{16})\.(\d+)\.(\d+)$/.exec(Buffer.from(String(text), 'base64url').toString());
  return match === null ? undefined : { digest: match[1] ?? '', offset: Number(match[2]), page: Number(match[3]) };
}
