import type { AwsSession } from '../../aws/index.ts';
import type { Source } from './source.ts';

/** Answers from AWS, over the accounts of an open session. The caller closes the session. */
export function liveSource(session: AwsSession): Source {
  const byId = new Map(session.accounts.map((account) => [account.id, account]));
  return {
    kind: 'aws',
    batches: true,
    accounts: session.accounts.map(({ id, partition, callerArn, regions, alias }) => ({ id, partition, callerArn, regions, ...(alias === undefined ? {} : { alias }) })),
    ask: async ({ account, region, api, input }, onPage) => {
      const asked = byId.get(account);
      if (!asked) throw new TypeError(`the session has no account ${account}`);
      return asked.pages(api, region, input, onPage);
    },
  };
}
