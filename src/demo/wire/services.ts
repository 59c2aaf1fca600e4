import type { ProtocolName } from './protocol.ts';

export interface Service {
  readonly protocol: ProtocolName;
  /** The service in the credential scope of a signature. */
  readonly signingName: string;
  /** Query services: `Version`, which tells the two generations of load balancing apart. */
  readonly version?: string;
  readonly xmlNamespace?: string;
  /** The prefix of its IAM actions. */
  readonly iam: string;
  /** Answers are the same from every region; the account's data lie under us-east-1. */
  readonly global?: true;
  /**
   * Imports the schemas of the operations that it answers: only on the first request, because EC2's client takes 0.3 s, and by name,
   * so that a bundle holds no others.
   */
  load(): Promise<object>;
}

/** The services that the endpoint answers for, by their AWS CLI names, with the protocol that today's SDK client speaks. */
export const SERVICES = {
  account: { protocol: 'rest-json', signingName: 'account', iam: 'account', global: true, load: () => import('./schemas/account.ts') },
  acm: { protocol: 'json-1.1', signingName: 'acm', iam: 'acm', load: () => import('./schemas/acm.ts') },
  athena: { protocol: 'json-1.1', signingName: 'athena', iam: 'athena', load: () => import('./schemas/athena.ts') },
  autoscaling: {
    protocol: 'query', signingName: 'autoscaling', version: '2011-01-01', iam: 'autoscaling',
    xmlNamespace: 'http://autoscaling.amazonaws.com/doc/2011-01-01/', load: () => import('./schemas/autoscaling.ts'),
  },
  backup: { protocol: 'rest-json', signingName: 'backup', iam: 'backup', load: () => import('./schemas/backup.ts') },
  ce: { protocol: 'json-1.1', signingName: 'ce', iam: 'ce', global: true, load: () => import('./schemas/ce.ts') },
  cloudfront: {
    protocol: 'rest-xml', signingName: 'cloudfront', iam: 'cloudfront', global: true,
    xmlNamespace: 'http://cloudfront.amazonaws.com/doc/2020-05-31/', load: () => import('./schemas/cloudfront.ts'),
  },
  cloudtrail: { protocol: 'json-1.1', signingName: 'cloudtrail', iam: 'cloudtrail', load: () => import('./schemas/cloudtrail.ts') },
  cloudwatch: { protocol: 'json-1.0', signingName: 'monitoring', iam: 'cloudwatch', load: () => import('./schemas/cloudwatch.ts') },
  configservice: { protocol: 'json-1.1', signingName: 'config', iam: 'config', load: () => import('./schemas/configservice.ts') },
  dlm: { protocol: 'rest-json', signingName: 'dlm', iam: 'dlm', load: () => import('./schemas/dlm.ts') },
  ec2: {
    protocol: 'ec2', signingName: 'ec2', version: '2016-11-15', iam: 'ec2',
    xmlNamespace: 'http://ec2.amazonaws.com/doc/2016-11-15/', load: () => import('./schemas/ec2.ts'),
  },
  efs: { protocol: 'rest-json', signingName: 'elasticfilesystem', iam: 'elasticfilesystem', load: () => import('./schemas/efs.ts') },
  elasticache: {
    protocol: 'query', signingName: 'elasticache', version: '2015-02-02', iam: 'elasticache',
    xmlNamespace: 'http://elasticache.amazonaws.com/doc/2015-02-02/', load: () => import('./schemas/elasticache.ts'),
  },
  elb: {
    protocol: 'query', signingName: 'elasticloadbalancing', version: '2012-06-01', iam: 'elasticloadbalancing',
    xmlNamespace: 'http://elasticloadbalancing.amazonaws.com/doc/2012-06-01/', load: () => import('./schemas/elb.ts'),
  },
  elbv2: {
    protocol: 'query', signingName: 'elasticloadbalancing', version: '2015-12-01', iam: 'elasticloadbalancing',
    xmlNamespace: 'http://elasticloadbalancing.amazonaws.com/doc/2015-12-01/', load: () => import('./schemas/elbv2.ts'),
  },
  globalaccelerator: {
    protocol: 'json-1.1', signingName: 'globalaccelerator', iam: 'globalaccelerator', global: true,
    load: () => import('./schemas/globalaccelerator.ts'),
  },
  guardduty: { protocol: 'rest-json', signingName: 'guardduty', iam: 'guardduty', load: () => import('./schemas/guardduty.ts') },
  iam: {
    protocol: 'query', signingName: 'iam', version: '2010-05-08', iam: 'iam', global: true,
    xmlNamespace: 'https://iam.amazonaws.com/doc/2010-05-08/', load: () => import('./schemas/iam.ts'),
  },
  pricing: { protocol: 'json-1.1', signingName: 'pricing', iam: 'pricing', global: true, load: () => import('./schemas/pricing.ts') },
  rds: {
    protocol: 'query', signingName: 'rds', version: '2014-10-31', iam: 'rds',
    xmlNamespace: 'http://rds.amazonaws.com/doc/2014-10-31/', load: () => import('./schemas/rds.ts'),
  },
  route53: {
    protocol: 'rest-xml', signingName: 'route53', iam: 'route53', global: true,
    xmlNamespace: 'https://route53.amazonaws.com/doc/2013-04-01/', load: () => import('./schemas/route53.ts'),
  },
  ssm: { protocol: 'json-1.1', signingName: 'ssm', iam: 'ssm', load: () => import('./schemas/ssm.ts') },
  sts: {
    protocol: 'query', signingName: 'sts', version: '2011-06-15', iam: 'sts', global: true,
    xmlNamespace: 'https://sts.amazonaws.com/doc/2011-06-15/', load: () => import('./schemas/sts.ts'),
  },
  wafv2: { protocol: 'json-1.1', signingName: 'wafv2', iam: 'wafv2', load: () => import('./schemas/wafv2.ts') },
} as const satisfies Record<string, Service>;

export type ServiceName = keyof typeof SERVICES;

export const SERVICE_NAMES = Object.keys(SERVICES) as readonly ServiceName[];

/** A service by its name, without the narrow type of its own row. */
export function serviceOf(name: ServiceName): Service {
  return SERVICES[name];
}

/** The service that a signature is for. The Query `Version` decides where two share a signing name. */
export function serviceBySignature(signingName: string, version: string | undefined): ServiceName | undefined {
  const named = SERVICE_NAMES.filter((name) => SERVICES[name].signingName === signingName);
  return named.find((name) => version !== undefined && serviceOf(name).version === version) ?? named[0];
}
