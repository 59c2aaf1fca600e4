import type { CoverageOutcome, Emit } from '../model/index.ts';
import type { JsonObject } from './json.ts';
import type { ServiceId } from './services.ts';

/** One API operation: where it lives and the IAM action that allows it. */
export interface Api {
  readonly service: ServiceId;
  /** In the API's spelling: `DescribeInstances`. */
  readonly operation: string;
  /** `ec2:DescribeInstances` */
  readonly action: string;
}

/** `message` says why in one sentence, without the caller's ARN and without anything secret. */
export type Answer =
  | { readonly ok: true; readonly output: JsonObject }
  | { readonly ok: false; readonly outcome: Exclude<CoverageOutcome, 'ok'>; readonly code: string; readonly message: string };

/** `code` is AWS's error code where the outcome is not `ok`. With `partial`, `pages` holds what came before the error. */
export interface Pages {
  readonly pages: readonly JsonObject[];
  readonly outcome: CoverageOutcome;
  readonly code?: string;
  readonly message?: string;
}

export interface AwsAccount {
  readonly id: string;
  readonly partition: string;
  readonly alias?: string;
  readonly callerArn: string;
  /** Enabled regions that this session looks at. */
  readonly regions: readonly string[];
  /**
   * One request: paced by its bucket, retried, cancellable. Region `global` stands for the partition's home region.
   * Refusals come back as an answer; expired credentials and an abort are thrown as `MonolensError`.
   */
  call(api: Api, region: string, input: JsonObject): Promise<Answer>;
  /**
   * Every page. `onPage` is told of each as it arrives. A page token that AWS no longer knows starts the listing again, once:
   * pages may then be told of twice, while the result holds them once.
   */
  pages(api: Api, region: string, input: JsonObject, onPage?: (page: JsonObject) => void): Promise<Pages>;
}

export interface AwsSession {
  readonly accounts: readonly AwsAccount[];
  /** Closes every connection. */
  close(): void;
}

export interface SessionOptions {
  readonly profile?: string | undefined;
  readonly regions?: readonly string[] | undefined;
  readonly allRegions?: boolean | undefined;
  /** One account each; without any, the account of the credentials themselves. */
  readonly roleArns?: readonly string[] | undefined;
  readonly externalId?: string | undefined;
  readonly endpointUrl?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly emit: Emit;
  readonly env: Readonly<Record<string, string | undefined>>;
}
