import { vpcBlockPublicAccessOff } from '../../src/rules/vpc-block-public-access-off.ts';
import { truthTable, type Literals } from './case.ts';

const mode = (InternetGatewayBlockMode?: string, ...exclusions: string[]): Literals => ({
  vpcBlockPublicAccessOptions: [{ id: 'eu-west-1', InternetGatewayBlockMode }],
  vpcBlockPublicAccessExclusion: exclusions.map((State, i) => ({ id: `vpcbpa-exclude-${i}`, State })),
});

truthTable(vpcBlockPublicAccessOff, undefined, [
  ['off', mode('off'), 'fail info'],
  ['on, with an exclusion', mode('block-ingress', 'create-complete'), 'fail info', { says: 'is excluded' }],
  ['on, with an exclusion that is gone', mode('block-ingress', 'delete-complete'), 'pass'],
  ['on, inbound', mode('block-ingress'), 'pass'],
  ['on, both ways', mode('block-bidirectional'), 'pass'],
  ['not stated', mode(), 'unknown'],
  ['denied', mode('off'), 'unknown', { denied: ['vpcBlockPublicAccessOptions'], says: 'ec2:DescribeVpcBlockPublicAccessOptions' }],
]);
