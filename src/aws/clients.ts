import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import { failureOf, isThrottle } from './classify.ts';
import type { JsonObject } from './json.ts';
import { rateOf } from './rates.ts';
import { serviceOf, type ServiceId } from './services.ts';
import { TokenBucket } from './token-bucket.ts';
import type { Credentials } from './credentials.ts';

/** Attempts a call has, the first included; AWS_MAX_ATTEMPTS overrides it. The SDK's default of 3 loses calls when others draw from the account's buckets. */
export const MAX_ATTEMPTS = 9;
/** For the caller's identity, where a person waits for the answer. */
const IDENTITY_ATTEMPTS = 3;
const CONNECT_TIMEOUT_MS = 5_000;
/** No byte for this long ends an attempt. */
const IDLE_TIMEOUT_MS = 60_000;
const MAX_SOCKETS = 128;

/** The part of an SDK client that is used here; every generated client has it. */
interface SdkClient {
  send(command: object, options: { abortSignal?: AbortSignal }): Promise<unknown>;
  destroy(): void;
  readonly middlewareStack: { addRelativeTo(middleware: Middleware, options: object): void };
}
type Middleware = (next: (args: unknown) => Promise<unknown>, context: { commandName?: string }) => (args: unknown) => Promise<unknown>;
type Constructor = new (input: object) => object;

/** The sockets of a session: kept alive and shared by all of its clients. */
export function openTransport(): NodeHttpHandler {
  const agent = { keepAlive: true, maxSockets: MAX_SOCKETS, keepAliveMsecs: 10_000 };
  return new NodeHttpHandler({
    httpAgent: new HttpAgent(agent),
    httpsAgent: new HttpsAgent(agent),
    connectionTimeout: CONNECT_TIMEOUT_MS,
    requestTimeout: IDLE_TIMEOUT_MS,
    throwOnRequestTimeout: true,
    socketAcquisitionWarningTimeout: 0x7fffffff,
  });
}

export interface ClientSettings {
  readonly credentials: Credentials;
  readonly transport: NodeHttpHandler;
  readonly endpoint: string | undefined;
  readonly profile: string | undefined;
  readonly signal: AbortSignal | undefined;
  readonly maxAttempts?: number | undefined;
}

/**
 * The clients of one account: one for each (region, service), made on first use. Every attempt, the first and each retry,
 * first takes a token from the bucket of its (region, API).
 */
export class Clients {
  readonly #settings: ClientSettings;
  readonly #clients = new Map<string, Promise<{ readonly client: SdkClient; readonly module: Readonly<Record<string, unknown>> }>>();
  readonly #buckets = new Map<string, TokenBucket>();

  constructor(settings: ClientSettings) {
    this.#settings = settings;
  }

  /** Sends one operation; rejects with what the SDK rejects with after its last attempt. */
  async send(service: ServiceId, operation: string, region: string, input: JsonObject): Promise<unknown> {
    const { client, module } = await this.#clientOf(service, region);
    const command = module[`${operation}Command`];
    if (!isConstructor(command)) throw new TypeError(`src/aws/clients/${service}.ts does not export ${operation}Command`);
    const { signal } = this.#settings;
    return client.send(new command(input), signal ? { abortSignal: signal } : {});
  }

  close(): void {
    for (const made of this.#clients.values()) made.then(({ client }) => client.destroy(), () => {});
    this.#clients.clear();
  }

  #clientOf(service: ServiceId, region: string) {
    const key = `${service} ${region}`;
    let made = this.#clients.get(key);
    if (!made) {
      made = this.#make(service, region);
      this.#clients.set(key, made);
    }
    return made;
  }

  async #make(service: ServiceId, region: string) {
    const module: Readonly<Record<string, unknown>> = { ...await serviceOf(service).load() };
    const constructor = Object.entries(module).find(([name]) => name.endsWith('Client'))?.[1];
    if (!isConstructor(constructor)) throw new TypeError(`src/aws/clients/${service}.ts does not export a client`);
    const { credentials, transport, endpoint, profile, maxAttempts = MAX_ATTEMPTS } = this.#settings;
    // The SDK types a client by its own input and output unions; here the operation is data, so the common shape is enough.
    const client = new constructor({
      region,
      credentials,
      requestHandler: transport,
      maxAttempts: service === 'sts' ? IDENTITY_ATTEMPTS : maxAttempts,
      retryMode: 'standard',
      ...(endpoint === undefined ? {} : { endpoint }),
      ...(profile === undefined ? {} : { profile }),
    }) as SdkClient;
    client.middlewareStack.addRelativeTo(this.#pace(service, region), { name: 'monolensPace', relation: 'after', toMiddleware: 'retryMiddleware' });
    return { client, module };
  }

  #pace(service: ServiceId, region: string): Middleware {
    return (next, context) => async (args) => {
      const bucket = this.#bucketOf(service, region, (context.commandName ?? '').replace(/Command$/, ''));
      await bucket.take(this.#settings.signal);
      try {
        return await next(args);
      } catch (error) {
        if (isThrottle(failureOf(error))) bucket.drain();
        throw error;
      }
    };
  }

  #bucketOf(service: ServiceId, region: string, operation: string): TokenBucket {
    const { bucket: name, rate } = rateOf(service, operation);
    const key = `${region} ${name}`;
    let bucket = this.#buckets.get(key);
    if (!bucket) {
      bucket = new TokenBucket(rate);
      this.#buckets.set(key, bucket);
    }
    return bucket;
  }
}

function isConstructor(value: unknown): value is Constructor {
  return typeof value === 'function';
}
