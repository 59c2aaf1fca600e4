/**
 * Every AWS service that Monolens may call, under its AWS CLI name. A client module exports its client and the commands that
 * are called, all of them read-only, and is loaded on first use: EC2 alone takes 0.3 s.
 */
export const SERVICES = {
  account: { load: () => import('./clients/account.ts'), home: true },
  acm: { load: () => import('./clients/acm.ts') },
  autoscaling: { load: () => import('./clients/autoscaling.ts') },
  backup: { load: () => import('./clients/backup.ts') },
  ce: { load: () => import('./clients/ce.ts'), home: true, absent: ['aws-us-gov'] },
  cloudfront: { load: () => import('./clients/cloudfront.ts'), home: true, absent: ['aws-us-gov'] },
  cloudtrail: { load: () => import('./clients/cloudtrail.ts') },
  cloudwatch: { load: () => import('./clients/cloudwatch.ts') },
  configservice: { load: () => import('./clients/configservice.ts') },
  ec2: { load: () => import('./clients/ec2.ts') },
  efs: { load: () => import('./clients/efs.ts') },
  elasticache: { load: () => import('./clients/elasticache.ts') },
  elb: { load: () => import('./clients/elb.ts') },
  elbv2: { load: () => import('./clients/elbv2.ts') },
  globalaccelerator: { load: () => import('./clients/globalaccelerator.ts'), home: 'us-west-2', absent: ['aws-cn', 'aws-us-gov'] },
  guardduty: { load: () => import('./clients/guardduty.ts') },
  iam: { load: () => import('./clients/iam.ts'), home: true },
  pricing: { load: () => import('./clients/pricing.ts'), home: true, absent: ['aws-us-gov'] },
  rds: { load: () => import('./clients/rds.ts') },
  route53: { load: () => import('./clients/route53.ts'), home: true },
  ssm: { load: () => import('./clients/ssm.ts') },
  sts: { load: () => import('./clients/sts.ts') },
  wafv2: { load: () => import('./clients/wafv2.ts') },
} as const satisfies Record<string, ServiceDefinition>;

interface ServiceDefinition {
  readonly load: () => Promise<object>;
  /** One endpoint for the partition: `true` for the partition's home region, or the region that holds it. */
  readonly home?: true | string;
  /** Partitions without the service (botocore partitions.json and endpoints.json). */
  readonly absent?: readonly string[];
}

export type ServiceId = keyof typeof SERVICES;

export function serviceOf(id: ServiceId): ServiceDefinition {
  return SERVICES[id];
}
