import { classic } from './classic/index.ts';
import { SAMPLE_NOW } from './now.ts';
import type { SampleAccount } from './sample-account.ts';

/** Every sample account by name: a factory that builds it around a moment. */
export const ACCOUNTS = {
  classic,
} as const satisfies Record<string, (now: Date) => SampleAccount>;

export type AccountName = keyof typeof ACCOUNTS;

export const ACCOUNT_NAMES = Object.keys(ACCOUNTS) as readonly AccountName[];

/** Builds a sample account. */
export function sampleAccount(name: AccountName, now: Date = SAMPLE_NOW): SampleAccount {
  return ACCOUNTS[name](now);
}
