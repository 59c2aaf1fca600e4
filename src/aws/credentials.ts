import type { NodeHttpHandler } from '@smithy/node-http-handler';
import type { SessionOptions } from './types.ts';

export interface Identity { readonly accessKeyId: string; readonly secretAccessKey: string; readonly sessionToken?: string; readonly expiration?: Date }
export type Credentials = (properties?: Record<string, unknown>) => Promise<Identity>;

/**
 * The standard chain: environment, SSO, profile files, process, web identity, container and instance role.
 * Keys in `env` come first unless a profile is named, as the SDK does with the process's own environment.
 */
export async function baseCredentials(options: Pick<SessionOptions, 'profile' | 'env'>, transport: NodeHttpHandler): Promise<Credentials> {
  const { env } = options;
  const profile = options.profile ?? env['AWS_PROFILE'];
  const accessKeyId = env['AWS_ACCESS_KEY_ID'];
  const secretAccessKey = env['AWS_SECRET_ACCESS_KEY'];
  if (profile === undefined && accessKeyId !== undefined && accessKeyId !== '' && secretAccessKey !== undefined) {
    const sessionToken = env['AWS_SESSION_TOKEN'];
    return async () => ({ accessKeyId, secretAccessKey, ...(sessionToken === undefined || sessionToken === '' ? {} : { sessionToken }) });
  }
  const { fromNodeProviderChain } = await import('@aws-sdk/credential-providers');
  return fromNodeProviderChain({ ...(profile === undefined ? {} : { profile }), clientConfig: { requestHandler: transport } });
}

/** Credentials of a role, refreshed before they expire. */
export async function roleCredentials(
  base: Credentials, roleArn: string, options: { externalId: string | undefined; region: string; endpoint: string | undefined; transport: NodeHttpHandler },
): Promise<Credentials> {
  const { fromTemporaryCredentials } = await import('@aws-sdk/credential-providers');
  const { externalId, region, endpoint, transport } = options;
  return fromTemporaryCredentials({
    masterCredentials: base,
    params: { RoleArn: roleArn, RoleSessionName: 'monolens', ...(externalId === undefined ? {} : { ExternalId: externalId }) },
    clientConfig: { region, requestHandler: transport, ...(endpoint === undefined ? {} : { endpoint }) },
  });
}
