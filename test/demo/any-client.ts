import { operationsOf } from '../../src/demo/wire/operations.ts';
import { serviceOf } from '../../src/demo/wire/services.ts';
import type { ServiceName } from '../../src/demo/wire/services.ts';
import type { Endpoint } from '../../src/demo/index.ts';
import { configOf } from './client-config.ts';

interface Sender { send(command: object): Promise<Readonly<Record<string, unknown>>> }
type Constructor<T> = new (input: object) => T;

/** Sends any operation by the real client of its service; what the client made of the answer, without its metadata. */
export async function send(endpoint: Endpoint, service: ServiceName, operation: string, input: object = {}, region?: string): Promise<Readonly<Record<string, unknown>>> {
  // The clients have no common index type; their exports are found by name, as users of the SDK name them.
  const module = await serviceOf(service).load() as Readonly<Record<string, unknown>>;
  const clientName = Object.keys(module).find((name) => /^(?!__)\w+Client$/.test(name) && name !== '__Client');
  const Client = module[clientName ?? ''] as Constructor<Sender>;
  const Command = module[`${operation}Command`] as Constructor<object>;
  const { $metadata: _, ...output } = await new Client(configOf(endpoint, region)).send(new Command(input));
  return output;
}

/** The error that an operation ends with. */
export async function failure(...call: Parameters<typeof send>): Promise<{ name: string; message: string; status: number | undefined }> {
  try {
    await send(...call);
  } catch (error) {
    if (error instanceof Error) {
      const metadata = '$metadata' in error ? error.$metadata as { httpStatusCode?: number } : {};
      return { name: error.name, message: error.message, status: metadata.httpStatusCode };
    }
    throw error;
  }
  throw new Error('it did not fail');
}

export async function operationOf(service: ServiceName, name: string): Promise<NonNullable<ReturnType<Awaited<ReturnType<typeof operationsOf>>['find']>>> {
  const operation = (await operationsOf(service)).find(name);
  if (operation === undefined) throw new Error(`${service} has no ${name}`);
  return operation;
}
