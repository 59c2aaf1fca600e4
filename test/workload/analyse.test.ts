import { assert, array, constantFrom, property, tuple } from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Dependency } from '../../src/model/index.ts';
import { Insight } from '../../src/model/index.ts';
import { analyseWorkloads, moveGroups } from '../../src/workload/index.ts';
import { estateOf, group, instance, userData } from './estate.ts';

const NOWHERE = { exposures: [], subnets: [] };
const TG = 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/1';
const TG2 = 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/admin/2';
const LB = 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/shop/1';
const DB = 'arn:aws:rds:eu-west-1:111122223333:db:shop';

const SHOP = `#!/bin/bash
apt-get install -y nginx php8.1-fpm redis-server
echo "DB_HOST=shop.c1abcdefgh.eu-west-1.rds.amazonaws.com" >> /etc/shop.env
curl -X POST https://api.payments.example.com/v1/ping
aws s3 cp s3://shop-uploads/config.json /etc/shop.json
echo "*/5 * * * * root /opt/sync.sh" > /etc/cron.d/sync
`;

const shop = estateOf({
  instance: [
    instance('i-web1', { PrivateIpAddress: '10.0.1.10', SecurityGroups: [{ GroupId: 'sg-web', GroupName: 'web' }], tags: { 'aws:autoscaling:groupName': 'shop-web' } }),
    instance('i-web2', { PrivateIpAddress: '10.0.1.11', SecurityGroups: [{ GroupId: 'sg-web', GroupName: 'web' }], tags: { 'aws:autoscaling:groupName': 'shop-web' } }),
    instance('i-admin', { PrivateIpAddress: '10.0.1.20', SecurityGroups: [{ GroupId: 'sg-web', GroupName: 'web' }] }),
    instance('i-batch1', { PrivateIpAddress: '10.0.2.10' }),
    instance('i-batch2', { PrivateIpAddress: '10.0.2.11' }),
    instance('i-crm1', { tags: { Name: 'crm-1' } }),
    instance('i-crm2', { tags: { Name: 'crm-2' } }),
    instance('i-same1', { SecurityGroups: [{ GroupId: 'sg-x', GroupName: 'x' }] }),
    instance('i-same2', { SecurityGroups: [{ GroupId: 'sg-x', GroupName: 'x' }] }),
    instance('i-lone'),
    instance('i-gone', { State: { Name: 'terminated' }, tags: { 'aws:autoscaling:groupName': 'shop-web' } }),
  ],
  userData: [
    userData('i-web1', SHOP), userData('i-web2', SHOP), userData('i-admin', SHOP),
    userData('i-batch1', '#!/bin/bash\npip3 install celery\ncelery -A shop worker\necho "http://10.0.1.20:8080/jobs"\n'),
    userData('i-batch2', '#!/bin/bash\npip3 install celery\ncelery -A shop worker\necho "http://10.0.1.20:8080/jobs"\n'),
  ],
  securityGroup: [group('sg-lb'), group('sg-web', [{ group: 'sg-lb', port: 80 }, { cidr: '10.0.2.10/32', port: 8080 }]), group('sg-db', [{ group: 'sg-web', port: 3306 }])],
  loadBalancer: [{ id: LB, arn: LB, LoadBalancerArn: LB, LoadBalancerName: 'shop', DNSName: 'shop-1.eu-west-1.elb.amazonaws.com', SecurityGroups: ['sg-lb'] }],
  targetGroup: [
    { id: TG, TargetGroupArn: TG, TargetGroupName: 'web', Port: 80, Protocol: 'HTTP', VpcId: 'vpc-1', LoadBalancerArns: [LB] },
    { id: TG2, TargetGroupArn: TG2, TargetGroupName: 'admin', Port: 8080, Protocol: 'HTTP', VpcId: 'vpc-1', LoadBalancerArns: [LB] },
  ],
  targetHealth: [
    { id: TG, TargetHealthDescriptions: [{ Target: { Id: 'i-web1', Port: 80 } }, { Target: { Id: 'i-web2', Port: 80 } }, { Target: { Id: 'i-gone', Port: 80 } }] },
    { id: TG2, TargetHealthDescriptions: [{ Target: { Id: 'i-web1', Port: 8080 } }, { Target: { Id: '10.0.1.20', Port: 8080 } }] },
  ],
  targetGroupAttributes: [{ id: TG, Attributes: { 'stickiness.enabled': 'true', 'stickiness.type': 'lb_cookie' } }],
  listenerRule: [{ id: 'r1', RuleArn: 'r1', ListenerArn: 'l1', Priority: '10', Conditions: [{ Field: 'path-pattern', PathPatternConfig: { Values: ['/admin/*'] } }], Actions: [{ Type: 'forward', TargetGroupArn: TG2 }] }],
  dbInstance: [{ id: 'shop', arn: DB, DBInstanceIdentifier: 'shop', Engine: 'mysql', Endpoint: { Address: 'shop.c1abcdefgh.eu-west-1.rds.amazonaws.com', Port: 3306 }, VpcSecurityGroups: [{ VpcSecurityGroupId: 'sg-db' }] }],
});

describe('grouping', () => {
  const { workloads } = analyseWorkloads(shop, NOWHERE);
  test.each([
    ['auto-scaling-group/shop-web', 'auto-scaling-group', ['i-web1', 'i-web2']],
    ['target-group/admin', 'target-group', ['i-admin']],
    ['tags/crm', 'tags', ['i-crm1', 'i-crm2']],
    ['security-groups/x', 'security-groups', ['i-same1', 'i-same2']],
    ['i-lone', 'instance', ['i-lone']],
  ])('%s', (id, groupedBy, instanceIds) => {
    expect(workloads.find((workload) => workload.id === id)).toMatchObject({ groupedBy, instanceIds });
  });

  test('equal scripts make a workload', () => {
    expect(workloads.find((workload) => workload.instanceIds.includes('i-batch1'))).toMatchObject({ groupedBy: 'user-data', role: 'batch', instanceIds: ['i-batch1', 'i-batch2'] });
  });

  test('every living instance is in exactly one workload', () => {
    const all = workloads.flatMap((workload) => workload.instanceIds).sort();
    expect(all).toEqual(['i-admin', 'i-batch1', 'i-batch2', 'i-crm1', 'i-crm2', 'i-lone', 'i-same1', 'i-same2', 'i-web1', 'i-web2']);
  });

  test('role, state and seams of the monolith', () => {
    const web = workloads.find((workload) => workload.id === 'auto-scaling-group/shop-web');
    expect(web?.role).toBe('web');
    expect(web?.state.map((fact) => fact.kind)).toEqual(['cron', 'hard-coded-address', 'sessions']);
    expect(web?.seams.map((seam) => seam.kind)).toEqual(['path-rule', 'target-groups', 'ports', 'components', 'scheduled-jobs']);
  });

  test('what could not be asked lowers confidence', () => {
    const blind = analyseWorkloads({ ...shop, coverage: shop.coverage.map((entry) => (entry.operation === 'DescribeInstanceAttribute' ? { ...entry, outcome: 'denied' as const } : entry)) }, NOWHERE);
    const of = (list: typeof workloads): number => list.find((workload) => workload.id === 'tags/crm')?.confidence ?? 0;
    expect(of(blind.workloads)).toBeLessThan(of(workloads));
  });
});

describe('dependencies', () => {
  const { dependencies } = analyseWorkloads(shop, NOWHERE);
  const batch = dependencies.find((edge) => edge.to === 'target-group/admin' && edge.basis === 'configured')?.from ?? '';
  test.each([
    ['permitted', LB, 'auto-scaling-group/shop-web', 80],
    ['permitted', LB, 'auto-scaling-group/shop-web', 8080],
    ['permitted', LB, 'target-group/admin', 8080],
    ['permitted', 'auto-scaling-group/shop-web', DB, 3306],
    ['permitted', 'target-group/admin', DB, 3306],
    ['configured', 'auto-scaling-group/shop-web', DB, 3306],
    ['configured', 'auto-scaling-group/shop-web', 'external:api.payments.example.com', 443],
    ['configured', 'auto-scaling-group/shop-web', 'aws:s3/shop-uploads', 443],
    ['configured', batch, 'target-group/admin', 8080],
    ['permitted', batch, 'target-group/admin', 8080],
  ])('%s: %s to %s on %i', (basis, from, to, port) => {
    expect(dependencies).toContainEqual(expect.objectContaining({ basis, from, to, port, protocol: 'tcp' }));
  });

  test('nothing else comes from the database, and no edge is there twice', () => {
    expect(dependencies.filter((edge) => edge.from === DB)).toEqual([]);
    const keys = dependencies.map((edge) => JSON.stringify([edge.from, edge.to, edge.port, edge.basis]));
    expect(new Set(keys).size).toBe(keys.length);
  });
});

test('the result is a valid part of the insight and the same every time', () => {
  const first = analyseWorkloads(shop, NOWHERE);
  expect(() => Insight.parse({ ...first })).not.toThrow();
  expect(JSON.stringify(analyseWorkloads(structuredClone(shop), NOWHERE))).toBe(JSON.stringify(first));
});

test('a script that was not read says nothing', () => {
  const denied = estateOf({ instance: [instance('i-1')] }, ['userData']);
  expect(analyseWorkloads(denied, NOWHERE)).toMatchObject({ components: [], boot: [], workloads: [{ id: 'i-1', role: 'unknown', roleConfidence: 0 }] });
});

test('a template stands in for the script of an instance that was launched from it', () => {
  const estate = estateOf({
    instance: [instance('i-1', { tags: { 'aws:ec2launchtemplate:id': 'lt-1', 'aws:ec2launchtemplate:version': '3' } })],
    userData: [{ ...userData('lt-1:3', '#!/bin/bash\nyum install -y httpd\n'), of: 'launch-template-version' }],
  });
  const { components } = analyseWorkloads(estate, NOWHERE);
  expect(components.map(({ resourceId, component, confidence }) => ({ resourceId, component, confidence }))).toEqual([
    { resourceId: 'lt-1:3', component: 'apache-http-server', confidence: 0.95 }, { resourceId: 'i-1', component: 'apache-http-server', confidence: 0.76 },
  ]);
});

describe('move groups', () => {
  const edge = (from: string, to: string): Dependency => ({ from, to, protocol: 'tcp', port: 80, basis: 'configured', confidence: 0.8 });
  /** Two nodes move together when each reaches the other: by brute force over all pairs. */
  function together(edges: readonly Dependency[]): string[][] {
    const nodes = [...new Set(edges.flatMap(({ from, to }) => [from, to]))].sort();
    const reaches = (from: string, to: string): boolean => {
      const seen = new Set<string>();
      const visit = (node: string): boolean => edges.some((e) => e.from === node && (e.to === to || (!seen.has(e.to) && (seen.add(e.to), visit(e.to)))));
      return visit(from);
    };
    const groups = nodes.map((node) => nodes.filter((other) => other === node || (reaches(node, other) && reaches(other, node))));
    return [...new Map(groups.filter((members) => members.length > 1).map((members) => [members.join(), members])).values()];
  }

  test('are the cycles, whatever the graph', () => {
    expect.hasAssertions();
    const node = constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g');
    assert(property(array(tuple(node, node), { maxLength: 16 }), (pairs) => {
      const edges = pairs.filter(([from, to]) => from !== to).map(([from, to]) => edge(from, to));
      expect(moveGroups(edges, []).map((found) => found.members)).toEqual(together(edges));
    }));
  });

  test('leave out shared services and the outside', () => {
    expect(moveGroups([edge('a', 'dns'), edge('dns', 'a'), edge('a', 'external:x'), edge('external:x', 'a')], [{ id: 'dns' }])).toEqual([]);
  });
});

test('a directory that two use is shared', () => {
  const estate = estateOf({
    instance: [instance('i-ldap', { PrivateIpAddress: '10.0.9.9', tags: { Name: 'directory' } }), instance('i-a'), instance('i-b')],
    userData: [userData('i-ldap', '#!/bin/sh\napt-get install -y slapd\n'), userData('i-a', '#!/bin/sh\necho ldap://10.0.9.9:389 > /etc/a\n'), userData('i-b', '#!/bin/sh\necho "ldap://10.0.9.9:389" > /etc/b\n')],
  });
  expect(analyseWorkloads(estate, NOWHERE).sharedServices).toMatchObject([{ kind: 'directory' }]);
});

test('a hundred thousand instances with few scripts take little time', () => {
  const count = 100_000;
  const script = userData('x', SHOP);
  const estate = {
    ...shop,
    resources: {
      ...shop.resources,
      instance: Array.from({ length: count }, (_, i) => ({ ...instance(`i-${i}`, { PrivateIpAddress: `10.${i >> 16}.${(i >> 8) & 255}.${i & 255}`, SecurityGroups: [{ GroupId: `sg-${i % 200}`, GroupName: `g${i % 200}` }], tags: { 'aws:autoscaling:groupName': `asg-${i % 500}` } }), account: '111122223333', region: 'eu-west-1' })),
      userData: Array.from({ length: count }, (_, i) => ({ ...script, id: `i-${i}`, fingerprint: `f${i % 20}`, account: '111122223333', region: 'eu-west-1' })),
      securityGroup: Array.from({ length: 200 }, (_, i) => ({ ...group(`sg-${i}`, [{ group: `sg-${(i + 1) % 200}`, port: 8080 }]), account: '111122223333', region: 'eu-west-1', tags: {} })),
    },
  } as unknown as typeof shop; // literals of the schema's own shape: parsing 200 000 of them is not what is measured
  const started = performance.now();
  const found = analyseWorkloads(estate, NOWHERE);
  const took = performance.now() - started;
  process.stdout.write(`workloads of ${count} instances: ${Math.round(took)} ms\n`);
  expect(found.workloads.length).toBe(500);
  // The target is 1.5 s; a loaded machine gets room.
  expect(took).toBeLessThan(5000);
});
