import { describe, expect, test } from 'vitest';
import { analyseNetwork } from '../../src/network/index.ts';
import { estateOf, OPEN_VPC } from './fixtures/estate.ts';

describe('an open VPC', () => {
  const insight = analyseNetwork(estateOf(OPEN_VPC));

  test('the subnet is public by the main table of its VPC', () => {
    expect(insight.subnets).toEqual([expect.objectContaining({ subnetId: 'subnet-a', kind: 'public', routeTableId: 'rtb-a' })]);
  });

  test('one row: SSH from everywhere', () => {
    expect(insight.exposures).toEqual([{
      resourceId: 'i-a', networkInterfaceId: 'eni-a', address: '198.51.100.10', privateAddress: '10.0.0.10', family: 'ipv4',
      protocol: 'tcp', fromPort: 22, toPort: 22, sources: ['0.0.0.0/0'], verdict: 'exposed', closedGates: [], via: 'direct',
    }]);
  });
});
