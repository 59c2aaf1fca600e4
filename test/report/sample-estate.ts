const scope = { account: '111122223333', region: 'us-east-1' };
const arn = (service: string, rest: string) => `arn:aws:${service}:us-east-1:111122223333:${rest}`;
export const ALB = arn('elasticloadbalancing', 'loadbalancer/app/shop-alb/50dc6c495c0c9188');
export const TARGET_GROUP = arn('elasticloadbalancing', 'targetgroup/shop-web/73e2d6bc24d8a067');
export const LISTENER = arn('elasticloadbalancing', 'listener/app/shop-alb/50dc6c495c0c9188/f2f7dc8efc522ab2');
export const instanceArn = (id: string) => arn('ec2', `instance/${id}`);

interface InstanceSpec { id: string; name: string; type: string; subnet: string; zone: string; ip: string; publicIp?: string; state?: string; groups: string[] }

const INSTANCES: readonly InstanceSpec[] = [
  { id: 'i-0a10000000000web1', name: 'shop-web-1', type: 't3.medium', subnet: 'subnet-0pub1a', zone: 'us-east-1a', ip: '10.0.1.10', publicIp: '203.0.113.10', groups: ['sg-0web'] },
  { id: 'i-0a10000000000web2', name: 'shop-web-2', type: 't3.medium', subnet: 'subnet-0pub1b', zone: 'us-east-1b', ip: '10.0.2.10', publicIp: '203.0.113.11', groups: ['sg-0web'] },
  { id: 'i-0a100000000000db1', name: 'shop-db', type: 'm5.large', subnet: 'subnet-0pub1a', zone: 'us-east-1a', ip: '10.0.1.20', publicIp: '203.0.113.20', groups: ['sg-0db'] },
  { id: 'i-0a1000000000batch', name: 'nightly-batch', type: 't2.small', subnet: 'subnet-0prv1b', zone: 'us-east-1b', ip: '10.0.12.30', groups: ['sg-0batch'] },
  { id: 'i-0a10000000jenkins', name: 'old-jenkins', type: 't2.medium', subnet: 'subnet-0pub1b', zone: 'us-east-1b', ip: '10.0.2.40', state: 'stopped', groups: ['sg-0web'] },
];

export function sampleEstate() {
  const subnet = (id: string, cidr: string, zone: string, name: string) => ({
    ...scope, id, arn: arn('ec2', `subnet/${id}`), SubnetId: id, VpcId: 'vpc-0shop', CidrBlock: cidr, AvailabilityZone: zone, tags: { Name: name }, AvailableIpAddressCount: 248,
  });
  const called = (service: string, operation: string, items: number, action = `${service}:${operation}`, extra: object = {}) => ({
    service, operation, region: 'us-east-1', account: '111122223333', outcome: 'ok', items, pages: 1, action, ...extra,
  });
  return {
    accounts: [{ id: '111122223333', partition: 'aws', alias: 'example-shop', callerArn: 'arn:aws:sts::111122223333:assumed-role/monolens-read/ci' }],
    regions: ['us-east-1'],
    collectedAt: '2026-11-20T10:14:12.000Z',
    source: 'demo',
    resources: {
      vpc: [{ ...scope, id: 'vpc-0shop', VpcId: 'vpc-0shop', CidrBlock: '10.0.0.0/16', tags: { Name: 'shop' } }],
      subnet: [
        subnet('subnet-0pub1a', '10.0.1.0/24', 'us-east-1a', 'public-a'), subnet('subnet-0pub1b', '10.0.2.0/24', 'us-east-1b', 'public-b'),
        subnet('subnet-0prv1a', '10.0.11.0/24', 'us-east-1a', 'private-a'), subnet('subnet-0prv1b', '10.0.12.0/24', 'us-east-1b', 'private-b'),
      ],
      instance: INSTANCES.map((spec) => ({
        ...scope, id: spec.id, arn: instanceArn(spec.id), InstanceId: spec.id, InstanceType: spec.type, ImageId: 'ami-0al2', VpcId: 'vpc-0shop', SubnetId: spec.subnet,
        PrivateIpAddress: spec.ip, ...(spec.publicIp ? { PublicIpAddress: spec.publicIp } : {}), State: { Name: spec.state ?? 'running' }, Placement: { AvailabilityZone: spec.zone },
        LaunchTime: '2023-02-14T08:00:00.000Z', SecurityGroups: spec.groups.map((GroupId) => ({ GroupId, GroupName: GroupId.slice(3) })), tags: { Name: spec.name },
        PlatformDetails: 'Linux/UNIX', Architecture: 'x86_64',
      })),
      securityGroup: ['web', 'db', 'batch', 'alb'].map((name) => ({ ...scope, id: `sg-0${name}`, GroupId: `sg-0${name}`, GroupName: `shop-${name}`, VpcId: 'vpc-0shop', IpPermissions: [] })),
      internetGateway: [{ ...scope, id: 'igw-0shop', InternetGatewayId: 'igw-0shop', Attachments: [{ VpcId: 'vpc-0shop', State: 'available' }] }],
      natGateway: [{ ...scope, id: 'nat-0shop', NatGatewayId: 'nat-0shop', VpcId: 'vpc-0shop', SubnetId: 'subnet-0pub1b', State: 'available' }],
      address: [
        { ...scope, id: 'eipalloc-01', PublicIp: '203.0.113.20', InstanceId: 'i-0a100000000000db1' },
        { ...scope, id: 'eipalloc-02', PublicIp: '198.51.100.7' },
      ],
      volume: INSTANCES.map((spec, index) => ({ ...scope, id: `vol-0${index}`, VolumeId: `vol-0${index}`, VolumeType: index < 3 ? 'gp2' : 'gp3', Size: index === 2 ? 500 : 30, Encrypted: index > 3, State: 'in-use', Attachments: [{ InstanceId: spec.id }] })),
      loadBalancer: [{
        ...scope, id: ALB, arn: ALB, LoadBalancerArn: ALB, LoadBalancerName: 'shop-alb', Type: 'application', Scheme: 'internet-facing', VpcId: 'vpc-0shop', State: { Code: 'active' },
        DNSName: 'shop-alb-1234567890.us-east-1.elb.example.com', SecurityGroups: ['sg-0alb'],
        AvailabilityZones: [{ ZoneName: 'us-east-1a', SubnetId: 'subnet-0pub1a' }, { ZoneName: 'us-east-1b', SubnetId: 'subnet-0pub1b' }],
      }],
      listener: [{ ...scope, id: LISTENER, arn: LISTENER, ListenerArn: LISTENER, LoadBalancerArn: ALB, Port: 80, Protocol: 'HTTP', DefaultActions: [{ Type: 'forward', TargetGroupArn: TARGET_GROUP }] }],
      targetGroup: [{ ...scope, id: TARGET_GROUP, arn: TARGET_GROUP, TargetGroupArn: TARGET_GROUP, TargetGroupName: 'shop-web', Protocol: 'HTTP', Port: 8080, VpcId: 'vpc-0shop', TargetType: 'instance', LoadBalancerArns: [ALB] }],
      targetHealth: [{
        ...scope, id: TARGET_GROUP,
        TargetHealthDescriptions: [{ Target: { Id: 'i-0a10000000000web1', Port: 8080 }, TargetHealth: { State: 'healthy' } }, { Target: { Id: 'i-0a10000000000web2', Port: 8080 }, TargetHealth: { State: 'healthy' } }],
      }],
      dbInstance: [{
        ...scope, id: 'reports-db', arn: arn('rds', 'db:reports-db'), DBInstanceIdentifier: 'reports-db', DBInstanceClass: 'db.t3.medium', Engine: 'postgres', EngineVersion: '13.15', MultiAZ: false,
        PubliclyAccessible: false, AllocatedStorage: 100, AvailabilityZone: 'us-east-1a', DBInstanceStatus: 'available',
        DBSubnetGroup: { VpcId: 'vpc-0shop', Subnets: [{ SubnetIdentifier: 'subnet-0prv1a' }, { SubnetIdentifier: 'subnet-0prv1b' }] },
      }],
    },
    coverage: [
      called('sts', 'GetCallerIdentity', 1), called('ec2', 'DescribeInstances', 5), called('ec2', 'DescribeVpcs', 1), called('ec2', 'DescribeSubnets', 4), called('ec2', 'DescribeSecurityGroups', 4),
      called('ec2', 'DescribeRouteTables', 3), called('ec2', 'DescribeNetworkAcls', 1), called('ec2', 'DescribeVolumes', 5), called('ec2', 'DescribeAddresses', 2),
      called('elbv2', 'DescribeLoadBalancers', 1, 'elasticloadbalancing:DescribeLoadBalancers'), called('elbv2', 'DescribeListeners', 1, 'elasticloadbalancing:DescribeListeners'),
      called('rds', 'DescribeDBInstances', 1), called('autoscaling', 'DescribeAutoScalingGroups', 0),
      called('wafv2', 'GetWebACLForResource', 0, 'wafv2:GetWebACLForResource', { outcome: 'denied', pages: 0, message: 'User is not authorized to perform: wafv2:GetWebACLForResource' }),
      called('backup', 'ListProtectedResources', 0, 'backup:ListProtectedResources', { outcome: 'denied', pages: 0, message: 'not authorized' }),
      called('ec2', 'DescribeSnapshots', 180, 'ec2:DescribeSnapshots', { outcome: 'partial', pages: 2, message: 'page 3 was throttled 6 times' }),
      called('ssm', 'DescribeInstanceInformation', 0, 'ssm:DescribeInstanceInformation', { outcome: 'skipped', pages: 0 }),
    ],
  };
}
