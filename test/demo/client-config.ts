import type { Endpoint } from '../../src/demo/index.ts';

/** All that a client is told: endpoint, region and credentials. The rest is the SDK's own, as in production. */
export function configOf(endpoint: Endpoint, region = endpoint.env['AWS_REGION'] ?? ''): { endpoint: string; region: string; credentials: { accessKeyId: string; secretAccessKey: string } } {
  return {
    endpoint: endpoint.url, region,
    credentials: { accessKeyId: endpoint.env['AWS_ACCESS_KEY_ID'] ?? '', secretAccessKey: endpoint.env['AWS_SECRET_ACCESS_KEY'] ?? '' },
  };
}
