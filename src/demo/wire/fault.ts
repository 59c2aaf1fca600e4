import type { ProtocolName } from './protocol.ts';
import type { ServiceName } from './services.ts';

/** An error answer of AWS: its code, HTTP status and message. Handlers throw it; the protocol writes it. */
export class Fault extends Error {
  override readonly name = 'Fault';
  readonly code: string;
  readonly status: number;

  constructor(code: string, message: string, status = 400) {
    super(message);
    this.code = code;
    this.status = status;
  }
}

/** What can go wrong with a request whatever the operation is. */
export type FaultKind =
  | 'throttled' | 'denied' | 'expired-credentials' | 'unknown-key' | 'unsigned' | 'not-opted-in' | 'internal' | 'unknown-operation'
  | 'invalid-token' | 'expired-token' | 'changed-request' | 'invalid-parameter';

type Code = readonly [code: string, status: number];

/** How each protocol family names it; EC2 and a few services have words of their own. */
const CODES: Readonly<Record<'ec2' | 'query' | 'json' | 'rest-json' | 'rest-xml', Readonly<Record<FaultKind, Code>>>> = {
  ec2: {
    throttled: ['RequestLimitExceeded', 503], denied: ['UnauthorizedOperation', 403], 'expired-credentials': ['RequestExpired', 400],
    'unknown-key': ['AuthFailure', 401], unsigned: ['MissingAuthenticationToken', 403], 'not-opted-in': ['OptInRequired', 403], internal: ['InternalError', 500],
    'unknown-operation': ['InvalidAction', 400], 'invalid-token': ['InvalidNextToken', 400], 'expired-token': ['InvalidPaginationToken', 400],
    'changed-request': ['InvalidNextToken', 400], 'invalid-parameter': ['InvalidParameterValue', 400],
  },
  query: {
    throttled: ['Throttling', 400], denied: ['AccessDenied', 403], 'expired-credentials': ['ExpiredToken', 403],
    'unknown-key': ['InvalidClientTokenId', 403], unsigned: ['MissingAuthenticationToken', 403], 'not-opted-in': ['OptInRequired', 403], internal: ['InternalFailure', 500],
    'unknown-operation': ['InvalidAction', 400], 'invalid-token': ['ValidationError', 400], 'expired-token': ['ValidationError', 400],
    'changed-request': ['ValidationError', 400], 'invalid-parameter': ['ValidationError', 400],
  },
  json: {
    throttled: ['ThrottlingException', 400], denied: ['AccessDeniedException', 400], 'expired-credentials': ['ExpiredTokenException', 400],
    'unknown-key': ['UnrecognizedClientException', 400], unsigned: ['MissingAuthenticationTokenException', 400], 'not-opted-in': ['OptInRequired', 400], internal: ['InternalFailure', 500],
    'unknown-operation': ['UnknownOperationException', 400], 'invalid-token': ['InvalidNextTokenException', 400], 'expired-token': ['InvalidNextTokenException', 400],
    'changed-request': ['InvalidNextTokenException', 400], 'invalid-parameter': ['ValidationException', 400],
  },
  'rest-json': {
    throttled: ['ThrottlingException', 429], denied: ['AccessDeniedException', 403], 'expired-credentials': ['ExpiredTokenException', 403],
    'unknown-key': ['UnrecognizedClientException', 403], unsigned: ['MissingAuthenticationTokenException', 403], 'not-opted-in': ['OptInRequired', 403], internal: ['InternalFailure', 500],
    'unknown-operation': ['UnknownOperationException', 404], 'invalid-token': ['InvalidParameterValueException', 400], 'expired-token': ['InvalidParameterValueException', 400],
    'changed-request': ['InvalidParameterValueException', 400], 'invalid-parameter': ['ValidationException', 400],
  },
  'rest-xml': {
    throttled: ['Throttling', 400], denied: ['AccessDenied', 403], 'expired-credentials': ['ExpiredToken', 403],
    'unknown-key': ['InvalidClientTokenId', 403], unsigned: ['MissingAuthenticationToken', 403], 'not-opted-in': ['OptInRequired', 403], internal: ['InternalFailure', 500],
    'unknown-operation': ['InvalidAction', 404], 'invalid-token': ['InvalidInput', 400], 'expired-token': ['InvalidInput', 400],
    'changed-request': ['InvalidInput', 400], 'invalid-parameter': ['InvalidInput', 400],
  },
};

const OWN_CODES: Partial<Record<ServiceName, Partial<Record<FaultKind, Code>>>> = {
  autoscaling: { 'invalid-token': ['InvalidNextToken', 400], 'expired-token': ['InvalidNextToken', 400], 'changed-request': ['InvalidNextToken', 400] },
  rds: { 'invalid-token': ['InvalidParameterValue', 400], 'expired-token': ['InvalidParameterValue', 400], 'changed-request': ['InvalidParameterValue', 400], 'invalid-parameter': ['InvalidParameterValue', 400] },
  elasticache: { 'invalid-token': ['InvalidParameterValue', 400], 'expired-token': ['InvalidParameterValue', 400], 'changed-request': ['InvalidParameterValue', 400], 'invalid-parameter': ['InvalidParameterValue', 400] },
  // CloudWatch speaks JSON today and keeps the codes of its Query days.
  cloudwatch: {
    throttled: ['Throttling', 400], denied: ['AccessDenied', 403], 'expired-credentials': ['ExpiredToken', 403], 'unknown-key': ['InvalidClientTokenId', 403],
    'invalid-token': ['InvalidNextToken', 400], 'expired-token': ['InvalidNextToken', 400], 'changed-request': ['InvalidNextToken', 400], 'invalid-parameter': ['InvalidParameterValue', 400],
  },
  ce: { throttled: ['LimitExceededException', 400], 'changed-request': ['RequestChangedException', 400] },
  pricing: { 'expired-token': ['ExpiredNextTokenException', 400], 'invalid-parameter': ['InvalidParameterException', 400] },
  ssm: { 'invalid-token': ['InvalidNextToken', 400], 'expired-token': ['InvalidNextToken', 400], 'changed-request': ['InvalidNextToken', 400] },
  acm: { 'invalid-token': ['ValidationException', 400], 'expired-token': ['ValidationException', 400], 'changed-request': ['ValidationException', 400] },
  athena: { 'invalid-token': ['InvalidRequestException', 400], 'invalid-parameter': ['InvalidRequestException', 400] },
  guardduty: { 'invalid-token': ['BadRequestException', 400], 'expired-token': ['BadRequestException', 400], 'changed-request': ['BadRequestException', 400], 'invalid-parameter': ['BadRequestException', 400] },
  efs: { 'invalid-token': ['BadRequest', 400], 'expired-token': ['BadRequest', 400], 'changed-request': ['BadRequest', 400], 'invalid-parameter': ['BadRequest', 400] },
  cloudfront: { 'invalid-token': ['InvalidArgument', 400], 'expired-token': ['InvalidArgument', 400], 'invalid-parameter': ['InvalidArgument', 400] },
};

/** The error that a service answers with for a kind of failure, in its protocol's words. */
export function faultOf(kind: FaultKind, service: ServiceName, protocol: ProtocolName, message: string): Fault {
  const family = protocol === 'json-1.0' || protocol === 'json-1.1' ? 'json' : protocol;
  const [code, status] = OWN_CODES[service]?.[kind] ?? CODES[family][kind];
  return new Fault(code, message, status);
}
