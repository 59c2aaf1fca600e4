import { classify, failureOf, isCredentialFailure, isStaleToken } from './classify.ts';
import type { Clients } from './clients.ts';
import { credentialsExpired, interrupted } from './failures.ts';
import { toJson, type JsonObject } from './json.ts';
import { nextInput } from './paging.ts';
import { endpointRegion, homeRegion } from './partition.ts';
import type { Answer, Api, AwsAccount, Pages } from './types.ts';

export interface AccountFields {
  readonly id: string;
  readonly partition: string;
  readonly callerArn: string;
  readonly regions: readonly string[];
  readonly clients: Pick<Clients, 'send' | 'close'>;
  readonly profile: string | undefined;
  readonly ownEndpoint: boolean;
  /** Regions that are known to be enabled; empty where that is not known. */
  readonly enabled: ReadonlySet<string>;
  readonly signal: AbortSignal | undefined;
}

/** One account of a session, over the clients that hold its credentials. */
export function openAccount(fields: AccountFields): AwsAccount {
  const { id, partition, callerArn, regions, clients, signal } = fields;

  async function call(api: Api, region: string, input: JsonObject): Promise<Answer> {
    if (signal?.aborted === true) throw interrupted();
    const target = endpointRegion(api.service, partition, region === 'global' ? homeRegion(partition) : region);
    if (target === undefined) return { ok: false, outcome: 'unsupported', code: 'NoEndpoint', message: `${api.service} does not exist in partition ${partition}` };
    try {
      return { ok: true, output: toJson(await clients.send(api.service, api.operation, target, input)) };
    } catch (error) {
      if (signal?.aborted) throw interrupted();
      const failure = failureOf(error);
      if (isCredentialFailure(failure)) throw credentialsExpired(fields.profile, failure);
      if (error instanceof TypeError && failure.code === 'TypeError') throw error;
      return classify(failure, { region: target, regionKnown: fields.enabled.has(target) || region === 'global', ownEndpoint: fields.ownEndpoint });
    }
  }

  async function pages(api: Api, region: string, input: JsonObject, onPage?: (page: JsonObject) => void): Promise<Pages> {
    let restarted = false;
    let got: JsonObject[] = [];
    let next: JsonObject | undefined = input;
    while (next) {
      const answer: Answer = await call(api, region, next);
      if (!answer.ok) {
        if (isStaleToken(answer.code) && got.length > 0 && !restarted) {
          restarted = true;
          got = [];
          next = input;
          continue;
        }
        const { outcome, code, message } = answer;
        return got.length === 0 ? { pages: [], outcome, code, message } : { pages: got, outcome: 'partial', code, message: `stopped after page ${got.length}: ${message}` };
      }
      got.push(answer.output);
      onPage?.(answer.output);
      next = nextInput(api.service, api.operation, input, answer.output);
    }
    return { pages: got, outcome: 'ok' };
  }

  return { id, partition, callerArn, regions, call, pages };
}
