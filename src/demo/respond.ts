import type { SampleAccount } from './accounts/sample-account.ts';
import type { FaultPlan } from './faults.ts';
import { answer } from './replay/answer.ts';
import type { Caller } from './replay/call.ts';
import { readKey } from './replay/identity.ts';
import { Fault, faultOf } from './wire/fault.ts';
import type { FaultKind } from './wire/fault.ts';
import { operationsOf } from './wire/operations.ts';
import { PROTOCOLS } from './wire/protocol.ts';
import type { WireAnswer, WireRequest } from './wire/protocol.ts';
import { serviceBySignature, serviceOf } from './wire/services.ts';

/** What the endpoint answers from. */
export interface World {
  readonly accounts: readonly SampleAccount[];
  readonly now: Date;
  readonly plan: FaultPlan;
  readonly pageSize: number | undefined;
  /** Pages that a page token lives for; for ever where undefined. */
  readonly tokenLifetime: number | undefined;
}

/** What a request turned out to be, for the call log; filled in as far as it was understood. */
export interface Seen {
  service: string;
  operation: string;
  region: string;
  account: string;
  code: string | undefined;
}

/** Whose request, for which service and region: the credential scope of a version 4 signature. */
interface Scope {
  readonly key: string;
  readonly region: string;
  readonly signingName: string;
}

/** `AWS4-HMAC-SHA256 Credential=<key>/<date>/<region>/<service>/aws4_request, …` */
function scopeOf(authorization: string | undefined): Scope | undefined {
  const scope = /Credential=([^/\s]+)\/\d{8}\/([\w-]+)\/([\w-]+)\/aws4_request/.exec(authorization ?? '');
  return scope === null ? undefined : { key: scope[1] ?? '', region: scope[2] ?? '', signingName: scope[3] ?? '' };
}

/** Answers the nth request of an endpoint: route, read, authorise, look up, write. Never throws; what goes wrong is an AWS error. */
export async function respond(world: World, nth: number, wire: WireRequest, authorization: string | undefined, seen: Seen): Promise<WireAnswer> {
  const requestId = `00000000-0000-4000-8000-${nth.toString(16).padStart(12, '0')}`;
  const scope = scopeOf(authorization);
  const service = scope && serviceBySignature(scope.signingName, new URLSearchParams(wire.body).get('Version') ?? undefined);
  if (scope === undefined || service === undefined) {
    const why = scope === undefined ? 'Request is missing Authentication Token' : `The sample endpoint does not know the service ${scope.signingName}`;
    const fault = new Fault('MissingAuthenticationToken', why, 403);
    seen.code = fault.code;
    return PROTOCOLS.query.fault(fault, { requestId, xmlNamespace: undefined });
  }
  const { protocol: protocolName, xmlNamespace, iam } = serviceOf(service);
  const protocol = PROTOCOLS[protocolName];
  const envelope = { requestId, xmlNamespace };
  const fault = (kind: FaultKind, message: string): Fault => faultOf(kind, service, protocolName, message);
  seen.service = service;
  seen.region = scope.region;
  seen.operation = protocol.operationName(wire) ?? '';
  try {
    const read = protocol.read(await operationsOf(service), wire);
    seen.operation = read?.operation.name ?? seen.operation;
    const key = readKey(scope.key);
    const account = world.accounts.find((one) => one.id === key?.account);
    if (key === undefined || account === undefined) throw fault('unknown-key', 'The security token included in the request is invalid.');
    seen.account = account.id;
    if (read === undefined) throw fault('unknown-operation', `The action ${seen.operation || wire.path} is not valid for this web service.`);
    const { operation, input } = read;
    const caller = callerOf(account.id, key.role);
    world.plan.check(nth, { action: `${iam}:${operation.name}`, account: account.id, region: scope.region, caller, fault }, performance.now());
    const output = answer({ ...world, service, operation, input, region: scope.region, account, caller, fault });
    return protocol.output(operation, output, envelope);
  } catch (error) {
    const shown = asFault(error, fault);
    seen.code = shown.code;
    return protocol.fault(shown, envelope);
  }
}

function asFault(error: unknown, fault: (kind: FaultKind, message: string) => Fault): Fault {
  if (error instanceof Fault) return error;
  if (error instanceof SyntaxError) return new Fault('SerializationException', error.message);
  return fault('internal', `The sample endpoint failed: ${error instanceof Error ? error.message : String(error)}`);
}

function callerOf(account: string, role: { name: string; session: string } | undefined): Caller {
  return role === undefined
    ? { arn: `arn:aws:iam::${account}:user/demo`, userId: 'DEMOUSERID' }
    : { arn: `arn:aws:sts::${account}:assumed-role/${role.name}/${role.session}`, userId: `DEMOROLEID:${role.session}` };
}
