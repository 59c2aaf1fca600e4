import { openSession, type SessionOptions } from '../../src/aws/index.ts';
import { collectEstate, liveSource, type CollectOptions } from '../../src/collect/index.ts';
import { startEndpoint, type CallRecord, type EndpointOptions } from '../../src/demo/index.ts';
import { silent, type CoverageEntry, type Estate } from '../../src/model/index.ts';

export const NOW = new Date('2026-11-20T10:00:00Z');
export const FIXED = { userData: true, emit: silent, now: NOW, fingerprintKey: 'test' } as const;

/** Collects over the wire from a fresh endpoint. `calls` are those of the collection, not of opening the session. */
export async function collected(
  endpoint: EndpointOptions, options: Partial<CollectOptions> = {}, session: Partial<SessionOptions> = {},
): Promise<{ estate: Estate; calls: readonly CallRecord[] }> {
  const server = await startEndpoint(endpoint);
  const opened = await openSession({ env: server.env, emit: silent, signal: options.signal, ...session }).catch(async (error: unknown) => {
    await server.close();
    throw error;
  });
  const before = server.calls.length;
  try {
    const estate = await collectEstate({ ...FIXED, ...options, source: liveSource(opened) });
    return { estate, calls: server.calls.slice(before) };
  } finally {
    opened.close();
    await server.close();
  }
}

export function entryOf(estate: Estate, service: string, operation: string, account = '111122223333'): CoverageEntry | undefined {
  return estate.coverage.find((entry) => entry.service === service && entry.operation === operation && entry.account === account);
}

/** What went other than well, in short. */
export function troubles(estate: Estate): readonly string[] {
  return estate.coverage.filter(({ outcome }) => outcome !== 'ok').map(({ service, operation, outcome }) => `${service} ${operation} ${outcome}`);
}
