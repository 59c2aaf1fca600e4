import type { JsonObject } from '../json.ts';
import type { Fault } from './fault.ts';
import type { Operations } from './operations.ts';
import { jsonRpc } from './protocols/json-rpc.ts';
import { query } from './protocols/query.ts';
import { rest } from './protocols/rest.ts';
import type { Operation } from './shape.ts';

/** The wire protocols that AWS's SDK for JavaScript speaks today to the services in `services.ts`. */
export type ProtocolName = 'ec2' | 'query' | 'json-1.0' | 'json-1.1' | 'rest-json' | 'rest-xml';

export interface WireRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  /** `X-Amz-Target`, of the JSON protocols. */
  readonly target: string | undefined;
  readonly body: string;
}

export interface WireAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Envelope {
  readonly requestId: string;
  readonly xmlNamespace: string | undefined;
}

export interface Protocol {
  /** The operation's name as far as the request says it; REST says it by its path only. */
  operationName(request: WireRequest): string | undefined;
  /** Finds the operation and reads its input; nothing where the service has no such operation. Throws SyntaxError on a broken body. */
  read(operations: Operations, request: WireRequest): { operation: Operation; input: JsonObject } | undefined;
  /** Writes an output in the protocol's envelope. */
  output(operation: Operation, output: JsonObject, envelope: Envelope): WireAnswer;
  /** Writes an error as the protocol's clients expect it. */
  fault(fault: Fault, envelope: Envelope): WireAnswer;
}

export const PROTOCOLS: Readonly<Record<ProtocolName, Protocol>> = {
  ec2: query('ec2'),
  query: query('query'),
  'json-1.0': jsonRpc('1.0'),
  'json-1.1': jsonRpc('1.1'),
  'rest-json': rest('json'),
  'rest-xml': rest('xml'),
};
