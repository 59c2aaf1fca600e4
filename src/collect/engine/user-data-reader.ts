import type { JsonObject } from '../../aws/index.ts';
import { UserData } from '../../model/resources/ec2.ts';
import type { Place, RawUserData } from '../listing.ts';
import { redactString, userDataReader } from '../redact/index.ts';
import type { ResourceStore } from './resources.ts';

/** Reads user data as it is found: decoded, redacted and stored; the raw text is dropped here. */
export class UserDataReader {
  readonly #read: ReturnType<typeof userDataReader>;
  readonly #resources: ResourceStore;
  readonly #pending: Promise<void>[] = [];
  readonly #wanted: boolean;

  /** `key`: the run store's own, for fingerprints. With `wanted` false everything is dropped unread. */
  constructor(resources: ResourceStore, key: string, wanted: boolean) {
    this.#read = userDataReader(key);
    this.#resources = resources;
    this.#wanted = wanted;
  }

  read(raw: RawUserData, place: Place): void {
    if (this.#wanted) this.#pending.push(this.#store(raw, place));
  }

  async done(): Promise<void> {
    await Promise.all(this.#pending);
  }

  async #store({ id, of, base64, redacted }: RawUserData, { account, region }: Place): Promise<void> {
    const known = redacted ? fromDump(redacted, { id, of, account, region, tags: {} }) : undefined;
    this.#resources.addWhole('userData', known ?? await this.#read({ id, of, base64, account, region }));
  }
}

/** What a dump of ours says of user data that was redacted when the dump was written. It passes the redaction once more. */
function fromDump(redacted: JsonObject, identity: Pick<UserData, 'id' | 'of' | 'account' | 'region' | 'tags'>): UserData | undefined {
  const parsed = UserData.safeParse({ ...redacted, ...identity });
  if (!parsed.success) return undefined;
  return { ...parsed.data, parts: parsed.data.parts.map((part) => ({ ...part, text: redactString(part.text) })) };
}
