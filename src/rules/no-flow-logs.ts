import type { ResourceOf } from '../model/index.ts';
import { cis, securityHub, wellArchitected } from './controls.ts';
import { defineRule, fail, notApplicable, pass, undecided } from './rule.ts';

/** What a dependency map needs beyond the default format: the real peers behind NAT and balancers, and which way the traffic went. */
const FIELDS: readonly string[] = ['pkt-srcaddr', 'pkt-dstaddr', 'flow-direction', 'traffic-path'];
const FORMAT = '${version} ${interface-id} ${srcaddr} ${dstaddr} ${srcport} ${dstport} ${protocol} ${packets} ${bytes} ${start} ${end} ${action} ${log-status} ${tcp-flags} ${pkt-srcaddr} ${pkt-dstaddr} ${flow-direction} ${traffic-path}';

/** Nobody records who talks to whom in the VPC. */
export const noFlowLogs = defineRule({
  id: 'no-flow-logs',
  code: 'G01',
  title: 'Flow logs record the accepted traffic of every VPC in use',
  severity: 'high',
  subject: 'vpc',
  needs: ['flowLog'],
  wants: ['subnet', 'networkInterface'],
  controls: [...securityHub('EC2.6'), ...cis('4.7'), ...wellArchitected('SEC04-BP01')],
  why: 'What depends on what can be observed only in accepted traffic, over two to four weeks: a log that starts today is of use in a month. One of rejected traffic satisfies the control and shows no dependency.',
  remediation: {
    summary: 'Start a flow log of all traffic with the peer and direction fields, to S3.',
    command: `aws ec2 create-flow-logs --resource-type VPC --resource-ids <vpc-id> --traffic-type ALL --log-destination-type s3 --log-destination <bucket-arn> --log-format '${FORMAT}'`,
    cost: 'About USD 0.25 per GB delivered to S3 and the storage; an hour.',
    interrupts: 'no',
  },
  phase: 'stabilise',
  sources: [
    'https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-6',
    'https://docs.aws.amazon.com/vpc/latest/userguide/flow-log-records.html',
  ],
  judge(vpc, context) {
    const used = context.where('networkInterface', 'vpc', ({ VpcId }) => [VpcId], vpc.id).length > 0;
    if (!used && context.completeness('networkInterface').state === 'complete') return notApplicable('the VPC holds no network interfaces');
    const whole = logsOf(vpc.id);
    const subnets = context.where('subnet', 'vpc', ({ VpcId }) => [VpcId], vpc.id);
    const perSubnet = subnets.map(({ id }) => logsOf(id));
    const covered = context.completeness('subnet').state === 'complete' && subnets.length > 0 && perSubnet.every((logs) => logs.some(isUseful));

    if (whole.some((log) => isUseful(log) && missingFields(log).length === 0)) return pass();
    if (covered && perSubnet.every((logs) => logs.some((log) => isUseful(log) && missingFields(log).length === 0))) return pass({ text: 'every subnet has a flow log of its own', basis: 'configuration' });
    const [useful] = whole.filter(isUseful);
    const accepted = useful ?? (covered ? perSubnet.flat().find((log) => isUseful(log) && missingFields(log).length > 0) : undefined);
    if (accepted) {
      const text = `flow log ${accepted.FlowLogId} records accepted traffic without ${missingFields(accepted).join(', ')}: peers behind NAT and balancers stay hidden`;
      return { ...fail({ text, basis: 'configuration', resourceId: accepted.FlowLogId }), severity: 'medium' };
    }
    const logged = perSubnet.filter((logs) => logs.some(isUseful)).length;
    const some = logged > 0 ? [{ text: `${logged} of ${subnets.length} subnets have one of their own`, basis: 'configuration' as const }] : [];
    const [other] = [...whole, ...perSubnet.flat()].filter((log) => !isUseful(log));
    if (!other && context.completeness('subnet').state !== 'complete') return undecided('the VPC has no flow log of its own, and its subnets are not all known');
    const none = other
      ? { text: `flow log ${other.FlowLogId} is ${other.FlowLogStatus ?? 'in an unknown state'} and records ${other.TrafficType ?? 'unknown'} traffic`, basis: 'configuration' as const, resourceId: other.FlowLogId }
      : { text: 'no flow log records its traffic', basis: 'configuration' as const };
    return { ...fail(none, ...some), fromAbsence: true };

    function logsOf(id: string): readonly ResourceOf<'flowLog'>[] {
      return context.where('flowLog', 'resource', ({ ResourceId }) => [ResourceId], id);
    }
  },
});

function isUseful({ FlowLogStatus, TrafficType, DeliverLogsStatus }: ResourceOf<'flowLog'>): boolean {
  return FlowLogStatus === 'ACTIVE' && DeliverLogsStatus !== 'FAILED' && (TrafficType === 'ALL' || TrafficType === 'ACCEPT');
}

function missingFields({ LogFormat }: ResourceOf<'flowLog'>): readonly string[] {
  return FIELDS.filter((field) => LogFormat?.includes(`\${${field}}`) !== true);
}
