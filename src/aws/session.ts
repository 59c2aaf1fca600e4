import type { NodeHttpHandler } from '@smithy/node-http-handler';
import { openAccount } from './account.ts';
import { failureOf, isCredentialFailure, isNetworkFailure } from './classify.ts';
import { Clients, openTransport } from './clients.ts';
import { baseCredentials, roleCredentials, type Credentials } from './credentials.ts';
import { credentialsExpired, credentialsMissing, credentialsRefused, endpointMalformed, endpointUnreachable, interrupted, regionMissing, roleRefused } from './failures.ts';
import { textOf, toJson } from './json.ts';
import { partitionOfArn } from './partition.ts';
import { checkRegions, enabledRegions, regionStates, type RegionStates } from './regions.ts';
import type { AwsAccount, AwsSession, SessionOptions } from './types.ts';

/**
 * Finds credentials, says who the caller is, assumes the roles, checks the regions.
 * Throws `MonolensError`: no or expired credentials, a role that refuses, no or a wrong region, an endpoint that does not answer.
 */
export async function openSession(options: SessionOptions): Promise<AwsSession> {
  const { env, signal } = options;
  const profile = options.profile ?? env['AWS_PROFILE'];
  const endpoint = endpointOf(options);
  const region = options.regions?.[0] ?? env['AWS_REGION'] ?? env['AWS_DEFAULT_REGION'] ?? await profileRegion(profile);
  if (region === undefined || region === '') throw regionMissing();

  const transport = openTransport();
  const opened: Clients[] = [];
  try {
    const base = await baseCredentials(options, transport);
    const open = async (credentials: Credentials, roleArn: string | undefined) => {
      const clients = new Clients({ credentials, transport, endpoint, profile, signal, maxAttempts: attemptsOf(env) });
      opened.push(clients);
      return openOne({ clients, region, options, profile, endpoint, roleArn });
    };
    const roles = [...new Set(options.roleArns)];
    const accounts = roles.length === 0
      ? [await open(base, undefined)]
      : await Promise.all(roles.map(async (roleArn) =>
        open(await roleCredentials(base, roleArn, { externalId: options.externalId, region, endpoint, transport }), roleArn)));
    const distinct = [...new Map(accounts.map((account) => [account.id, account])).values()].sort((a, b) => (a.id < b.id ? -1 : 1));
    if (distinct.length < accounts.length) options.emit({ type: 'warning', text: 'Several roles lead into one account; it is read once.' });
    return { accounts: distinct, close: () => close(opened, transport) };
  } catch (error) {
    close(opened, transport);
    throw error;
  }
}

interface OpenOne {
  readonly clients: Clients;
  readonly region: string;
  readonly options: SessionOptions;
  readonly profile: string | undefined;
  readonly endpoint: string | undefined;
  readonly roleArn: string | undefined;
}

async function openOne({ clients, region, options, profile, endpoint, roleArn }: OpenOne): Promise<AwsAccount> {
  const { signal, regions, allRegions } = options;
  const caller = await callerOf({ clients, region, options, profile, endpoint, roleArn });
  const fields = { ...caller, clients, profile, ownEndpoint: (endpoint ?? options.env['AWS_ENDPOINT_URL']) !== undefined, signal };
  const provisional = openAccount({ ...fields, regions: [region], enabled: new Set() });
  const asked = regions ?? [];
  const states = allRegions === true || asked.length > 0 ? await regionStates(provisional, region) : undefined;
  if (states) checkRegions(asked, states);
  return openAccount({ ...fields, regions: chooseRegions(options, region, states), enabled: new Set(states ? enabledRegions(states) : []) });
}

function chooseRegions({ allRegions, regions, emit }: SessionOptions, region: string, states: RegionStates | undefined): readonly string[] {
  if (allRegions !== true) return regions !== undefined && regions.length > 0 ? [...new Set(regions)].sort() : [region];
  if (states) return enabledRegions(states);
  emit({ type: 'warning', text: `The regions of the account cannot be listed (ec2:DescribeRegions and account:ListRegions are denied); only ${region} is read.` });
  return [region];
}

async function callerOf({ clients, region, options, profile, endpoint, roleArn }: OpenOne) {
  try {
    const output = toJson(await clients.send('sts', 'GetCallerIdentity', region, {}));
    const callerArn = textOf(output['Arn']);
    return { id: textOf(output['Account']), callerArn, partition: partitionOfArn(callerArn) };
  } catch (error) {
    if (options.signal?.aborted === true) throw interrupted();
    const failure = failureOf(error);
    if (isNetworkFailure(failure)) throw endpointUnreachable(endpoint ?? options.env['AWS_ENDPOINT_URL'], region, failure);
    if (failure.code === 'CredentialsProviderError') throw /expired|sso login/i.test(failure.text) ? credentialsExpired(profile, failure) : credentialsMissing(profile);
    if (roleArn !== undefined && !failure.code.startsWith('Expired')) throw roleRefused(roleArn, failure);
    if (isCredentialFailure(failure)) throw credentialsExpired(profile, failure);
    throw credentialsRefused(profile, failure);
  }
}

/** As the SDK reads it: `AWS_MAX_ATTEMPTS`, where it is a count. */
function attemptsOf(env: SessionOptions['env']): number | undefined {
  const count = Number(env['AWS_MAX_ATTEMPTS'] ?? '');
  return Number.isInteger(count) && count > 0 ? count : undefined;
}

/** The URL to send every call to, where one is given. The SDK itself reads the process's environment and the profile. */
function endpointOf({ endpointUrl, env }: SessionOptions): string | undefined {
  const url = endpointUrl ?? (env['AWS_ENDPOINT_URL'] === process.env['AWS_ENDPOINT_URL'] ? undefined : env['AWS_ENDPOINT_URL']);
  if (url !== undefined && !(URL.canParse(url) && /^https?:$/.test(new URL(url).protocol))) throw endpointMalformed(url);
  return url;
}

async function profileRegion(profile: string | undefined): Promise<string | undefined> {
  const { STSClient } = await import('./clients/sts.ts');
  try {
    return await new STSClient(profile === undefined ? {} : { profile }).config.region();
  } catch {
    // The SDK says that no region is set by throwing; the caller says so in words.
    return undefined;
  }
}

function close(clients: readonly Clients[], transport: NodeHttpHandler): void {
  for (const each of clients) each.close();
  transport.destroy();
}
