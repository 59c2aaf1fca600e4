import { noFlowLogs } from '../../src/rules/no-flow-logs.ts';
import { truthTable } from './truth-table.ts';

const RICH = '${srcaddr} ${dstaddr} ${pkt-srcaddr} ${pkt-dstaddr} ${flow-direction} ${traffic-path}';
const DEFAULT = '${version} ${account-id} ${interface-id} ${srcaddr} ${dstaddr}';
const used = { vpc: [{ id: 'vpc-1', VpcId: 'vpc-1' }], networkInterface: [{ id: 'eni-1', NetworkInterfaceId: 'eni-1', VpcId: 'vpc-1' }], subnet: ['subnet-1', 'subnet-2'].map((id) => ({ id, SubnetId: id, VpcId: 'vpc-1' })) };
const log = (ResourceId: string, more = {}) => ({ id: `fl-${ResourceId}`, FlowLogId: `fl-${ResourceId}`, ResourceId, FlowLogStatus: 'ACTIVE', TrafficType: 'ALL', LogFormat: RICH, ...more });

truthTable(noFlowLogs, 'vpc-1', [
  ['all traffic, with the peers', 'pass', { ...used, flowLog: [log('vpc-1')] }],
  ['accepted traffic, with the peers', 'pass', { ...used, flowLog: [log('vpc-1', { TrafficType: 'ACCEPT' })] }],
  ['a log on every subnet', 'pass', { ...used, flowLog: [log('subnet-1'), log('subnet-2')] }],
  ['a log on one of two subnets', 'fail high', { ...used, flowLog: [log('subnet-1')] }, { says: /1 of 2 subnets/ }],
  ['the default format', 'fail medium', { ...used, flowLog: [log('vpc-1', { LogFormat: DEFAULT })] }, { says: /without pkt-srcaddr, pkt-dstaddr, flow-direction, traffic-path/ }],
  ['the default format on every subnet', 'fail medium', { ...used, flowLog: [log('subnet-1', { LogFormat: DEFAULT }), log('subnet-2', { LogFormat: DEFAULT })] }],
  ['the default format on one of two subnets', 'fail medium', { ...used, flowLog: [log('subnet-1', { LogFormat: DEFAULT }), log('subnet-2')] }, { says: /fl-subnet-1/ }],
  ['a VPC without subnets', 'fail high', { ...used, subnet: [], flowLog: [] }],
  ['a log on every subnet that arrived', 'unknown', { ...used, flowLog: [log('subnet-1'), log('subnet-2')] }, { partial: ['subnet'] }],
  ['rejected traffic only', 'fail high', { ...used, flowLog: [log('vpc-1', { TrafficType: 'REJECT' })] }, { says: /records REJECT traffic/ }],
  ['delivery fails', 'fail high', { ...used, flowLog: [log('vpc-1', { DeliverLogsStatus: 'FAILED' })] }],
  ['none', 'fail high', { ...used, flowLog: [] }],
  ['none among those that arrived', 'unknown', { ...used, flowLog: [] }, { partial: ['flowLog'] }],
  ['none on the VPC, subnets denied', 'unknown', { ...used, subnet: [], flowLog: [] }, { denied: ['subnet'] }],
  ['denied', 'unknown', used, { denied: ['flowLog'], says: /ec2:DescribeFlowLogs was denied/ }],
  ['an empty VPC', 'not-applicable', { vpc: used.vpc }],
  ['a VPC whose interfaces nobody may list', 'fail high', { ...used, networkInterface: [], flowLog: [] }, { denied: ['networkInterface'] }],
]);
