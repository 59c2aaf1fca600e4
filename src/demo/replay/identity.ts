import { textOf } from '../json.ts';
import type { JsonObject } from '../json.ts';
import { Fault } from '../wire/fault.ts';
import type { Call } from './call.ts';

/**
 * Access keys of the endpoint name their account, so that it needs no state. They are built so that neither a person nor a
 * secret scanner (`AKIA…`, `ASIA…`) takes them for real ones.
 */
const USER_KEY = 'DEMO-USER-';
const ROLE_KEY = 'DEMO-ROLE-';

export function userKeyOf(account: string): string {
  return USER_KEY + account;
}

/** What an access key says: the account, and the role and session where it came from AssumeRole. */
export function readKey(key: string): { account: string; role?: { name: string; session: string } } | undefined {
  const user = /^DEMO-USER-(\d{12})$/.exec(key);
  if (user?.[1] !== undefined) return { account: user[1] };
  const role = /^DEMO-ROLE-(\d{12})-([\w-]+)$/.exec(key);
  if (role?.[1] === undefined) return undefined;
  const [name, session] = Buffer.from(role[2] ?? '', 'base64url').toString().split('\n');
  return name === undefined || session === undefined ? undefined : { account: role[1], role: { name, session } };
}

export function getCallerIdentity(call: Call): JsonObject {
  return { UserId: call.caller.userId, Account: call.account.id, Arn: call.caller.arn };
}

/** The role's ARN says which sample account: the credentials that come back are of that account. */
export function assumeRole(call: Call): JsonObject {
  const arn = textOf(call.input['RoleArn']) ?? '';
  const session = textOf(call.input['RoleSessionName']) ?? '';
  const role = /^arn:(aws[\w-]*):iam::(\d{12}):role\/(?:.+\/)?([\w+=,.@-]+)$/.exec(arn);
  const account = role?.[2];
  const name = role?.[3];
  if (account === undefined || name === undefined) throw new Fault('ValidationError', `${arn} is invalid`);
  if (!call.accounts.some((one) => one.id === account)) {
    throw new Fault('AccessDenied', `User: ${call.caller.arn} is not authorized to perform: sts:AssumeRole on resource: ${arn}`, 403);
  }
  const lifetime = typeof call.input['DurationSeconds'] === 'number' ? call.input['DurationSeconds'] : 3600;
  return {
    Credentials: {
      AccessKeyId: `${ROLE_KEY}${account}-${Buffer.from(`${name}\n${session}`).toString('base64url')}`,
      SecretAccessKey: 'demo-secret-that-opens-nothing',
      SessionToken: 'demo-session-token-that-opens-nothing',
      // The SDK compares this with the real clock, so it counts from the real one, not from the sample's.
      Expiration: new Date(Date.now() + lifetime * 1000).toISOString(),
    },
    AssumedRoleUser: { AssumedRoleId: `DEMOROLEID:${session}`, Arn: `arn:${role?.[1] ?? 'aws'}:sts::${account}:assumed-role/${name}/${session}` },
  };
}
