import type { Api, JsonObject, Pages } from '../../aws/index.ts';
import type { Account } from '../../model/index.ts';

/** One question, for the one who answers it: AWS takes the input, a dump takes the names. */
export interface Question {
  readonly account: string;
  readonly region: string;
  readonly api: Api;
  readonly input: JsonObject;
  /** The file is called `<service>-<operation>-<variant>`. */
  readonly variant?: string;
  /** The path to the items; empty where the whole answer is one. */
  readonly items: string;
  /** The resource asked about, where it is one. */
  readonly about?: About;
}

export interface About {
  readonly id: string;
  /** What else its file may be called. */
  readonly aliases: readonly string[];
  /** The field of an answer that holds its list; absent where the answer is a single structure. */
  readonly list?: string;
  /** How an answer that joins several names it. */
  readonly names: string;
  readonly mayBeEmpty: boolean;
}

/** Where answers come from. */
export interface Source {
  readonly kind: 'aws' | 'dump';
  readonly accounts: readonly (Account & { readonly regions: readonly string[] })[];
  /** Whether a question about many resources is asked in batches of their ids, or once for all that is there. */
  readonly batches: boolean;
  /** `onPage` is told of each page as it comes. Throws `MonolensError` where nothing more can be asked. */
  ask(question: Question, onPage: (page: JsonObject) => void): Promise<Pages>;
  /** What was left unread, in words. */
  readonly notes?: readonly string[];
}
