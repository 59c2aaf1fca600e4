import type { Answer, Api, AwsAccount, JsonObject } from '../../src/aws/index.ts';
import { ACCOUNT, REGION } from './sample-estate.ts';

export interface FakeAccount extends AwsAccount {
  readonly asked: readonly { readonly api: Api; readonly input: JsonObject }[];
}

/** An account that answers what a test says: for outcomes that no endpoint can be brought to in reasonable time. */
export function fakeAccount(answer: (api: Api, input: JsonObject, nth: number) => Answer, more: Partial<AwsAccount> = {}): FakeAccount {
  const asked: { api: Api; input: JsonObject }[] = [];
  const call: AwsAccount['call'] = (api, _region, input) => {
    asked.push({ api, input });
    return Promise.resolve(answer(api, input, asked.filter((one) => one.api.operation === api.operation).length));
  };
  const pages: AwsAccount['pages'] = async (api, region, input) => {
    const one = await call(api, region, input);
    return one.ok ? { pages: [one.output], outcome: 'ok' } : { pages: [], outcome: one.outcome, code: one.code, message: one.message };
  };
  return { id: ACCOUNT, partition: 'aws', callerArn: `arn:aws:iam::${ACCOUNT}:user/demo`, regions: [REGION], call, pages, asked, ...more };
}

export function refusal(outcome: Exclude<Answer, { ok: true }>['outcome'], code: string = outcome, message = 'no policy of the caller allows it'): Answer {
  return { ok: false, outcome, code, message };
}
