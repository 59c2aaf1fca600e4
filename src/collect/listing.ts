import type { Api, JsonObject, ServiceId } from '../aws/index.ts';
import { KINDS, type Kind } from '../model/index.ts';

/** Where a question is asked: one account and one region, or `global` for a service that has no regions. */
export interface Place {
  readonly account: string;
  readonly region: string;
  readonly partition: string;
}

/** Where an item comes from: the place, and the resource that was asked about, where the question was about one. */
export interface Context extends Place {
  readonly parentId?: string;
  readonly parent?: JsonObject;
}

/** Something that an answer says about resources of another listing. */
export interface Addition {
  readonly kind: Kind;
  readonly id: string;
  readonly fields?: JsonObject;
  /** AWS's list form. */
  readonly tags?: readonly JsonObject[];
}

/** Asked about resources that other listings found, as soon as a page of those arrives. */
export interface Each {
  /** Names of listings of the same place. */
  readonly of: readonly string[];
  /** More of them, whose own gaps leave no doubt on what is asked here. */
  readonly alsoOf?: readonly string[];
  /** In a dump, where one file answers for all: a resource that it does not name was not asked about. */
  readonly namesAll?: true;
  /** The ids to ask about that an item gives rise to; each is asked about once. */
  readonly ids: (item: JsonObject) => readonly string[];
  readonly input: (ids: readonly string[]) => JsonObject;
  /** The most ids that one call takes; 1 where the call is about one resource. */
  readonly batch: number;
  /** How an answer that joins several names the resource that it is about: `LoadBalancerArn`. */
  readonly names: string;
  /** The field of an answer that holds its list, where the whole answer is one item: `Attributes`. */
  readonly answer?: string;
  /** A file of a dump may be called after one of these fields of the parent instead of the id. */
  readonly aliases?: readonly string[];
  /** False where AWS never answers with an empty list, so that an empty one in a dump means that it is not there. */
  readonly mayBeEmpty?: false;
}

/** Raw user data in an answer, to be decoded and redacted; the answer itself loses it. */
export interface RawUserData {
  readonly id: string;
  readonly of: 'instance' | 'launch-template-version' | 'launch-configuration';
  /** Base64; empty where there is none. */
  readonly base64: string;
  /** What a dump of ours holds in its place. */
  readonly redacted?: JsonObject;
}

/**
 * One question to AWS and what becomes of the answer. The question is data; only what differs from service to service is a function.
 */
export interface Listing {
  /** Unique; the kind where the listing makes resources. */
  readonly name: string;
  readonly api: Api;
  /** What the coverage entry calls the operation, where one operation answers two questions. */
  readonly label?: string;
  readonly kind?: Kind;
  /** Asked once per account. */
  readonly global?: true;
  readonly input?: JsonObject;
  /** The path to the items: `Reservations[].Instances[]`; empty where the whole answer, all pages joined, is one item. */
  readonly items: string;
  /** What an item becomes before anything else sees it: another item, several, or none. */
  readonly shape?: (item: JsonObject, context: Context) => JsonObject | readonly JsonObject[];
  /** A field, or a function of the item. */
  readonly id?: string | ((item: JsonObject, context: Context) => string);
  /** A field, or a template over `{partition} {region} {account} {owner} {id}`. */
  readonly arn?: string;
  /** The field that holds the tags. */
  readonly tags?: string;
  readonly each?: Each;
  readonly adds?: (item: JsonObject, context: Context) => readonly Addition[];
  /** A kind that is only partly known where this question was not answered. */
  readonly completes?: Kind;
  readonly userData?: (item: JsonObject, context: Context) => readonly RawUserData[];
  /** Left out when user data is not to be read. */
  readonly onlyWithUserData?: true;
  /** The alias of the account. */
  readonly alias?: (item: JsonObject) => string;
  /** What a dump appends to `<service>-<operation>`: `userData`. */
  readonly variant?: string;
}

type Rest<T extends 'kind' | 'api'> = Omit<Listing, 'name' | T>;

/** The listing that makes the resources of a kind; the kind table says which operation that is. */
export function listing(kind: Kind, rest: Rest<'kind' | 'api'>): Listing {
  const { service, operation, action } = KINDS[kind];
  const bare = operation.replace(/ \(.*\)$/, '');
  return { name: kind, kind, api: { service, operation: bare, action }, ...(bare === operation ? {} : { label: operation }), ...rest };
}

/** A question that serves other listings. `action` where IAM calls it differently from `service:operation`. */
export function question(name: string, service: ServiceId, operation: string, rest: Rest<'api'> & { readonly action?: string }): Listing {
  const { action = `${service}:${operation}`, ...spec } = rest;
  return { name, api: { service, operation, action }, ...spec };
}

/** What the coverage ledger calls the question. */
export function labelOf(spec: Listing): string {
  return spec.label ?? spec.api.operation;
}
