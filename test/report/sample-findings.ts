import { ALB, instanceArn, LISTENER } from './sample-estate.ts';

const scope = { account: '111122223333', region: 'us-east-1' };
const remediate = (summary: string, command?: string, cost = 'No charge; minutes of work', interrupts = 'no') => ({ summary, cost, interrupts, ...(command ? { command } : {}) });

export function sampleFindings() {
  const ssh = {
    ...scope, ruleId: 'admin-port-open', kind: 'instance', severity: 'critical', phase: 'stabilise', title: 'Admin ports are closed to the internet',
    controls: [{ framework: 'Security Hub', id: 'EC2.13' }, { framework: 'CIS AWS Foundations 7.0.0', id: '6.3' }, { framework: 'Well-Architected', id: 'SEC05-BP02' }],
    remediation: remediate('Remove the rule and reach the instance through Session Manager.', 'aws ec2 revoke-security-group-ingress --group-id <group id> --protocol tcp --port 22 --cidr 0.0.0.0/0'),
  };
  const http = {
    ...scope, ruleId: 'http-only-listener', kind: 'listener', severity: 'high', phase: 'stabilise', title: 'Public listeners speak HTTPS or redirect to it',
    controls: [{ framework: 'Security Hub', id: 'ELB.1' }],
    remediation: remediate('Add an HTTPS listener with a certificate of ACM and turn the HTTP listener into a redirect.', 'aws elbv2 modify-listener --listener-arn <listener arn> --default-actions Type=redirect,RedirectConfig={Protocol=HTTPS,Port=443,StatusCode=HTTP_301}', 'No charge for the certificate', 'brief'),
  };
  const publicSubnet = {
    ...scope, ruleId: 'instance-in-public-subnet', kind: 'instance', severity: 'high', phase: 'decouple', title: 'Instances run in private subnets', controls: [{ framework: 'Security Hub', id: 'EC2.9' }],
    remediation: remediate('Move the instance behind the balancer into a private subnet with a NAT gateway or endpoints.', undefined, 'About USD 33 a month for a NAT gateway, plus traffic', 'yes'),
  };
  const gp2 = {
    ...scope, ruleId: 'gp2-volume', kind: 'volume', severity: 'low', phase: 'optimise', title: 'Volumes use gp3', controls: [],
    remediation: remediate('Modify the volume to gp3.', 'aws ec2 modify-volume --volume-id <volume id> --volume-type gp3', 'Saves about 20 % of the volume price'),
  };
  const waf = {
    ...scope, ruleId: 'public-balancer-without-waf', kind: 'loadBalancer', severity: 'medium', phase: 'stabilise', title: 'Public application load balancers have a web ACL', controls: [{ framework: 'Security Hub', id: 'ELB.16' }],
    remediation: remediate('Associate a web ACL.', undefined, 'USD 5 a month per web ACL and USD 0.60 per million requests'),
  };
  const backup = { ...scope, ruleId: 'backup-plan', kind: 'instance', severity: 'high', phase: 'stabilise', title: 'Instances with state have a recovery point', controls: [], remediation: remediate('Add the instance to a backup plan.') };
  const idle = { ...scope, ruleId: 'idle-address', kind: 'address', severity: 'low', phase: 'optimise', title: 'Elastic IP addresses are in use', controls: [{ framework: 'Security Hub', id: 'EC2.12' }], remediation: remediate('Release the address.', 'aws ec2 release-address --allocation-id <allocation id>', 'Saves USD 3.60 a month') };
  const database = { ...scope, ruleId: 'database-on-instance', kind: 'instance', severity: 'medium', phase: 'decouple', title: 'Databases run on a managed service', controls: [], remediation: remediate('Move the database to Amazon RDS for MySQL by replication.', undefined, 'About USD 120 a month for db.m5.large', 'brief') };
  const web1 = { resourceId: instanceArn('i-0a10000000000web1'), resourceName: 'shop-web-1' };
  const web2 = { resourceId: instanceArn('i-0a10000000000web2'), resourceName: 'shop-web-2' };
  const db = { resourceId: instanceArn('i-0a100000000000db1'), resourceName: 'shop-db' };
  const fail = (text: string, basis = 'configuration') => ({ outcome: 'fail', evidence: [{ text, basis }] });
  return [
    { ...gp2, resourceId: 'vol-02', ...fail('volume type is gp2, 500 GiB') },
    { ...gp2, resourceId: 'vol-00', ...fail('volume type is gp2, 30 GiB') },
    { ...gp2, resourceId: 'vol-01', ...fail('volume type is gp2, 30 GiB') },
    { ...gp2, resourceId: 'vol-03', outcome: 'pass', evidence: [{ text: 'volume type is gp3' }] },
    { ...ssh, ...web1, ...fail('tcp/22 is reachable from 0.0.0.0/0 at 203.0.113.10 (group sg-0web, route igw-0shop)') },
    { ...ssh, ...web2, ...fail('tcp/22 is reachable from 0.0.0.0/0 at 203.0.113.11 (group sg-0web, route igw-0shop)') },
    { ...ssh, ...db, outcome: 'pass', evidence: [{ text: 'no admin port is open' }] },
    { ...http, resourceId: LISTENER, resourceName: 'shop-alb :80', ...fail('listener HTTP:80 forwards to shop-web and does not redirect') },
    { ...publicSubnet, ...web1, ...fail('subnet-0pub1a sends 0.0.0.0/0 to igw-0shop, and the instance has 203.0.113.10') },
    { ...publicSubnet, ...web2, ...fail('subnet-0pub1b sends 0.0.0.0/0 to igw-0shop, and the instance has 203.0.113.11') },
    { ...publicSubnet, ...db, ...fail('subnet-0pub1a sends 0.0.0.0/0 to igw-0shop, and the instance has 203.0.113.20') },
    { ...database, ...db, outcome: 'fail', evidence: [{ text: 'apt-get install mysql-server', basis: 'text', line: 4 }, { text: 'inventory lists mysql-server 5.7.42', basis: 'inventory' }] },
    { ...waf, resourceId: ALB, resourceName: 'shop-alb', outcome: 'unknown', evidence: [], reason: 'wafv2:GetWebACLForResource was denied' },
    { ...backup, ...db, outcome: 'unknown', evidence: [], reason: 'backup:ListProtectedResources was denied' },
    { ...backup, ...web1, outcome: 'unknown', evidence: [], reason: 'backup:ListProtectedResources was denied' },
    { ...idle, resourceId: 'eipalloc-02', outcome: 'muted', evidence: [{ text: '198.51.100.7 is not associated' }], mute: { by: 'ops@example.com', reason: 'kept for the partner allow-list', expires: '2027-01-31' } },
  ];
}
