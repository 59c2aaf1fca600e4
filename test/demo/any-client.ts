import type { ServiceName } from '../../src/demo/wire/services.ts';
import type { Endpoint } from '../../src/demo/index.ts';
import { configOf } from './client-config.ts';

const CLIENTS: Readonly<Record<ServiceName, () => Promise<object>>> = {
  account: () => import('@aws-sdk/client-account'),
  acm: () => import('@aws-sdk/client-acm'),
  athena: () => import('@aws-sdk/client-athena'),
  autoscaling: () => import('@aws-sdk/client-auto-scaling'),
  backup: () => import('@aws-sdk/client-backup'),
  ce: () => import('@aws-sdk/client-cost-explorer'),
  cloudfront: () => import('@aws-sdk/client-cloudfront'),
  cloudtrail: () => import('@aws-sdk/client-cloudtrail'),
  cloudwatch: () => import('@aws-sdk/client-cloudwatch'),
  configservice: () => import('@aws-sdk/client-config-service'),
  dlm: () => import('@aws-sdk/client-dlm'),
  ec2: () => import('@aws-sdk/client-ec2'),
  efs: () => import('@aws-sdk/client-efs'),
  elasticache: () => import('@aws-sdk/client-elasticache'),
  elb: () => import('@aws-sdk/client-elastic-load-balancing'),
  elbv2: () => import('@aws-sdk/client-elastic-load-balancing-v2'),
  globalaccelerator: () => import('@aws-sdk/client-global-accelerator'),
  guardduty: () => import('@aws-sdk/client-guardduty'),
  iam: () => import('@aws-sdk/client-iam'),
  pricing: () => import('@aws-sdk/client-pricing'),
  rds: () => import('@aws-sdk/client-rds'),
  route53: () => import('@aws-sdk/client-route-53'),
  ssm: () => import('@aws-sdk/client-ssm'),
  sts: () => import('@aws-sdk/client-sts'),
  wafv2: () => import('@aws-sdk/client-wafv2'),
};

interface Sender { send(command: object): Promise<Readonly<Record<string, unknown>>> }
type Constructor<T> = new (input: object) => T;

/** Sends any operation by the real client of its service; what the client made of the answer, without its metadata. */
export async function send(endpoint: Endpoint, service: ServiceName, operation: string, input: object = {}, region?: string): Promise<Readonly<Record<string, unknown>>> {
  // The clients have no common index type; their exports are found by name, as users of the SDK name them.
  const module = await CLIENTS[service]() as Readonly<Record<string, unknown>>;
  const clientName = Object.keys(module).find((name) => /^(?!__)\w+Client$/.test(name) && name !== '__Client');
  const Client = module[clientName ?? ''] as Constructor<Sender>;
  const Command = module[`${operation}Command`] as Constructor<object>;
  const { $metadata: _, ...output } = await new Client(configOf(endpoint, region)).send(new Command(input));
  return output;
}

/** The error that an operation ends with. */
export async function failure(...call: Parameters<typeof send>): Promise<{ name: string; message: string; status: number | undefined }> {
  try {
    await send(...call);
  } catch (error) {
    if (error instanceof Error) {
      const metadata = '$metadata' in error ? error.$metadata as { httpStatusCode?: number } : {};
      return { name: error.name, message: error.message, status: metadata.httpStatusCode };
    }
    throw error;
  }
  throw new Error('it did not fail');
}
