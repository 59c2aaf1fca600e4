import { openSession, type AwsSession } from '../../src/aws/index.ts';
import { collectEstate, liveSource } from '../../src/collect/index.ts';
import { SAMPLE_NOW, startEndpoint, type Endpoint, type EndpointOptions, type SampleAccount } from '../../src/demo/index.ts';
import type { Estate } from '../../src/model/index.ts';
import { silent } from '../../src/model/index.ts';
import { ACCOUNT, REGION } from './sample-estate.ts';

export const NOW = new Date(SAMPLE_NOW);

export interface Served {
  readonly endpoint: Endpoint;
  readonly session: AwsSession;
  readonly close: () => Promise<void>;
  /** Requests of one operation so far. */
  readonly count: (operation: string) => number;
}

export async function served(options: EndpointOptions = {}): Promise<Served> {
  const endpoint = await startEndpoint(options);
  const session = await openSession({ emit: silent, env: endpoint.env, endpointUrl: endpoint.url });
  return {
    endpoint, session,
    count: (operation) => endpoint.calls.filter((call) => call.operation === operation).length,
    close: async () => {
      session.close();
      await endpoint.close();
    },
  };
}

/** The estate of the sample shop, collected from an endpoint without faults. */
export async function sampleEstate(): Promise<Estate> {
  const { session, close } = await served();
  try {
    return await collectEstate({ source: liveSource(session), userData: false, emit: silent, now: NOW });
  } finally {
    await close();
  }
}

/** An account with nothing but the metrics and the bill that a test plants. */
export function plantedAccount(planted: Partial<Pick<SampleAccount, 'metrics' | 'cost'>>): SampleAccount {
  return { name: 'planted', id: ACCOUNT, now: NOW, regions: [REGION], answers: {}, metrics: [], cost: [], ...planted };
}
