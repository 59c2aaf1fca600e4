import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { devNull } from 'node:os';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { sampleAccount } from './accounts/index.ts';
import type { SampleAccount } from './accounts/sample-account.ts';
import { FaultPlan } from './faults.ts';
import type { FaultOptions } from './faults.ts';
import { userKeyOf } from './replay/identity.ts';
import { respond } from './respond.ts';
import type { Seen, World } from './respond.ts';
import type { WireRequest } from './wire/protocol.ts';

export interface EndpointOptions extends FaultOptions {
  /** The accounts that answer, the caller's own first; the sample `classic` where absent. */
  readonly accounts?: readonly SampleAccount[];
  /** The clock of the sample: metrics and cost end here. The first account's where absent. */
  readonly now?: Date;
  readonly port?: number;
  /** Time before each answer, in ms. */
  readonly latencyMs?: number;
  /** A cap on every page, so that a small account has many. */
  readonly pageSize?: number;
  /** Page tokens die after this many pages (true: after the first). */
  readonly expirePageTokens?: boolean | number;
}

/** One request as the endpoint saw it. `status` is 0 where the connection was cut. */
export interface CallRecord {
  readonly service: string;
  readonly operation: string;
  readonly region: string;
  readonly account: string;
  /** ms since the endpoint started. */
  readonly at: number;
  readonly status: number;
  /** The error's code, where it was one. */
  readonly code?: string;
}

export interface Endpoint {
  readonly url: string;
  /** The environment that points the AWS SDK and CLI at this endpoint, with credentials of the first account. */
  readonly env: Readonly<Record<string, string>>;
  /** Every request, in order of completion. */
  readonly calls: readonly CallRecord[];
  close(): Promise<void>;
}

/**
 * Starts an HTTP server on 127.0.0.1 that answers AWS requests in the protocols of the real services, from sample accounts.
 * It checks no signatures, only whose key signed; it changes nothing and talks to nobody.
 */
export async function startEndpoint(options: EndpointOptions = {}): Promise<Endpoint> {
  const accounts = options.accounts ?? [sampleAccount('classic', options.now)];
  const [home] = accounts;
  if (home === undefined) throw new RangeError('startEndpoint needs at least one account');
  const { expirePageTokens: expire } = options;
  const world: World = {
    accounts, now: options.now ?? home.now, plan: new FaultPlan(options), pageSize: options.pageSize,
    tokenLifetime: typeof expire === 'number' ? expire : expire === true ? 1 : undefined,
  };
  const calls: CallRecord[] = [];
  const context: Context = { world, latencyMs: options.latencyMs, started: performance.now(), calls, count: 0 };
  const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => void serve(context, request, response));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  // A TCP server's address is never a string (that is a pipe) nor null while it listens.
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    env: environmentOf(url, home),
    calls,
    close: () => new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    }),
  };
}

interface Context {
  readonly world: World;
  readonly latencyMs: number | undefined;
  readonly started: number;
  readonly calls: CallRecord[];
  count: number;
}

function environmentOf(url: string, account: SampleAccount): Record<string, string> {
  return {
    AWS_ENDPOINT_URL: url,
    AWS_ACCESS_KEY_ID: userKeyOf(account.id),
    AWS_SECRET_ACCESS_KEY: 'demo-secret-that-opens-nothing',
    AWS_REGION: account.regions[0] ?? 'us-east-1',
    AWS_DEFAULT_REGION: account.regions[0] ?? 'us-east-1',
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_CONFIG_FILE: devNull,
    AWS_SHARED_CREDENTIALS_FILE: devNull,
  };
}

async function serve(context: Context, request: IncomingMessage, response: ServerResponse): Promise<void> {
  context.count += 1;
  const nth = context.count;
  const body = await bodyOf(request);
  if (body === undefined) return;
  if (context.latencyMs !== undefined) await sleep(context.latencyMs);
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const target = request.headers['x-amz-target'];
  const wire: WireRequest = {
    method: request.method ?? 'GET', path: url.pathname, query: url.searchParams, target: typeof target === 'string' ? target : undefined, body,
  };
  const seen: Seen = { service: 'unknown', operation: '', region: '', account: '', code: undefined };
  const answer = await respond(context.world, nth, wire, request.headers.authorization, seen);
  const cut = context.world.plan.cut(nth);
  const { code, ...record } = seen;
  context.calls.push({
    ...record, at: performance.now() - context.started, status: cut === undefined ? answer.status : 0, ...(code === undefined ? {} : { code }),
  });
  if (cut === 'before') {
    request.socket.destroy();
    return;
  }
  response.writeHead(answer.status, { ...answer.headers, 'content-length': Buffer.byteLength(answer.body) });
  if (cut === 'mid-body') response.write(answer.body.slice(0, Math.floor(answer.body.length / 2)), () => request.socket.destroy());
  else response.end(answer.body);
}

/** A request's body; nothing where the client went away while it sent, and there is nobody to answer. */
async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  try {
    return await text(request);
  } catch {
    return undefined;
  }
}
