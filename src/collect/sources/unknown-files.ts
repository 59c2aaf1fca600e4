import { fileStems } from '../cli-name.ts';
import { listings } from '../collectors.ts';
import type { DumpAccount } from './dump-account.ts';

/** Files beside the answers: who called, which regions there are, and what the baseline reads. */
const OTHERS = ['sts-get-caller-identity', 'ec2-describe-regions', 'account-list-regions', 'describe-regions'];

/** How many files and folders of a dump no question asks for. */
export async function unknownFiles(accounts: readonly DumpAccount[]): Promise<number> {
  const known = new Set([...OTHERS, ...listings({ userData: true }).flatMap(({ api, variant }) => fileStems(api.service, api.operation, variant))]);
  let count = 0;
  for (const account of accounts) {
    const regions = new Set(account.regions.keys());
    for (const folder of account.folders) {
      for (const name of await folder.names()) {
        if (regions.has(name) || name === 'global' || name.startsWith('.')) continue;
        if (!known.has(name.replace(/\.json$/, ''))) count += 1;
      }
    }
  }
  return count;
}
