import { describe, expect, test } from 'vitest';
import { RULES } from '../../src/rules/index.ts';

/** The SDK client of each service as the AWS CLI names it. A service without one here is not checked. */
const CLIENTS: Readonly<Record<string, string>> = {
  acm: 'acm', autoscaling: 'auto-scaling', backup: 'backup', cloudfront: 'cloudfront', cloudtrail: 'cloudtrail', cloudwatch: 'cloudwatch', configservice: 'config-service',
  dlm: 'dlm', ec2: 'ec2', efs: 'efs', elasticache: 'elasticache', elb: 'elastic-load-balancing', elbv2: 'elastic-load-balancing-v2',
  globalaccelerator: 'global-accelerator', guardduty: 'guardduty', iam: 'iam', rds: 'rds', route53: 'route-53', ssm: 'ssm', wafv2: 'wafv2',
};

/** Options that the AWS CLI adds to what the API has. */
const CLI_ONLY: Readonly<Record<string, readonly string[]>> = {
  'ec2 authorize-security-group-ingress': ['protocol', 'port', 'cidr', 'source-group'],
  'ec2 create-network-acl-entry': ['ingress', 'egress'],
  'ec2 run-instances': ['count'],
};
const EVERYWHERE: readonly string[] = ['region', 'profile', 'output', 'query'];

interface Call { readonly service: string; readonly operation: string; readonly options: readonly string[] }

const calls = RULES.flatMap((rule) => (rule.remediation.command ?? '').split(/&&|;|\n/u)
  .map((text) => text.trim()).filter((text) => text.startsWith('aws '))
  .map((text): [string, Call] => {
    const [, service = '', operation = '', ...words] = text.split(/\s+/u);
    return [`${rule.id}: aws ${service} ${operation}`, { service, operation, options: words.filter((word) => word.startsWith('--')).map((word) => word.slice(2)) }];
  }));

test('no command names a real account or ARN', () => {
  expect(RULES.filter((rule) => /\b\d{12}\b|arn:aws/u.test(rule.remediation.command ?? '')).map((rule) => rule.id)).toEqual([]);
});

describe('every command exists with its options', () => {
  test.each(calls.filter(([, call]) => call.service in CLIENTS))('%s', async (_, { service, operation, options }) => {
    const client = await import(`@aws-sdk/client-${CLIENTS[service]}`) as Record<string, unknown>;
    const wanted = `${operation.replaceAll('-', '')}$`;
    const schema = Object.entries(client).find(([name, value]) => name.toLowerCase() === wanted && Array.isArray(value) && value[0] === 9)?.[1];
    expect(schema, `${service} has no operation ${operation}`).toBeDefined();
    const input = (schema as unknown[])[4];
    const members = ((typeof input === 'function' ? input() : input) as unknown[])[4] as string[];
    const known = new Set([...members.map((member) => member.toLowerCase()), ...[...(CLI_ONLY[`${service} ${operation}`] ?? []), ...EVERYWHERE].map((option) => option.replaceAll('-', ''))]);
    const invented = options.filter((option) => !known.has(option.replaceAll('-', '')) && !known.has(option.replace(/^no-/u, '').replaceAll('-', '')));
    expect(invented).toEqual([]);
  });
});
