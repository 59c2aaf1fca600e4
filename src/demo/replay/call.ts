import type { SampleAccount } from '../accounts/sample-account.ts';
import type { JsonObject } from '../json.ts';
import type { Fault, FaultKind } from '../wire/fault.ts';
import type { ServiceName } from '../wire/services.ts';
import type { Operation } from '../wire/shape.ts';

/** One request, read and authorised, as a handler sees it. */
export interface Call {
  readonly service: ServiceName;
  readonly operation: Operation;
  readonly input: JsonObject;
  /** The region that was asked; global services answer from the same data everywhere. */
  readonly region: string;
  readonly account: SampleAccount;
  readonly caller: Caller;
  /** Accounts that a role can be assumed in. */
  readonly accounts: readonly SampleAccount[];
  readonly now: Date;
  /** A cap on every page, below what the API allows: for tests of paging. */
  readonly pageSize: number | undefined;
  /** Pages that a token lives for: with 1, the second page's token is already refused. */
  readonly tokenLifetime: number | undefined;
  /** Makes an error in the words of the call's service. */
  fault(kind: FaultKind, message: string): Fault;
}

export interface Caller {
  readonly arn: string;
  readonly userId: string;
}

/** Answers an operation that the generic replay cannot. */
export type Handler = (call: Call) => JsonObject;
