import { tagList } from '../account-draft.ts';
import type { AccountDraft } from '../account-draft.ts';
import { addBalancer, addHttpListener, addTargetGroup, balancerArn } from '../parts/balancer.ts';
import { tlsPolicies } from '../parts/tls-policies.ts';
import type { ClassicCompute, DaysAgo } from './compute.ts';
import type { ClassicNetwork } from './network.ts';

export interface ClassicEdge {
  readonly balancer: string;
  readonly webTargets: string;
  readonly apiTargets: string;
  readonly adminTargets: string;
}

const ZONE = 'Z0DEMOLARKSPUR';

/** The balancer with its HTTP listener and path rules, DNS, and a certificate that nobody put to use. */
export function addEdge(draft: AccountDraft, network: ClassicNetwork, compute: ClassicCompute, daysAgo: DaysAgo): ClassicEdge {
  const { vpc } = network;
  const name = 'larkspur-alb';
  const balancer = balancerArn(draft, name);
  const webTargets = addTargetGroup(draft, {
    name: 'larkspur-web', port: 80, vpc, balancer, healthPath: '/', matcher: '200-399', sticky: true, targets: [{ id: compute.web1 }, { id: compute.web2 }],
  });
  const apiTargets = addTargetGroup(draft, {
    name: 'larkspur-api', port: 3000, vpc, balancer, healthPath: '/', targets: [{ id: compute.web1 }, { id: compute.web2 }],
  });
  const adminTargets = addTargetGroup(draft, { name: 'larkspur-admin', port: 3001, vpc, balancer, healthPath: '/', targets: [{ id: compute.shop }] });
  const idle = addTargetGroup(draft, { name: 'larkspur-blue', port: 80, vpc, healthPath: '/', targets: [] });
  addBalancer(draft, {
    name, vpc, created: daysAgo(1003), groups: [network.groups.balancer], tags: { App: 'shop' },
    nodes: [
      { subnet: network.subnetA, zone: `${draft.region}a`, privateIp: '10.20.0.101', publicIp: '203.0.113.101' },
      { subnet: network.subnetB, zone: `${draft.region}b`, privateIp: '10.20.1.102', publicIp: '203.0.113.102' },
    ],
  });
  for (const arn of [webTargets, apiTargets, adminTargets, idle]) draft.add('elbv2-describe-tags', 'TagDescriptions', { ResourceArn: arn, Tags: [] });
  addHttpListener(draft, {
    balancer, port: 80, defaultTarget: webTargets,
    paths: [
      { priority: 10, patterns: ['/admin', '/admin/*'], target: adminTargets },
      { priority: 20, patterns: ['/api/*'], target: apiTargets },
    ],
  });
  draft.add('elbv2-describe-ssl-policies', 'SslPolicies', ...tlsPolicies());
  // No web ACL: the answer is an empty object.
  draft.putFor('wafv2-get-web-acl-for-resource', balancer, {});
  addDns(draft, name);
  addCertificate(draft, daysAgo);
  return { balancer, webTargets, apiTargets, adminTargets };
}

function addDns(draft: AccountDraft, balancer: string): void {
  const domain = 'larkspurbooks.example.';
  const to = (Name: string, Type: string, TTL: number, ...values: readonly string[]): object => ({ Name, Type, TTL, ResourceRecords: values.map((Value) => ({ Value })) });
  const records = [
    {
      Name: domain, Type: 'A',
      AliasTarget: { HostedZoneId: 'Z35SXDOTRQ7X7K', DNSName: `dualstack.${balancer}-1893472651.${draft.region}.elb.amazonaws.com.`, EvaluateTargetHealth: false },
    },
    to(domain, 'MX', 3600, '10 mail.example.com.'),
    to(domain, 'NS', 172_800, 'ns-1.example.net.', 'ns-2.example.net.'),
    to(`backoffice.${domain}`, 'A', 300, '198.51.100.20'),
    to(`ssh.${domain}`, 'A', 300, '198.51.100.5'),
    to(`www.${domain}`, 'CNAME', 300, `${balancer}-1893472651.${draft.region}.elb.amazonaws.com.`),
  ];
  draft.add('route53-list-hosted-zones', 'HostedZones', {
    Id: `/hostedzone/${ZONE}`, Name: domain, CallerReference: 'larkspur-2019', Config: { PrivateZone: false }, ResourceRecordSetCount: records.length,
  });
  draft.putFor('route53-list-resource-record-sets', ZONE, { ResourceRecordSets: records });
}

/** Issued, never attached to a listener: so it will not renew. */
function addCertificate(draft: AccountDraft, daysAgo: DaysAgo): void {
  const arn = draft.arn('acm', 'certificate/4f1c2a7e-0000-4000-8000-1a7c5b0de004');
  draft.add('acm-list-certificates', 'CertificateSummaryList', {
    CertificateArn: arn, DomainName: 'larkspurbooks.example', SubjectAlternativeNameSummaries: ['larkspurbooks.example', 'www.larkspurbooks.example'],
    HasAdditionalSubjectAlternativeNames: false, Status: 'ISSUED', Type: 'AMAZON_ISSUED', KeyAlgorithm: 'RSA-2048', KeyUsages: ['DIGITAL_SIGNATURE', 'KEY_ENCIPHERMENT'],
    ExtendedKeyUsages: ['TLS_WEB_SERVER_AUTHENTICATION', 'TLS_WEB_CLIENT_AUTHENTICATION'], InUse: false, RenewalEligibility: 'INELIGIBLE',
    NotBefore: daysAgo(344), NotAfter: daysAgo(-51), CreatedAt: daysAgo(344), IssuedAt: daysAgo(344),
  });
  draft.putFor('acm-describe-certificate', arn, {
    Certificate: {
      CertificateArn: arn, DomainName: 'larkspurbooks.example', SubjectAlternativeNames: ['larkspurbooks.example', 'www.larkspurbooks.example'],
      Status: 'ISSUED', Type: 'AMAZON_ISSUED', KeyAlgorithm: 'RSA_2048', InUseBy: [], RenewalEligibility: 'INELIGIBLE',
      NotBefore: daysAgo(344), NotAfter: daysAgo(-51), CreatedAt: daysAgo(344), IssuedAt: daysAgo(344), Subject: 'CN=larkspurbooks.example',
    },
  });
  draft.add('cloudwatch-describe-alarms', 'MetricAlarms', {
    AlarmName: 'web-1 cpu', AlarmArn: draft.arn('cloudwatch', 'alarm:web-1 cpu'), ActionsEnabled: false, OKActions: [], AlarmActions: [], InsufficientDataActions: [],
    StateValue: 'OK', MetricName: 'CPUUtilization', Namespace: 'AWS/EC2', Statistic: 'Average', Period: 300, EvaluationPeriods: 2, Threshold: 90,
    ComparisonOperator: 'GreaterThanThreshold', StateUpdatedTimestamp: daysAgo(30), Dimensions: [{ Name: 'InstanceId', Value: draft.id('i', 'larkspur-web-1') }],
  });
  draft.add('ec2-describe-key-pairs', 'KeyPairs', { KeyPairId: draft.id('key', 'larkspur-2019'), KeyName: 'larkspur-2019', KeyType: 'rsa', Tags: tagList({}), CreateTime: daysAgo(2500) });
}
