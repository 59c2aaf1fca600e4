import { acm } from './acm.ts';
import { autoscaling } from './autoscaling.ts';
import { backup } from './backup.ts';
import { cloudfront } from './cloudfront.ts';
import { cloudtrail } from './cloudtrail.ts';
import { cloudwatch } from './cloudwatch.ts';
import { config } from './config.ts';
import { ec2 } from './ec2.ts';
import { efs } from './efs.ts';
import { elasticache } from './elasticache.ts';
import { elb } from './elb.ts';
import { elbv2 } from './elbv2.ts';
import { globalaccelerator } from './globalaccelerator.ts';
import { guardduty } from './guardduty.ts';
import { iam } from './iam.ts';
import type { Listing } from './listing.ts';
import { rds } from './rds.ts';
import { route53 } from './route53.ts';
import { ssm } from './ssm.ts';
import { wafv2 } from './wafv2.ts';

/** Every collector, by file name. A new service is one file here and one client module in `aws/clients`. */
export const COLLECTORS = {
  acm, autoscaling, backup, cloudfront, cloudtrail, cloudwatch, config, ec2, efs, elasticache, elb, elbv2, globalaccelerator, guardduty, iam, rds, route53, ssm, wafv2,
} as const satisfies Record<string, readonly Listing[]>;

/** Every question that a collection asks. */
export function listings(options: { readonly userData: boolean }): readonly Listing[] {
  return Object.values(COLLECTORS).flat().filter((spec) => options.userData || spec.onlyWithUserData !== true);
}
