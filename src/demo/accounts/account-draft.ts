import { createHash } from 'node:crypto';
import { listOf } from '../json.ts';
import type { JsonObject } from '../json.ts';
import { answerKey } from './sample-account.ts';

/** An account while it is written: answers by operation, ids and ARNs. One draft has one region. */
export class AccountDraft {
  readonly account: string;
  readonly region: string;
  readonly #answers = new Map<string, Record<string, unknown>>();

  constructor(account: string, region: string) {
    this.account = account;
    this.region = region;
  }

  /** An AWS id that is the same in every run: `i-` and 17 hex digits of the name's digest. */
  id(prefix: string, name: string): string {
    const digest = createHash('sha256').update(`${this.account}/${this.region}/${prefix}/${name}`).digest('hex');
    return `${prefix}-0${digest.slice(0, 16)}`;
  }

  arn(service: string, resource: string): string {
    return `arn:aws:${service}:${this.region}:${this.account}:${resource}`;
  }

  /** Appends to a list of an operation's answer: `add('ec2-describe-vpcs', 'Vpcs', {…})`. */
  add(file: string, list: string, ...items: readonly JsonObject[]): void {
    this.#push(answerKey(this.region, file), list, items);
  }

  /** Appends to a list of a call made once per resource. */
  addFor(file: string, resource: string, list: string, ...items: readonly unknown[]): void {
    this.#push(answerKey(this.region, file, resource), list, items);
  }

  /** Sets a whole answer. */
  put(file: string, answer: JsonObject): void {
    this.#answers.set(answerKey(this.region, file), { ...answer });
  }

  putFor(file: string, resource: string, answer: JsonObject): void {
    this.#answers.set(answerKey(this.region, file, resource), { ...answer });
  }

  answers(): Readonly<Record<string, JsonObject>> {
    return Object.fromEntries(this.#answers);
  }

  #push(key: string, list: string, items: readonly unknown[]): void {
    const answer = this.#answers.get(key) ?? {};
    const known = answer[list];
    if (Array.isArray(known)) known.push(...items);
    else answer[list] = [...listOf(items)];
    this.#answers.set(key, answer);
  }
}

/** Tags as AWS lists them. */
export function tagList(tags: Readonly<Record<string, string>>): readonly JsonObject[] {
  return Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
}
