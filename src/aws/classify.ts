import type { Answer } from './types.ts';

type Refusal = Extract<Answer, { ok: false }>;

const DENIED = new Set(['UnauthorizedOperation', 'Client.UnauthorizedOperation', 'AccessDenied', 'AccessDeniedException', 'UnauthorizedException', 'NotAuthorized', 'AuthorizationError']);
const REGION_OFF = new Set(['OptInRequired', 'AuthFailure', 'RegionDisabledException', 'UnrecognizedClientException', 'InvalidClientTokenId']);
const UNSUPPORTED = new Set([
  'InvalidAction', 'UnknownOperationException', 'UnsupportedOperation', 'UnsupportedOperationException', 'SubscriptionRequiredException', 'OptInRequiredException', 'UnsupportedUserEdition',
]);
const THROTTLED = new Set([
  'RequestLimitExceeded', 'Throttling', 'ThrottlingException', 'ThrottledException', 'RequestThrottled', 'RequestThrottledException', 'TooManyRequestsException',
  'ProvisionedThroughputExceededException', 'TransactionInProgressException', 'BandwidthLimitExceeded', 'LimitExceededException', 'SlowDown',
  'PriorRequestNotComplete', 'EC2ThrottledException',
]);
const STALE_TOKEN = new Set(['InvalidNextToken', 'InvalidNextTokenException', 'ExpiredNextTokenException', 'InvalidPaginationToken', 'InvalidPaginationTokenException', 'RequestChangedException']);
const CREDENTIALS = new Set(['ExpiredToken', 'ExpiredTokenException', 'RequestExpired', 'InvalidSignatureException', 'SignatureDoesNotMatch', 'TokenRefreshRequired']);
const NOT_RESOLVED = new Set(['ENOTFOUND']);
const NETWORK = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EAI_AGAIN', 'TimeoutError', 'CERT_HAS_EXPIRED', 'DEPTH_ZERO_SELF_SIGNED_CERT', 'SELF_SIGNED_CERT_IN_CHAIN', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE']);

/** What an SDK error says, by name and by the code of the socket beneath it. */
export interface Failure { readonly code: string; readonly text: string; readonly status: number | undefined }

export function failureOf(error: unknown): Failure {
  if (!(error instanceof Error)) return { code: 'Unknown', text: String(error), status: undefined };
  const { code, $metadata: metadata } = error as { code?: unknown; $metadata?: { httpStatusCode?: number } };
  const named = error.name === 'Error' || error.name === 'AggregateError' || error.name === 'TypeError';
  return { code: typeof code === 'string' && (named || NETWORK.has(code)) ? code : error.name, text: error.message, status: metadata?.httpStatusCode };
}

/** The credentials are no good any more: nothing that follows can succeed. */
export function isCredentialFailure(failure: Failure): boolean {
  return CREDENTIALS.has(failure.code) || failure.code === 'CredentialsProviderError';
}

export function isNetworkFailure(failure: Failure): boolean {
  return NETWORK.has(failure.code);
}

export function isThrottle(failure: Failure): boolean {
  return THROTTLED.has(failure.code) || failure.status === 429;
}

/** AWS no longer knows the page token: the listing must start again. */
export function isStaleToken(code: string): boolean {
  return STALE_TOKEN.has(code);
}

/** The resource that was asked for went away since it was listed. */
export function isGone(code: string): boolean {
  return /NotFound(Exception|Fault)?$|NonexistentItemException$|^NoSuchEntity|^NoSuchHostedZone$|^ResourceNotFound/.test(code);
}

/**
 * The outcome of a call that failed for good, with a reason that names no principal and no key.
 * `regionKnown`: the region is known to be enabled, so a refusal of the credentials there is a denial.
 */
export function classify(failure: Failure, context: { readonly regionKnown: boolean; readonly ownEndpoint: boolean; readonly region: string }): Refusal {
  const { code } = failure;
  if (DENIED.has(code)) return refusal('denied', code, denialReason(failure.text));
  if (isThrottle(failure)) return refusal('throttled', code, 'AWS still throttled the call after every retry');
  if (REGION_OFF.has(code)) {
    return context.regionKnown
      ? refusal('denied', code, 'AWS refused the credentials for this service')
      : refusal('unsupported', code, `region ${context.region} is not enabled for this account, or the account is not subscribed to the service`);
  }
  if (UNSUPPORTED.has(code)) return refusal('unsupported', code, `not available in ${context.region}`);
  if (NOT_RESOLVED.has(code) && !context.ownEndpoint) return refusal('unsupported', code, `the service has no endpoint in ${context.region}`);
  if (isNetworkFailure(failure)) return refusal('failed', code, `the connection failed (${code}) after every retry`);
  return refusal('failed', code, `${code}: ${withoutPrincipals(failure.text)}`);
}

function refusal(outcome: Refusal['outcome'], code: string, message: string): Refusal {
  return { ok: false, outcome, code, message };
}

function denialReason(text: string): string {
  if (/service control policy/i.test(text)) return 'an organisation\'s service control policy denies it';
  if (/permissions boundary/i.test(text)) return 'a permissions boundary does not allow it';
  if (/session policy/i.test(text)) return 'the session policy does not allow it';
  if (/explicit deny/i.test(text)) return 'a policy denies it explicitly';
  return 'no policy of the caller allows it';
}

/** AWS texts may quote principals and an encoded authorisation message; neither belongs in a report. */
function withoutPrincipals(text: string): string {
  return text
    .replace(/Encoded authorization failure message:.*/s, '')
    .replace(/arn:[\w-]+:(iam|sts)::\S+/g, '[principal]')
    .replace(/\b(AKIA|ASIA)[A-Z0-9]{12,}\b/g, '[access key id]')
    .trim()
    .slice(0, 300);
}
