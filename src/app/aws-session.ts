import type { AwsSession, SessionOptions } from '../aws/index.ts';
import type { Host } from '../host.ts';
import type { Emit } from '../model/index.ts';

/** What the shared AWS flags say. */
export type AwsOptions = Pick<SessionOptions, 'profile' | 'regions' | 'allRegions' | 'roleArns' | 'externalId' | 'endpointUrl'>;

/**
 * Opens the session and says who is looking at what, before anything else is asked of AWS.
 * @throws MonolensError with exit `credentials` and the like; see `openSession`
 */
export async function openNamedSession(options: AwsOptions, host: Pick<Host, 'env' | 'signal'>, emit: Emit): Promise<AwsSession> {
  const { openSession } = await import('../aws/index.ts');
  const session = await openSession({ ...options, env: host.env, signal: host.signal, emit });
  for (const account of session.accounts) {
    const alias = account.alias === undefined ? '' : ` (${account.alias})`;
    emit({ type: 'info', text: `Account ${account.id}${alias} as ${account.callerArn}, ${account.regions.join(', ')}` });
  }
  return session;
}
