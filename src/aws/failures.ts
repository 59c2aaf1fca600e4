import { MonolensError } from '../errors.ts';
import type { Failure } from './classify.ts';

/** The errors that end a session. None holds a credential, a client's configuration or the SDK's own error object. */

export function credentialsMissing(profile: string | undefined): MonolensError {
  return new MonolensError({
    code: 'CREDENTIALS_MISSING',
    exit: 'credentials',
    what: profile === undefined ? 'No AWS credentials were found.' : `The profile ${profile} gives no AWS credentials.`,
    why: 'Neither the environment, nor a profile, nor SSO, nor a role of this machine gave any.',
    next: profile === undefined ? 'aws configure sso   (or: monolens assess --profile NAME; or, without AWS: monolens demo)' : `aws sso login --profile ${profile}`,
  });
}

export function credentialsExpired(profile: string | undefined, failure: Failure): MonolensError {
  const signature = failure.code.includes('Signature');
  return new MonolensError({
    code: signature ? 'CREDENTIALS_WRONG' : 'CREDENTIALS_EXPIRED',
    exit: 'credentials',
    what: signature ? 'AWS does not accept the signature of these credentials.' : 'The AWS credentials have expired.',
    why: signature ? `AWS answered ${failure.code}: the secret key is wrong, or this machine's clock is.` : `AWS answered ${failure.code}.`,
    next: `aws sso login${profile === undefined ? '' : ` --profile ${profile}`}   (then run the same command again)`,
  });
}

export function credentialsRefused(profile: string | undefined, failure: Failure): MonolensError {
  return new MonolensError({
    code: 'CREDENTIALS_REFUSED',
    exit: 'credentials',
    what: 'AWS does not accept these credentials.',
    why: `sts:GetCallerIdentity answered ${failure.code}.`,
    next: `aws sts get-caller-identity${profile === undefined ? '' : ` --profile ${profile}`}`,
  });
}

export function roleRefused(roleArn: string, failure: Failure): MonolensError {
  return new MonolensError({
    code: 'ROLE_REFUSED',
    exit: 'credentials',
    what: `The role ${roleArn} cannot be assumed.`,
    why: `sts:AssumeRole answered ${failure.code}: the role's trust policy must name the caller, and its external id must be the one given.`,
    next: `aws sts assume-role --role-session-name monolens --role-arn ${roleArn}`,
    action: 'sts:AssumeRole',
  });
}

export function regionMissing(): MonolensError {
  return new MonolensError({
    code: 'REGION_MISSING',
    exit: 'usage',
    what: 'No AWS region is set.',
    why: 'Neither --region, nor AWS_REGION, nor the profile names one.',
    next: 'monolens assess --region eu-west-1   (or --all-regions)',
  });
}

export function regionWrong(region: string, state: 'unknown' | 'not-enabled', enabled: readonly string[]): MonolensError {
  return new MonolensError({
    code: state === 'unknown' ? 'REGION_UNKNOWN' : 'REGION_NOT_ENABLED',
    exit: 'usage',
    what: state === 'unknown' ? `There is no region ${region}.` : `The region ${region} is not enabled for this account.`,
    why: `Enabled are ${enabled.join(', ')}.`,
    next: state === 'unknown' ? `monolens assess --region ${enabled[0] ?? 'us-east-1'}` : `aws account enable-region --region-name ${region}`,
  });
}

export function endpointUnreachable(endpoint: string | undefined, region: string, failure: Failure): MonolensError {
  return new MonolensError({
    code: 'ENDPOINT_UNREACHABLE',
    exit: 'unexpected',
    what: endpoint === undefined ? `AWS cannot be reached in ${region}.` : `The endpoint ${withoutUserInfo(endpoint)} cannot be reached.`,
    why: endpoint === undefined
      ? `The connection failed with ${failure.code}: there is no network, a proxy is in the way, or the region's name is wrong.`
      : `The connection failed with ${failure.code}.`,
    next: endpoint === undefined ? `aws sts get-caller-identity --region ${region}` : 'monolens demo --serve   (prints the environment of a running endpoint)',
  });
}

export function endpointMalformed(endpoint: string): MonolensError {
  return new MonolensError({
    code: 'ENDPOINT_MALFORMED',
    exit: 'usage',
    what: `${withoutUserInfo(endpoint)} is not an endpoint URL.`,
    why: 'It must begin with http:// or https:// and name a host.',
    next: 'monolens assess --endpoint-url http://127.0.0.1:4566',
  });
}

export function interrupted(): MonolensError {
  return new MonolensError({
    code: 'INTERRUPTED', exit: 'interrupted', what: 'Stopped on request.', why: 'The run was interrupted before every call was made.', next: 'Run the same command again.',
  });
}

function withoutUserInfo(url: string): string {
  return url.replace(/\/\/[^/@]*@/, '//');
}
