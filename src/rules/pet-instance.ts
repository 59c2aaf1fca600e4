import type { Evidence } from '../model/index.ts';
import { twelveFactor, wellArchitected } from './controls.ts';
import { describePath, entryPathsGap, entryPathsOf } from './facts/entry-path.ts';
import { isProduction } from './facts/environment.ts';
import { managerOf } from './facts/fleet.ts';
import { isOff, NOT_RUNNING } from './facts/instance-life.ts';
import { describeExposure, reachedFromInternet } from './facts/internet-reach.ts';
import { elasticAddressesOf } from './facts/public-addresses.ts';
import { defineRule, fail, notApplicable, pass, undecided } from './rule.ts';

/** An instance on the way of the users that nothing would replace. */
export const petInstance = defineRule({
  id: 'pet-instance',
  code: 'M01',
  title: 'Every instance on the entry path is replaced by itself when it fails',
  severity: 'high',
  subject: 'instance',
  needs: [],
  wants: ['targetHealth', 'classicLoadBalancer', 'address', 'autoScalingGroup'],
  controls: [...wellArchitected('REL07-BP01', 'REL11-BP03'), ...twelveFactor('IX Disposability')],
  why: 'Nobody has shown that this machine can be replaced. Until that is shown, every later step of a migration is a step without a way back.',
  remediation: {
    summary: 'Build an image and a launch template, start a second instance from them beside the first, then let an Auto Scaling group of two keep them.',
    command: 'aws autoscaling create-auto-scaling-group --auto-scaling-group-name <name> --launch-template LaunchTemplateId=<launch-template-id>,Version=<version> --min-size 2 --max-size 4 --vpc-zone-identifier <subnet-ids> --target-group-arns <target-group-arn> --health-check-type ELB --health-check-grace-period <seconds>',
    cost: 'No charge for the group, a second instance where there was one; three to ten days, most of it for what the machine holds by hand.',
    interrupts: 'brief',
  },
  phase: 'stabilise',
  sources: [
    'https://docs.aws.amazon.com/wellarchitected/latest/framework/rel_adapt_to_changes_autoscale_adapt.html',
    'https://docs.aws.amazon.com/wellarchitected/latest/framework/rel_withstand_component_failures_auto_healing_system.html',
    'https://12factor.net/disposability',
  ],
  judge(instance, context) {
    if (isOff(instance)) return NOT_RUNNING;
    const manager = managerOf(instance);
    if (manager !== undefined) return pass({ text: `belongs to ${manager}`, basis: 'configuration' });
    const [group] = context.where('autoScalingGroup', 'member', ({ Instances }) => (Instances ?? []).map(({ InstanceId }) => InstanceId), instance.id);
    if (group) return pass({ text: `belongs to Auto Scaling group ${group.AutoScalingGroupName}`, basis: 'configuration' });

    const entries: Evidence[] = entryPathsOf(instance, context).map((path) => ({ text: describePath(path), basis: 'configuration' }));
    for (const { PublicIp, id } of elasticAddressesOf(instance, context)) entries.push({ text: `holds the Elastic IP address ${PublicIp ?? id}`, basis: 'configuration' });
    const reached = reachedFromInternet(context.insight.exposuresOf(instance.id).filter(({ via }) => via === 'direct'));
    if (reached) entries.push({ text: `the internet reaches it: ${describeExposure(reached)}`, basis: 'configuration' });
    if (entries.length === 0) {
      const addresses = context.completeness('address');
      const gap = entryPathsGap(context) ?? (addresses.state === 'complete' ? undefined : addresses.reason);
      return gap === undefined
        ? notApplicable('neither a load balancer nor the internet sends traffic to it')
        : undecided(`no tag names an Auto Scaling group or another manager, and whether it is on the entry path is not known: ${gap}`);
    }
    const alone = fail({ text: 'no Auto Scaling group and no orchestrator would replace it', basis: 'configuration' }, ...entries);
    return isProduction(instance.tags) === false ? { ...alone, severity: 'medium' } : alone;
  },
});
