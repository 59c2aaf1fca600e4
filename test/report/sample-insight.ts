import { ALB } from './sample-estate.ts';

const WEB1 = 'i-0a10000000000web1';
const WEB2 = 'i-0a10000000000web2';
const DB = 'i-0a100000000000db1';
const BATCH = 'i-0a1000000000batch';

export function sampleInsight() {
  const open = (resourceId: string, address: string, fromPort: number, extra: object = {}) => ({
    resourceId, address, family: 'ipv4', protocol: 'tcp', fromPort, toPort: fromPort, sources: ['0.0.0.0/0'], verdict: 'exposed', closedGates: [], via: 'direct', ...extra,
  });
  return {
    subnets: [
      { subnetId: 'subnet-0pub1a', kind: 'public', routeTableId: 'rtb-0pub', reason: 'rtb-0pub sends 0.0.0.0/0 to igw-0shop' },
      { subnetId: 'subnet-0pub1b', kind: 'public', routeTableId: 'rtb-0pub', reason: 'rtb-0pub sends 0.0.0.0/0 to igw-0shop' },
      { subnetId: 'subnet-0prv1a', kind: 'isolated', routeTableId: 'rtb-0iso', reason: 'rtb-0iso has only the local route' },
      { subnetId: 'subnet-0prv1b', kind: 'private', routeTableId: 'rtb-0prv', reason: 'rtb-0prv sends 0.0.0.0/0 to nat-0shop' },
    ],
    exposures: [
      open(WEB1, '203.0.113.10', 22, { privateAddress: '10.0.1.10' }), open(WEB2, '203.0.113.11', 22, { privateAddress: '10.0.2.10' }),
      open(ALB, '203.0.113.50', 80), open(WEB1, '203.0.113.50', 80, { via: ALB }), open(WEB2, '203.0.113.50', 80, { via: ALB }),
      open(DB, '203.0.113.20', 3306, { sources: ['198.51.100.0/24'], verdict: 'exposed-restricted' }),
      open(DB, '203.0.113.20', 3307, { toPort: 3310, verdict: 'latent', closedGates: ['acl'] }),
      open(BATCH, '10.0.12.30', 8080, { verdict: 'not-exposed', closedGates: ['address', 'route'], sources: [] }),
      open(WEB1, '203.0.113.10', 8080, { verdict: 'unknown', missing: ['prefix list pl-0a1b'], sources: [] }),
    ],
    indirectPaths: [{ kind: 'cloudfront-vpc-origin', checked: true }, { kind: 'global-accelerator', checked: false, reason: 'globalaccelerator:ListAccelerators was not called' }],
    components: [
      { resourceId: WEB1, component: 'nginx', version: '1.18', ports: [80], source: 'package', confidence: 0.95, evidence: [{ text: 'amazon-linux-extras install nginx1', line: 3 }] },
      { resourceId: WEB1, component: 'nodejs', version: '16', ports: [8080], source: 'download', confidence: 0.95, evidence: [{ text: 'setup_16.x', line: 6 }] },
      { resourceId: WEB2, component: 'nginx', version: '1.18', ports: [80], source: 'package', confidence: 0.95, evidence: [{ text: 'amazon-linux-extras install nginx1', line: 3 }] },
      { resourceId: DB, component: 'mysql', version: '5.7', ports: [3306], source: 'package', confidence: 0.9, evidence: [{ text: 'yum install mysql-community-server-5.7', line: 4 }] },
    ],
    boot: [{
      resourceId: WEB1, format: 'shell', heavy: true, reasons: ['compiles from source (line 9)', '14 packages installed at boot'], ports: [8080],
      endpoints: [{ host: '10.0.1.20', port: 3306, kind: 'mysql', line: 12 }], scheduledJobs: [{ schedule: '0 2 * * *', command: '/opt/shop/bin/cleanup', line: 20 }], secrets: [{ kind: 'password-assignment', line: 13 }],
      state: [{ kind: 'uploads', evidence: [{ text: 'writes to /var/www/uploads', line: 15 }] }],
    }],
    workloads: [
      { id: 'shop-web', name: 'shop-web', role: 'web', instanceIds: [WEB1, WEB2], groupedBy: 'target-group', confidence: 0.9, state: [{ kind: 'uploads', resourceId: WEB1, evidence: [{ text: 'writes to /var/www/uploads', line: 15 }] }], seams: [{ kind: 'path', description: '/api/* is a separate upstream in nginx', evidence: [{ text: 'location /api/' }], confidence: 0.6 }] },
      { id: 'shop-db', name: 'shop-db', role: 'database', instanceIds: [DB], groupedBy: 'user-data', confidence: 0.9, state: [{ kind: 'database', resourceId: DB, evidence: [{ text: 'MySQL data on the root volume' }] }], seams: [] },
      { id: 'nightly-batch', name: 'nightly-batch', role: 'batch', instanceIds: [BATCH], groupedBy: 'instance', confidence: 0.4, state: [], seams: [] },
    ],
    dependencies: [
      { from: 'shop-web', to: 'shop-db', protocol: 'tcp', port: 3306, basis: 'configured', confidence: 0.9 },
      { from: 'nightly-batch', to: 'reports-db', protocol: 'tcp', port: 5432, basis: 'observed', bytes: 48_318_382_080, packets: 36_000_000, firstSeen: '2026-11-06T02:00:00Z', lastSeen: '2026-11-20T02:20:00Z', confidence: 1 },
      { from: 'nightly-batch', to: 'shop-db', protocol: 'tcp', port: 3306, basis: 'permitted', confidence: 0.3 },
    ],
    bottlenecks: [{ resourceId: DB, dimension: 'EBS throughput', evidence: [{ text: 'burst balance fell to 4 % on 9 of 14 days', basis: 'metric' }], confidence: 0.8 }],
  };
}
