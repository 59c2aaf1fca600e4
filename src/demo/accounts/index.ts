import { classic } from './classic/index.ts';
import type { SampleAccount } from './sample-account.ts';

/** Every sample account by name: a factory that builds it around a moment. */
export const ACCOUNTS = {
  classic,
} as const satisfies Record<string, (now: Date) => SampleAccount>;

export type AccountName = keyof typeof ACCOUNTS;

export const ACCOUNT_NAMES = Object.keys(ACCOUNTS) as readonly AccountName[];

/** The moment that samples describe where none is given, so that a demo is the same every time. */
export const SAMPLE_NOW = new Date('2026-11-20T12:00:00.000Z');

/** Builds a sample account. */
export function sampleAccount(name: AccountName, now: Date = SAMPLE_NOW): SampleAccount {
  return ACCOUNTS[name](now);
}
