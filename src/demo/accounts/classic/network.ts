import type { AccountDraft } from '../account-draft.ts';
import { addDefaultNetworkAcl, addGroup, addRouteTable, addSubnet, addVpc } from '../parts/network.ts';
import type { Group } from '../parts/network.ts';

export interface ClassicNetwork {
  readonly vpc: string;
  readonly subnetA: string;
  readonly subnetB: string;
  readonly groups: Readonly<Record<'default' | 'balancer' | 'web' | 'database' | 'worker' | 'reports' | 'unused', Group>>;
}

const ANYWHERE = { cidr: '0.0.0.0/0' };

/**
 * One VPC, two public subnets in two zones: `a` with a route table of its own, `b` on the main one by default. Both lead to the
 * internet gateway; there is no private subnet.
 */
export function addNetwork(draft: AccountDraft): ClassicNetwork {
  const cidr = '10.20.0.0/16';
  const { vpc, gateway } = addVpc(draft, 'larkspur', cidr, { Owner: 'jo' });
  const subnetA = addSubnet(draft, { vpc, name: 'larkspur-public-a', cidr: '10.20.0.0/24', zone: `${draft.region}a`, zoneId: 'use1-az1', free: 243 });
  const subnetB = addSubnet(draft, { vpc, name: 'larkspur-public-b', cidr: '10.20.1.0/24', zone: `${draft.region}b`, zoneId: 'use1-az2', free: 247 });
  addRouteTable(draft, { vpc, name: 'larkspur-main', cidr, gateway, main: true, subnets: [] });
  addRouteTable(draft, { vpc, name: 'larkspur-public-a', cidr, gateway, main: false, subnets: [subnetA] });
  addDefaultNetworkAcl(draft, vpc, [subnetA, subnetB]);

  const defaultId = draft.id('sg', `${vpc}-default`);
  const fallback = addGroup(draft, vpc, 'default', 'default VPC security group', [{ protocol: '-1', groups: [defaultId] }]);
  const balancer = addGroup(draft, vpc, 'larkspur-alb', 'public HTTP', [
    { protocol: 'tcp', from: 80, cidrs: [ANYWHERE, { cidr: '::/0' }] },
  ], { Owner: 'jo' });
  const web = addGroup(draft, vpc, 'larkspur-web', 'web servers', [
    { protocol: 'tcp', from: 80, cidrs: [{ ...ANYWHERE, description: 'http' }] },
    { protocol: 'tcp', from: 22, cidrs: [{ ...ANYWHERE, description: 'TODO restrict to office' }] },
    { protocol: 'tcp', from: 3000, groups: [balancer.id] },
  ], { Owner: 'jo' });
  const worker = addGroup(draft, vpc, 'larkspur-worker', 'batch worker', [
    { protocol: 'tcp', from: 22, cidrs: [{ cidr: cidr }] },
  ]);
  const database = addGroup(draft, vpc, 'larkspur-db', 'back office and MySQL', [
    { protocol: 'tcp', from: 3306, cidrs: [{ ...ANYWHERE, description: 'temporary - reporting consultant' }] },
    { protocol: 'tcp', from: 22, cidrs: [{ cidr: '203.0.113.0/24', description: 'office' }, { cidr }] },
    { protocol: 'tcp', from: 3001, groups: [balancer.id] },
    { protocol: 'tcp', from: 6379, groups: [web.id, worker.id] },
  ]);
  const reports = addGroup(draft, vpc, 'larkspur-reports', 'reporting database', [
    { protocol: 'tcp', from: 3306, cidrs: [{ cidr }] },
  ]);
  const unused = addGroup(draft, vpc, 'larkspur-old-ftp', 'supplier uploads (2019)', [
    { protocol: 'tcp', from: 20, to: 21, cidrs: [ANYWHERE] },
  ]);
  return { vpc, subnetA, subnetB, groups: { default: fallback, balancer, web, database, worker, reports, unused } };
}
